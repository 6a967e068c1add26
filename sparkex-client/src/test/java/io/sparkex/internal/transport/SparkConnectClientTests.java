package io.sparkex.internal.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import io.grpc.Metadata;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.connect.UserContextExtension;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SparkConnectClient}.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SparkConnectClientTests {

	private static final String SESSION = "00112233-4455-6677-8899-aabbccddeeff";

	private final FakeServer server = new FakeServer();

	@AfterEach
	void stop() {
		this.server.close();
	}

	private static String version(SparkConnectClient client) {
		return client.analyze(AnalyzeEncoder.sparkVersion()).getSparkVersion().getVersion();
	}

	@Test
	void sendsTokenAndHeadersWithEachCall() {
		try (SparkConnectClient client = this.server.client("sc://localhost/;token=s3cret;X-Team=data",
				Map.of("spark.a", "b"))) {
			version(client);
			try (ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
				assertThat(responses.next()).isNull();
			}
		}
		// The calls are configuration, analysis, execution and release.
		assertThat(this.server.headers).hasSize(4).allSatisfy((headers) -> {
			assertThat(headers.getAll(key("authorization"))).containsExactly("Bearer s3cret");
			assertThat(headers.get(key("x-team"))).isEqualTo("data");
		});
	}

	@Test
	void rejectsResponsesOfAnotherOperation() {
		this.server.onExecute = (request, observer) -> {
			observer.onNext(ExecutePlanResponse.newBuilder().setOperationId(request.getOperationId()).build());
			observer.onNext(ExecutePlanResponse.newBuilder().setOperationId(SESSION).build());
			observer.onCompleted();
		};
		try (SparkConnectClient client = this.server.client();
				ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
			assertThat(responses.next()).isNotNull();
			assertThatExceptionOfType(CorruptResultException.class).isThrownBy(responses::next)
				.withMessageContaining("a response of the operation " + SESSION);
		}
	}

	@Test
	void sendsNoAuthorizationWithoutToken() {
		try (SparkConnectClient client = this.server.client()) {
			version(client);
		}
		assertThat(this.server.headers)
			.allSatisfy((headers) -> assertThat(headers.containsKey(key("authorization"))).isFalse());
	}

	private static Metadata.Key<String> key(String name) {
		return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
	}

	@Test
	void sendsUserAndSession() {
		try (SparkConnectClient client = this.server
			.client("sc://localhost/;user_id=J%C3%BCrgen;user_agent=app/1;session_id=" + SESSION, Map.of())) {
			assertThat(client.sessionId()).isEqualTo(SESSION);
			version(client);
		}
		AnalyzePlanRequest request = this.server.analyses.get(0);
		assertThat(request.getSessionId()).isEqualTo(SESSION);
		assertThat(request.getUserContext().getUserId()).isEqualTo("Jürgen");
		assertThat(request.getUserContext().getUserName()).isEqualTo("Jürgen");
		assertThat(request.getClientType()).startsWith("app/1 sparkex/").contains("java/");
	}

	@Test
	void addsUserContextExtensionsToEachCall() {
		AtomicInteger calls = new AtomicInteger();
		try (SparkConnectClient client = this.server.client("sc://localhost/;user_id=me",
				(options) -> options.withReattachable(false)
					.withUserContextExtensions(() -> List.of(new UserContextExtension("type/tenant",
							ByteBuffer.wrap(new byte[] { (byte) calls.incrementAndGet() })))))) {
			version(client);
			try (ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE)) {
				responses.next();
			}
		}
		assertThat(this.server.analyses.get(0).getUserContext()).satisfies((context) -> {
			assertThat(context.getUserId()).isEqualTo("me");
			assertThat(context.getExtensions(0).getTypeUrl()).isEqualTo("type/tenant");
			assertThat(context.getExtensions(0).getValue().byteAt(0)).isEqualTo((byte) 1);
		});
		assertThat(this.server.executions.get(0).getUserContext().getExtensions(0).getValue().byteAt(0))
			.isEqualTo((byte) 2);
	}

	@Test
	void createsSessionsOfOtherUsersOnSameConnection() {
		try (SparkConnectClient mine = this.server.client("sc://localhost/;user_id=me", UnaryOperator.identity());
				SparkConnectClient hers = mine.newSession("her")) {
			version(mine);
			version(hers);
		}
		assertThat(this.server.analyses).extracting((request) -> request.getUserContext().getUserId())
			.containsExactly("me", "her");
		assertThat(this.server.analyses).extracting(AnalyzePlanRequest::getSessionId).doesNotHaveDuplicates();
		assertThat(this.server.channels).hasValue(1);
	}

	@Test
	void doesNotConnectBeforeFirstCall() {
		SparkConnectClient client = this.server.client("sc://localhost", Map.of("spark.a", "b"));
		assertThat(this.server.headers).isEmpty();
		client.close();
		assertThat(this.server.headers).isEmpty();
		assertThat(this.server.channels).hasValue(1);
	}

	@Test
	void setsConfigurationOnceForConcurrentCallers() throws Exception {
		int callers = 16;
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		try (SparkConnectClient client = this.server.client("sc://localhost", Map.of("spark.a", "b", "spark.c", "d"))) {
			List<Future<String>> versions = new ArrayList<>();
			for (int i = 0; i < callers; i++) {
				versions.add(threads.submit(() -> {
					FakeServer.await(start);
					return version(client);
				}));
			}
			start.countDown();
			for (Future<String> version : versions) {
				assertThat(version.get(10, TimeUnit.SECONDS)).isEqualTo("4.1.2");
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.server.configs).hasSize(1);
		assertThat(this.server.analyses).hasSize(callers);
		ConfigRequest.Set set = this.server.configs.get(0).getOperation().getSet();
		assertThat(set.getPairsList()).extracting((pair) -> pair.getKey() + "=" + pair.getValue())
			.containsExactlyInAnyOrder("spark.a=b", "spark.c=d");
	}

	@Test
	void retriesConfigurationAfterFailure() {
		AtomicInteger attempts = new AtomicInteger();
		var ordinary = this.server.onConfig;
		this.server.onConfig = (request, observer) -> {
			if (attempts.incrementAndGet() == 1) {
				observer.onError(Status.UNAVAILABLE.withDescription("not yet").asRuntimeException());
			}
			else {
				ordinary.accept(request, observer);
			}
		};
		try (SparkConnectClient client = this.server.client("sc://localhost", Map.of("spark.a", "b"))) {
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> version(client))
				.withMessageContaining("localhost:15002")
				.withMessageContaining("not yet");
			assertThat(this.server.analyses).isEmpty();
			assertThat(version(client)).isEqualTo("4.1.2");
			assertThat(version(client)).isEqualTo("4.1.2");
		}
		assertThat(attempts).hasValue(2);
	}

	@Test
	void doesNotSendEmptyConfiguration() {
		try (SparkConnectClient client = this.server.client()) {
			version(client);
		}
		assertThat(this.server.configs).isEmpty();
	}

	@Test
	void echoesServerSessionFromSecondRequestOn() {
		try (SparkConnectClient client = this.server.client()) {
			version(client);
			version(client);
			client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE).next();
		}
		assertThat(this.server.analyses.get(0).hasClientObservedServerSideSessionId()).isFalse();
		assertThat(this.server.analyses.get(1).getClientObservedServerSideSessionId()).isEqualTo("server-1");
		assertThat(this.server.executions.get(0).getClientObservedServerSideSessionId()).isEqualTo("server-1");
	}

	@Test
	void detectsReplacedSession() {
		try (SparkConnectClient client = this.server.client("sc://localhost/;session_id=" + SESSION, Map.of())) {
			version(client);
			this.server.serverSessionId = "server-2";
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> version(client))
				.withMessageContaining(SESSION)
				.withMessageContaining("build a new session");
		}
	}

	@Test
	void pingHonorsTimeout() {
		this.server.onAnalyze = (request, observer) -> {
		};
		try (SparkConnectClient client = this.server.client()) {
			long start = System.nanoTime();
			assertThatExceptionOfType(DeadlineExceededException.class)
				.isThrownBy(() -> client.ping(Duration.ofMillis(100)))
				.withMessageContaining("localhost:15002");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(90),
					Duration.ofSeconds(5));
		}
	}

	@Test
	void pingDoesNotSendConfiguration() {
		try (SparkConnectClient client = this.server.client("sc://localhost", Map.of("spark.a", "b"))) {
			assertThat(client.ping(Duration.ofSeconds(10))).isEqualTo("4.1.2");
			assertThat(client.ping(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("4.1.2");
		}
		assertThat(this.server.configs).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S" })
	void pingRejectsNonPositiveTimeout(Duration timeout) {
		try (SparkConnectClient client = this.server.client()) {
			assertThatIllegalArgumentException().isThrownBy(() -> client.ping(timeout))
				.withMessage("timeout must be positive but is " + timeout);
		}
	}

	@Test
	void rejectsCallsAfterClose() {
		SparkConnectClient client = this.server.client("sc://localhost/;session_id=" + SESSION, Map.of());
		client.close();
		String message = "The session " + SESSION + " is closed";
		assertThatIllegalStateException().isThrownBy(() -> version(client)).withMessage(message);
		assertThatIllegalStateException().isThrownBy(() -> client.ping(Duration.ofSeconds(1))).withMessage(message);
		assertThatIllegalStateException()
			.isThrownBy(() -> client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE))
			.withMessage(message);
	}

	@Test
	void releasesUsedSessionOnce() {
		SparkConnectClient client = this.server.client("sc://localhost/;session_id=" + SESSION, Map.of());
		version(client);
		client.close();
		client.close();
		assertThat(this.server.releases).hasSize(1);
		assertThat(this.server.releases.get(0).getSessionId()).isEqualTo(SESSION);
	}

	@Test
	void releasesSessionThatOnlyReceivedSparkErrors() {
		this.server.failAnalysis(FakeServer.failure("no", "java.lang.RuntimeException", Map.of()));
		SparkConnectClient client = this.server.client();
		assertThatExceptionOfType(io.sparkex.errors.RemoteException.class).isThrownBy(() -> version(client));
		client.close();
		assertThat(this.server.releases).hasSize(1);
	}

	@Test
	void closesIfReleaseFails() {
		this.server.onRelease = (request, observer) -> observer.onError(Status.INTERNAL.asRuntimeException());
		SparkConnectClient client = this.server.client();
		version(client);
		client.close();
		assertThat(this.server.releases).hasSize(1);
	}

	@Test
	void closesInTimeIfReleaseHangs() {
		this.server.onRelease = (request, observer) -> {
		};
		SparkConnectClient client = this.server.client();
		version(client);
		long start = System.nanoTime();
		client.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		assertThat(this.server.releases).hasSize(1);
	}

	@Test
	void closeKeepsInterruptFlag() {
		SparkConnectClient client = this.server.client();
		version(client);
		Thread.currentThread().interrupt();
		client.close();
		assertThat(Thread.interrupted()).isTrue();
	}

}
