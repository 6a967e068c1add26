package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import io.grpc.Status;
import io.grpc.StatusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.ParseException;
import io.sparkex.errors.PermissionDeniedException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link ErrorConverter}, through a client.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrorConverterTests {

	private static final String PARSE = "org.apache.spark.sql.catalyst.parser.ParseException";

	private static final String ANALYSIS = "org.apache.spark.sql.AnalysisException";

	private final FakeServer server = new FakeServer();

	private final SparkConnectClient client = this.server.client();

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	private SparkException failure() {
		return catchThrowableOfType(SparkException.class, () -> this.client.ping(Duration.ofSeconds(10)));
	}

	private void answerFetch(FetchErrorDetailsResponse response) {
		this.server.onFetch = (request, observer) -> {
			observer.onNext(response);
			observer.onCompleted();
		};
	}

	@Test
	void reportsErrorDetailsOfServer() {
		this.server.failAnalysis(FakeServer.failure("abbreviated...", ANALYSIS,
				Map.of("errorId", "e-1", "errorClass", "UNRESOLVED_COLUMN", "sqlState", "42703")));
		answerFetch(FetchErrorDetailsResponse.newBuilder()
			.setRootErrorIdx(1)
			.addErrors(FetchErrorDetailsResponse.Error.newBuilder().setMessage("the cause"))
			.addErrors(FetchErrorDetailsResponse.Error.newBuilder()
				.setMessage("the whole message")
				.addErrorTypeHierarchy("org.apache.spark.sql.catalyst.ExtendedAnalysisException")
				.addErrorTypeHierarchy(ANALYSIS)
				.setSparkThrowable(FetchErrorDetailsResponse.SparkThrowable.newBuilder()
					.putMessageParameters("objectName", "`x`")))
			.build());
		assertThat(failure()).isExactlyInstanceOf(AnalysisException.class)
			.hasMessage("the whole message")
			.hasCauseInstanceOf(StatusException.class)
			.asInstanceOf(type(RemoteException.class))
			.satisfies((ex) -> {
				assertThat(ex.errorClass()).isEqualTo("UNRESOLVED_COLUMN");
				assertThat(ex.sqlState()).isEqualTo("42703");
				assertThat(ex.messageParameters()).containsExactly(Map.entry("objectName", "`x`"));
			});
		assertThat(this.server.fetches).singleElement().satisfies((request) -> {
			assertThat(request.getErrorId()).isEqualTo("e-1");
			assertThat(request.getSessionId()).isEqualTo(this.client.sessionId());
		});
	}

	@Test
	void fallsBackIfDetailsCannotBeFetched() {
		this.server.failAnalysis(FakeServer.failure("short", PARSE,
				Map.of("errorId", "e-1", "errorClass", "PARSE_SYNTAX_ERROR", "sqlState", "42601")));
		assertThat(failure()).isExactlyInstanceOf(ParseException.class).hasMessage("short");
		assertThat(this.server.fetches).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 7 })
	void fallsBackIfRootErrorIsMissing(int root) {
		this.server.failAnalysis(FakeServer.failure("short", ANALYSIS, Map.of("errorId", "e-1")));
		answerFetch(FetchErrorDetailsResponse.newBuilder().setRootErrorIdx(root).build());
		assertThat(failure()).isExactlyInstanceOf(AnalysisException.class).hasMessage("short");
	}

	@Test
	void fallsBackIfDetailsHaveExpired() {
		this.server
			.failAnalysis(FakeServer.failure("short", "org.apache.spark.SparkException", Map.of("errorId", "e")));
		answerFetch(FetchErrorDetailsResponse.getDefaultInstance());
		assertThat(failure()).isExactlyInstanceOf(RemoteException.class).hasMessage("short");
	}

	@Test
	void doesNotFetchDetailsWithoutErrorId() {
		this.server.failAnalysis(FakeServer.failure("boom", "org.apache.spark.SparkException", Map.of()));
		assertThat(failure()).isExactlyInstanceOf(RemoteException.class).hasMessage("boom");
		assertThat(this.server.fetches).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "INVALID_HANDLE.SESSION_CLOSED", "INVALID_HANDLE.SESSION_CHANGED",
			"INVALID_HANDLE.SESSION_NOT_FOUND" })
	void recognizesLostSession(String errorClass) {
		this.server.failAnalysis(FakeServer.failure("Gone.", "x", Map.of("errorClass", errorClass)));
		assertThat(failure()).isExactlyInstanceOf(SessionLostException.class)
			.hasMessageContaining("build a new session")
			.hasMessageEndingWith("(The server says: Gone.)");
	}

	@Test
	void distinguishesLostOperationFromQueryError() {
		this.server.failAnalysis(FakeServer.failure("Gone.", "x",
				Map.of("errorClass", "INVALID_HANDLE.OPERATION_NOT_FOUND", "errorId", "e-1")));
		assertThat(failure()).isExactlyInstanceOf(TransportException.class);
		assertThat(this.server.fetches).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPERATION_CANCELED", "SPARK_JOB_CANCELLED" })
	void recognizesCancelledOperation(String errorClass) {
		this.server.failAnalysis(FakeServer.failure("Stopped", "x", Map.of("errorClass", errorClass)));
		assertThat(failure()).isExactlyInstanceOf(OperationCancelledException.class).hasMessage("Stopped");
	}

	@Test
	void readsTrailersIfDetailsAreMissing() {
		this.server.failAnalysis(FakeServer.failure("short", "org.example.Special", Map.of("classes",
				"[\"org.example.Special\",\"" + ANALYSIS + "\"]", "messageParameters", "{\"objectName\":\"`x`\"}")));
		assertThat(failure()).isExactlyInstanceOf(AnalysisException.class)
			.hasNoSuppressedExceptions()
			.asInstanceOf(type(RemoteException.class))
			.satisfies((ex) -> {
				assertThat(ex.messageParameters()).containsExactly(Map.entry("objectName", "`x`"));
				assertThat(ex.serverError()).hasToString("org.example.Special: short");
			});
	}

	@Test
	void findsErrorClassMissingInTrailersInDetails() {
		this.server.failAnalysis(FakeServer.failure("short", "x", Map.of("errorId", "e-1")));
		answerFetch(FetchErrorDetailsResponse.newBuilder()
			.setRootErrorIdx(0)
			.addErrors(FetchErrorDetailsResponse.Error.newBuilder()
				.setMessage("long")
				.setSparkThrowable(FetchErrorDetailsResponse.SparkThrowable.newBuilder()
					.setErrorClass("DIVIDE_BY_ZERO")
					.setSqlState("22012")))
			.build());
		assertThat(failure()).isExactlyInstanceOf(RemoteException.class)
			.asInstanceOf(type(RemoteException.class))
			.satisfies((ex) -> {
				assertThat(ex.errorClass()).isEqualTo("DIVIDE_BY_ZERO");
				assertThat(ex.sqlState()).isEqualTo("22012");
			});
	}

	@Test
	void recognizesAccessDenialBySqlState() {
		this.server.failAnalysis(FakeServer.failure("no", ANALYSIS, Map.of("sqlState", "42501")));
		assertThat(failure()).isExactlyInstanceOf(PermissionDeniedException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.hadoop.security.AccessControlException",
			"org.apache.kyuubi.plugin.spark.authz.AccessControlException", "java.nio.file.AccessDeniedException" })
	void recognizesAccessDenialByCause(String type) {
		this.server.failAnalysis(FakeServer.failure("Job aborted", "x", Map.of("errorId", "e-1")));
		answerFetch(FetchErrorDetailsResponse.newBuilder()
			.setRootErrorIdx(0)
			.addErrors(FetchErrorDetailsResponse.Error.newBuilder().setMessage("Job aborted").setCauseIdx(1))
			.addErrors(FetchErrorDetailsResponse.Error.newBuilder().setMessage("not you").addErrorTypeHierarchy(type))
			.build());
		assertThat(failure()).isExactlyInstanceOf(PermissionDeniedException.class)
			.hasMessage("Job aborted\nCaused by: " + type + ": not you");
	}

	@Test
	void doesNotMatchSimilarClassNameAsDenial() {
		this.server.failAnalysis(FakeServer.failure("no", "org.example.NoAccessDeniedExceptionAtAll", Map.of()));
		assertThat(failure()).isExactlyInstanceOf(RemoteException.class);
	}

	@Test
	void createsSerializableExceptions() throws Exception {
		this.server.failAnalysis(FakeServer.failure("short", PARSE, Map.of("errorId", "e-1")));
		answerFetch(FetchErrorDetailsResponse.newBuilder()
			.setRootErrorIdx(0)
			.addErrors(FetchErrorDetailsResponse.Error.newBuilder()
				.setMessage("whole")
				.addErrorTypeHierarchy(PARSE)
				.addStackTrace(FetchErrorDetailsResponse.StackTraceElement.newBuilder()
					.setDeclaringClass("a.B")
					.setMethodName("c")))
			.build());
		SparkException failure = failure();
		SparkException read = (SparkException) CallFailureTests.deserialized(failure);
		assertThat(read).isExactlyInstanceOf(ParseException.class).hasMessage("whole");
		assertThat(read.getStackTrace()).isEqualTo(failure.getStackTrace());
		assertThat(read.getSuppressed()).hasSize(1);
		assertThat(read.getCause()).hasToString("io.grpc.StatusException: INTERNAL: short");
	}

	static Stream<Arguments> statuses() {
		return Stream.of(
				arguments(Status.UNAUTHENTICATED, AuthenticationException.class, "requires a token, but none is set"),
				arguments(Status.PERMISSION_DENIED, AuthenticationException.class, "denies the call"),
				arguments(Status.UNAVAILABLE, UnreachableException.class, "No Spark Connect server answers at"),
				arguments(Status.DEADLINE_EXCEEDED, DeadlineExceededException.class, "did not answer in time"),
				arguments(Status.CANCELLED, OperationCancelledException.class, "detail"),
				arguments(Status.UNIMPLEMENTED, UnsupportedException.class, "detail"),
				arguments(Status.UNKNOWN, RemoteException.class, "failed: detail"),
				arguments(Status.INVALID_ARGUMENT, RemoteException.class, "detail"),
				arguments(Status.FAILED_PRECONDITION, RemoteException.class, "detail"),
				arguments(Status.NOT_FOUND, RemoteException.class, "detail"),
				arguments(Status.ALREADY_EXISTS, RemoteException.class, "detail"),
				arguments(Status.OUT_OF_RANGE, RemoteException.class, "detail"),
				arguments(Status.RESOURCE_EXHAUSTED, TransportException.class, "exhausted a resource"),
				arguments(Status.INTERNAL, TransportException.class, "detail"),
				arguments(Status.ABORTED, TransportException.class, "detail"),
				arguments(Status.DATA_LOSS, TransportException.class, "detail"));
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void mapsStatusToExceptionType(Status status, Class<?> family, String message) {
		this.server.failAnalysis(status.withDescription("detail").asRuntimeException());
		assertThat(failure()).isExactlyInstanceOf(family)
			.hasMessageContaining(message)
			.hasCauseInstanceOf(StatusException.class);
	}

	@ParameterizedTest
	@MethodSource("statuses")
	void createsMessageWithoutStatusDescription(Status status, Class<?> family, String message) {
		this.server.failAnalysis(status.asRuntimeException());
		assertThat(failure()).isExactlyInstanceOf(family).message().isNotBlank().doesNotContain("null");
	}

	@Test
	void reportsRejectedToken() {
		this.server.failAnalysis(Status.UNAUTHENTICATED.asRuntimeException());
		try (SparkConnectClient authenticated = this.server.client("sc://localhost/;token=s3cret", Map.of())) {
			assertThatExceptionOfType(AuthenticationException.class)
				.isThrownBy(() -> authenticated.ping(Duration.ofSeconds(10)))
				.withMessageStartingWith("The server at localhost:15002 does not accept the token.")
				.withMessageNotContaining("s3cret");
		}
	}

}
