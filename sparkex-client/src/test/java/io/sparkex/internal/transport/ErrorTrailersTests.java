package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sparkex.internal.proto.ErrorInfo;
import io.sparkex.internal.proto.RetryInfo;
import io.sparkex.internal.proto.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorTrailers}.
 */
class ErrorTrailersTests {

	private static final ErrorTrailers NOTHING = new ErrorTrailers(null, List.of(), null, null, null, Map.of(), null);

	private static final ErrorInfo INFO = ErrorInfo.newBuilder()
		.setDomain("org.apache.spark")
		.setReason("org.apache.spark.sql.AnalysisException")
		.putMetadata("classes", "[\"org.apache.spark.sql.AnalysisException\",\"java.lang.Exception\"]")
		.putMetadata("errorClass", "UNRESOLVED_COLUMN")
		.putMetadata("sqlState", "42703")
		.putMetadata("errorId", "e-1")
		.putMetadata("messageParameters", "{\"objectName\":\"`x`\"}")
		.build();

	@Test
	void readsErrorInfoOfSpark() {
		ErrorTrailers trailers = ErrorTrailers.parse(trailers(status(INFO, delay(3, 500_000_000))));
		assertThat(trailers.errorType()).isEqualTo("org.apache.spark.sql.AnalysisException");
		assertThat(trailers.errorTypes()).containsExactly("org.apache.spark.sql.AnalysisException",
				"java.lang.Exception");
		assertThat(trailers.errorClass()).isEqualTo("UNRESOLVED_COLUMN");
		assertThat(trailers.sqlState()).isEqualTo("42703");
		assertThat(trailers.errorId()).isEqualTo("e-1");
		assertThat(trailers.messageParameters()).containsExactly(Map.entry("objectName", "`x`"));
		assertThat(trailers.retryDelay()).isEqualTo(Duration.ofMillis(3_500));
	}

	@Test
	void isEmptyWithoutTrailers() {
		assertThat(ErrorTrailers.parse(null)).isEqualTo(NOTHING);
		assertThat(ErrorTrailers.parse(new Metadata())).isEqualTo(NOTHING);
		assertThat(ErrorTrailers.parse(trailers(new byte[0]))).isEqualTo(NOTHING);
		assertThat(ErrorTrailers.parse(trailers(status(ErrorInfo.getDefaultInstance())))).isEqualTo(NOTHING);
	}

	@Test
	void ignoresErrorInfoOfProxy() {
		ErrorInfo info = ErrorInfo.newBuilder()
			.setDomain("gateway.example.org")
			.setReason("QUOTA")
			.putMetadata("service", "spark")
			.build();
		ErrorTrailers trailers = ErrorTrailers.parse(trailers(status(info, delay(1, 0))));
		assertThat(trailers.errorType()).isNull();
		assertThat(trailers.retryDelay()).isEqualTo(Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "0, 0, PT0S", "2, 1, PT2.000000001S", "86400, 0, P1D",
			"9223372036854775807, 2147483647, P1D", "5, 2147483647, PT7.147483647S", "-1, 0, none", "0, -1, none" })
	void limitsRetryDelay(long seconds, int nanos, @Nullable Duration expected) {
		assertThat(ErrorTrailers.parse(trailers(status(delay(seconds, nanos)))).retryDelay()).isEqualTo(expected);
	}

	@Test
	void hasNoDelayWithoutRetryInfo() {
		assertThat(ErrorTrailers.parse(trailers(status(RetryInfo.getDefaultInstance())))).isEqualTo(NOTHING);
	}

	@Test
	void skipsCorruptDetail() {
		Any corrupt = Any.newBuilder()
			.setTypeUrl("type.googleapis.com/google.rpc.RetryInfo")
			.setValue(ByteString.copyFrom(new byte[] { 10, 99, 1 }))
			.build();
		Any unknown = Any.newBuilder().setTypeUrl("example.org/Unknown").build();
		byte[] status = Status.newBuilder()
			.addDetails(corrupt)
			.addDetails(unknown)
			.addDetails(pack(INFO))
			.build()
			.toByteArray();
		ErrorTrailers trailers = ErrorTrailers.parse(trailers(status));
		assertThat(trailers.errorClass()).isEqualTo("UNRESOLVED_COLUMN");
		assertThat(trailers.retryDelay()).isNull();
	}

	@Test
	void toleratesTruncation() {
		byte[] whole = status(INFO, delay(1, 0));
		for (int length = 0; length < whole.length; length++) {
			assertThat(ErrorTrailers.parse(trailers(Arrays.copyOf(whole, length)))).isNotNull();
		}
	}

	@Test
	void toleratesRandomBytes() {
		Random random = new Random(7);
		byte[] whole = status(INFO, delay(1, 0));
		for (int round = 0; round < 5_000; round++) {
			byte[] flipped = whole.clone();
			for (int i = 0; i <= round % 8; i++) {
				flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
			}
			byte[] noise = new byte[random.nextInt(100)];
			random.nextBytes(noise);
			assertThat(ErrorTrailers.parse(trailers(flipped))).isNotNull();
			assertThat(ErrorTrailers.parse(trailers(noise))).isNotNull();
		}
	}

	private static RetryInfo delay(long seconds, int nanos) {
		return RetryInfo.newBuilder()
			.setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(seconds).setNanos(nanos))
			.build();
	}

	private static byte[] status(Message... details) {
		Status.Builder status = Status.newBuilder();
		for (Message detail : details) {
			status.addDetails(pack(detail));
		}
		return status.build().toByteArray();
	}

	/**
	 * Packs the message under its official name, as servers do.
	 */
	private static Any pack(Message detail) {
		return Any.newBuilder()
			.setTypeUrl("type.googleapis.com/google.rpc." + detail.getDescriptorForType().getName())
			.setValue(detail.toByteString())
			.build();
	}

	private static Metadata trailers(byte[] status) {
		Metadata trailers = new Metadata();
		trailers.put(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER), status);
		return trailers;
	}

}
