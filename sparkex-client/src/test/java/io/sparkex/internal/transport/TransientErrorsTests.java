package io.sparkex.internal.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransientErrors}.
 */
class TransientErrorsTests {

	private static final ErrorTrailers NOTHING = ErrorTrailers.parse(null);

	private static final String BROKEN = "RST_STREAM closed stream. HTTP/2 error code: CANCEL";

	private static ErrorTrailers trailers(@Nullable String errorType, @Nullable String errorClass,
			@Nullable Duration retryDelay) {
		return new ErrorTrailers(errorType, List.of(), errorClass, null, null, Map.of(), retryDelay);
	}

	private static boolean isTransient(Status.Code code, @Nullable String description) {
		return TransientErrors.isTransient(code.toStatus().withDescription(description), NOTHING);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "UNAVAILABLE, none, true", "UNAVAILABLE, io exception, true", "INTERNAL, none, false",
					"INTERNAL, boom, false", "CANCELLED, none, false", "CANCELLED, Closed by the reader, false",
					"CANCELLED, Failed to read message., false", "RESOURCE_EXHAUSTED, none, false",
					"RESOURCE_EXHAUSTED, gRPC message exceeds maximum size 4194304: 5000000, false",
					"RESOURCE_EXHAUSTED, HTTP/2 error code: ENHANCE_YOUR_CALM, true", "UNKNOWN, none, false",
					"UNKNOWN, channel closed, true", "UNKNOWN, Application error processing RPC, false",
					"UNAUTHENTICATED, none, false", "PERMISSION_DENIED, none, false", "UNIMPLEMENTED, none, false",
					"NOT_FOUND, none, false", "INVALID_ARGUMENT, none, false", "FAILED_PRECONDITION, none, false",
					"ABORTED, none, false", "OUT_OF_RANGE, none, false", "DATA_LOSS, none, false",
					"ALREADY_EXISTS, none, false", "DEADLINE_EXCEEDED, none, false" })
	void distinguishesTransientFromPermanentErrors(Status.Code code, @Nullable String description, boolean expected) {
		assertThat(isTransient(code, description)).isEqualTo(expected);
	}

	@Test
	void doesNotRetryProtocolErrors() {
		assertThat(isTransient(Status.Code.INTERNAL, "RST_STREAM closed stream. HTTP/2 error code: PROTOCOL_ERROR"))
			.isFalse();
		Status tooLarge = Status.INTERNAL.withDescription("http2 exception")
			.withCause(new IllegalStateException("Header size exceeded max allowed size (8192)"));
		assertThat(TransientErrors.isTransient(tooLarge, NOTHING)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { BROKEN, "Received Rst Stream: RST_STREAM", "http2 exception", "HTTP/2 error code: NO_ERROR",
					"Received GOAWAY", "Connection closed after GOAWAY. HTTP/2 error code: INTERNAL_ERROR",
					"Connection closed while performing protocol negotiation", "Received unexpected EOS on DATA frame",
					"Received end-of-stream without trailers", "unexpected end of stream", "Broken pipe",
					"Connection reset by peer", "Channel closed" })
	void recognizesBrokenConnectionByDescription(String description) {
		assertThat(isTransient(Status.Code.INTERNAL, description)).isTrue();
		assertThat(isTransient(Status.Code.CANCELLED, description)).isTrue();
		assertThat(isTransient(Status.Code.UNKNOWN, description)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "DEADLINE_EXCEEDED", "UNAUTHENTICATED", "PERMISSION_DENIED", "UNIMPLEMENTED", "ABORTED",
			"INVALID_ARGUMENT" })
	void ignoresDescriptionOfOtherStatus(Status.Code code) {
		assertThat(isTransient(code, BROKEN)).isFalse();
	}

	@Test
	void recognizesBrokenConnectionByCause() {
		Status status = Status.UNKNOWN.withCause(new IllegalStateException(new IOException("gone")));
		assertThat(TransientErrors.isTransient(status, NOTHING)).isTrue();
		assertThat(TransientErrors.isTransient(Status.UNKNOWN.withCause(new IllegalStateException()), NOTHING))
			.isFalse();
	}

	@Test
	void distinguishesUnreadableResponseFromBrokenConnection() {
		Status status = Status.CANCELLED.withDescription("Failed to read message.")
			.withCause(Status.INTERNAL.withCause(new InvalidProtocolBufferException("damaged")).asRuntimeException());
		assertThat(TransientErrors.isTransient(status, NOTHING)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "none", "UNRESOLVED_COLUMN", "INVALID_HANDLE.SESSION_CLOSED",
					"INVALID_HANDLE.OPERATION_NOT_FOUND", "OPERATION_CANCELED", "INVALID_CURSOR.NOT_REATTACHABLE",
					"INVALID_CURSOR.POSITION_NOT_FOUND" })
	void sparkErrorsAreNotTransient(@Nullable String errorClass) {
		ErrorTrailers trailers = trailers("org.apache.spark.SparkException", errorClass, null);
		assertThat(TransientErrors.isTransient(Status.INTERNAL, trailers)).isFalse();
		assertThat(TransientErrors.isTransient(Status.INTERNAL.withDescription(BROKEN), trailers)).isFalse();
		assertThat(TransientErrors.isTransient(Status.UNAVAILABLE, trailers)).isFalse();
	}

	@Test
	void disconnectedCursorIsTransient() {
		ErrorTrailers trailers = trailers("org.apache.spark.SparkSQLException", "INVALID_CURSOR.DISCONNECTED", null);
		assertThat(TransientErrors.isTransient(Status.INTERNAL, trailers)).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "RESOURCE_EXHAUSTED", "UNAVAILABLE", "INTERNAL", "ABORTED" })
	void errorsWithServerRetryDelayAreTransient(Status.Code code) {
		assertThat(TransientErrors.isTransient(code.toStatus(), trailers(null, null, Duration.ZERO))).isTrue();
		assertThat(TransientErrors.isTransient(code.toStatus(),
				trailers("org.apache.spark.SparkException", "TOO_BUSY", Duration.ofSeconds(1))))
			.isTrue();
	}

}
