package io.sparkex.internal.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

import io.grpc.Metadata;
import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link StatusErrors}.
 */
class StatusErrorsTests {

	private static SparkException convert(Status status) {
		return convert(status, new Metadata(), false);
	}

	private static SparkException convert(Status status, Metadata trailers, boolean answered) {
		return new StatusErrors(ConnectionString.parse("sc://spark.example.org"), false).convert(status,
				new CallFailure(status, trailers), answered);
	}

	private static Metadata fromServer() {
		Metadata trailers = new Metadata();
		trailers.put(Metadata.Key.of("content-type", Metadata.ASCII_STRING_MARSHALLER), "application/grpc");
		return trailers;
	}

	@Test
	void distinguishesRefusedConnectionFromUnknownHost() {
		Status refused = Status.UNAVAILABLE.withDescription("io exception")
			.withCause(new IOException("annotated", new ConnectException("Connection refused")));
		assertThat(convert(refused)).isExactlyInstanceOf(UnreachableException.class)
			.hasMessage("No Spark Connect server answers at spark.example.org:15002: Connection refused."
					+ " Start one there, or correct the host and port in the URL");
		Status unknown = Status.UNAVAILABLE.withDescription("Unable to resolve host")
			.withCause(new UnknownHostException("spark.example.org: Name or service not known"));
		assertThat(convert(unknown)).isExactlyInstanceOf(UnreachableException.class)
			.hasMessageStartingWith("The host spark.example.org is not known: ")
			.hasMessageContaining("Name or service not known");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Connection closed after GOAWAY. HTTP/2 error code: NO_ERROR",
			"Network closed for unknown reason", "Keepalive failed. The connection is likely gone" })
	void reportsLostConnection(String description) {
		assertThat(convert(Status.UNAVAILABLE.withDescription(description), new Metadata(), true))
			.isExactlyInstanceOf(UnreachableException.class)
			.hasMessageStartingWith(
					"The connection to the server at spark.example.org:15002 was lost: " + description + ". The server")
			.hasMessageEndingWith("the outcome of a running command is unknown");
	}

	@Test
	void reportsTimeoutDuration() {
		assertThat(convert(Status.DEADLINE_EXCEEDED
			.withDescription("CallOptions deadline exceeded after 4.998765432s. [closed=[], open=[[waiting]]]")))
			.hasMessageStartingWith("The server at spark.example.org:15002 did not answer in time, which was 4.998 s.")
			.message()
			.doesNotContain("open=");
	}

	@ParameterizedTest
	@CsvSource({ "8192, 'call are larger than the 8192 bytes that the server at spark.example.org:15002 accepts'",
			"1048576, 'response of the server at spark.example.org:15002 are larger than 1048576 bytes'" })
	void reportsWhichSideRejectsLargeHeaders(int limit, String message) {
		Status status = Status.INTERNAL.withDescription("http2 exception")
			.withCause(new IllegalStateException("Header size exceeded max allowed size (" + limit + ")"));
		assertThat(convert(status)).isExactlyInstanceOf(TransportException.class).hasMessageContaining(message);
	}

	@Test
	void reportsWhichSideRejectsLargeMessage() {
		Status status = Status.RESOURCE_EXHAUSTED.withDescription("gRPC message exceeds maximum size 100000: 1000512");
		assertThat(convert(status)).isExactlyInstanceOf(TransportException.class)
			.hasMessage("A message of the server at spark.example.org:15002 is larger than this client accepts"
					+ " (1000512 bytes, where 100000 are allowed). Raise grpc_max_message_size in the URL");
		assertThat(convert(status, fromServer(), true)).isExactlyInstanceOf(TransportException.class)
			.hasMessageStartingWith("A request is larger than the server at spark.example.org:15002 accepts"
					+ " (1000512 bytes, where 100000 are allowed).")
			.hasMessageContaining("spark.connect.grpc.maxInboundMessageSize");
		assertThat(convert(
				Status.RESOURCE_EXHAUSTED.withDescription("Decompressed gRPC message exceeds maximum size 100000")))
			.hasMessageContaining("(more than 100000 bytes)");
	}

	@Test
	void recognizesOtherExhaustedResources() {
		assertThat(convert(Status.RESOURCE_EXHAUSTED.withDescription("too_many_pings")))
			.hasMessageContaining("too many keepalive pings");
		assertThat(convert(Status.RESOURCE_EXHAUSTED.withDescription("Max concurrent queries"), fromServer(), true))
			.hasMessage("The server at spark.example.org:15002 has exhausted a resource: Max concurrent"
					+ " queries. Retry later, or send less at once");
	}

	@Test
	void pointsToServerLogWithoutDescription() {
		assertThat(convert(Status.UNKNOWN.withDescription("Application error processing RPC"), fromServer(), true))
			.isExactlyInstanceOf(RemoteException.class)
			.hasMessageStartingWith(
					"The server at spark.example.org:15002 failed without a reason; see its log. If the plan")
			.hasMessageContaining("spark.connect.grpc.marshallerRecursionLimit");
		assertThat(convert(Status.UNKNOWN)).hasMessageContaining("failed without a reason");
		assertThat(convert(Status.UNKNOWN.withDescription("out of luck"), fromServer(), true))
			.isExactlyInstanceOf(RemoteException.class)
			.hasMessage("The server at spark.example.org:15002 failed: out of luck. See its log for details");
	}

	@Test
	void reportsFailureInClient() {
		assertThat(convert(Status.fromThrowable(new IllegalStateException("interceptor"))))
			.isExactlyInstanceOf(TransportException.class)
			.hasMessageEndingWith("failed in this client: interceptor");
	}

	@Test
	void includesServerMessageAboutToken() {
		assertThat(convert(Status.UNAUTHENTICATED.withDescription("Token expired.")))
			.isExactlyInstanceOf(AuthenticationException.class)
			.hasMessageEndingWith("(it says: Token expired.)");
		assertThat(convert(Status.PERMISSION_DENIED.withDescription("Role missing")))
			.isExactlyInstanceOf(AuthenticationException.class)
			.hasMessageEndingWith("no permission to use the server (it says: Role missing)");
	}

	@ParameterizedTest
	@CsvSource({ "UNIMPLEMENTED, 404, TransportException, not a Spark Connect server",
			"UNKNOWN, 500, TransportException, not a Spark Connect server",
			"INTERNAL, 400, TransportException, not a Spark Connect server",
			"UNAVAILABLE, 503, UnreachableException, no Spark Connect server behind it",
			"UNAUTHENTICATED, 401, AuthenticationException, A proxy in front of the server",
			"PERMISSION_DENIED, 403, AuthenticationException, A proxy in front of the server" })
	void recognizesPlainHttpResponses(Status.Code code, int http, String exception, String text) {
		Status status = code.toStatus()
			.withDescription(
					"HTTP status code " + http + "\ninvalid content-type: text/html\n" + "headers: Metadata(:status="
							+ http + ")\nDATA-----------------------------\n<html>secret</html>");
		assertThat(convert(status, new Metadata(), true))
			.satisfies((ex) -> assertThat(ex.getClass().getSimpleName()).isEqualTo(exception))
			.hasMessageContaining(text)
			.hasMessageContaining("(HTTP status code " + http + ", invalid content-type: text/html)")
			.message()
			.doesNotContain("html>");
	}

	@ParameterizedTest
	@CsvSource({ "485454502F, speaks HTTP/1", "00000000, does not speak HTTP/2" })
	void recognizesResponsesInOtherProtocols(String bytes, String text) {
		Status status = Status.INTERNAL.withDescription("http2 exception")
			.withCause(new IllegalStateException(
					"First received frame was not SETTINGS. Hex dump for first 5 bytes: " + bytes));
		assertThat(convert(status)).isExactlyInstanceOf(TransportException.class)
			.hasMessageStartingWith("The peer at spark.example.org:15002 is not a Spark Connect server")
			.hasMessageContaining(text);
	}

	@Test
	void doesNotWrapVirtualMachineErrors() {
		OutOfMemoryError error = new OutOfMemoryError();
		assertThatThrownBy(() -> convert(Status.CANCELLED.withCause(error))).isSameAs(error);
	}

}
