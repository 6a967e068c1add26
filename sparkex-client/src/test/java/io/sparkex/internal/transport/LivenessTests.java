package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.UnreachableException;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Liveness} and the classes that use it.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LivenessTests {

	private static final Duration SHORT = Duration.ofMillis(100);

	private final FakeServer server = new FakeServer();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	@AfterEach
	void stop() {
		// Close the server first, with its channels: gRPC keeps an abandoned connection
		// for five seconds.
		this.server.close();
		this.clients.forEach(SparkConnectClient::close);
	}

	private SparkConnectClient client(RetryPolicy policy) {
		return client(policy, SHORT);
	}

	/**
	 * Creates a client of a live server that must not be considered dead on a slow
	 * machine.
	 */
	private SparkConnectClient patientClient(RetryPolicy policy) {
		return client(policy, Duration.ofMinutes(1));
	}

	private SparkConnectClient client(RetryPolicy policy, Duration probe) {
		SparkConnectClient client = this.server.client("sc://localhost", (options) -> options.withRetryPolicy(policy)
			.withTimeouts(CallTimeouts.defaults().withLiveness(SHORT, probe)));
		this.clients.add(client);
		return client;
	}

	private static String version(SparkConnectClient client) {
		return client.analyze(AnalyzeEncoder.sparkVersion()).getSparkVersion().getVersion();
	}

	private static void sendVersion(AnalyzePlanRequest ignored, StreamObserver<AnalyzePlanResponse> observer) {
		observer.onNext(AnalyzePlanResponse.newBuilder()
			.setServerSideSessionId("server-1")
			.setSparkVersion(AnalyzePlanResponse.SparkVersion.newBuilder().setVersion("4.1.2"))
			.build());
		observer.onCompleted();
	}

	@Test
	void failsCallOnDeadConnection() {
		this.server.swallowsHealthChecks = true;
		this.server.onAnalyze = (request, observer) -> {
		};
		SparkConnectClient client = client(RetryPolicy.failFast());
		long begin = System.nanoTime();
		assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> version(client))
			.withMessageContaining("does not respond");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT.multipliedBy(2), Duration.ofSeconds(5));
		assertThat(this.server.analyses).hasSize(1);
	}

	@Test
	void retriesCallOnNewConnection() {
		this.server.swallowsHealthChecks = true;
		this.server.onAnalyze = (request, observer) -> {
			if (this.server.analyses.size() > 1) {
				sendVersion(request, observer);
			}
		};
		assertThat(version(client(RetryPolicy.defaults()))).isEqualTo("4.1.2");
		assertThat(this.server.analyses).hasSize(2);
	}

	@Test
	void reattachesOperationOnNewConnection() {
		this.server.swallowsHealthChecks = true;
		this.server.onExecute = (request, call) -> call
			.onNext(ExecutePlanResponse.newBuilder().setResponseId("0").build());
		this.server.onReattach = (request, call) -> {
			call.onNext(ExecutePlanResponse.newBuilder()
				.setResponseId("1")
				.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance())
				.build());
			call.onCompleted();
		};
		try (ResponseStream responses = client(RetryPolicy.defaults()).query(Plan.getDefaultInstance(),
				ExecutionOptions.NONE)) {
			assertThat(responses.next()).isNotNull();
			assertThat(responses.next()).isNotNull();
			assertThat(responses.next()).isNull();
		}
		assertThat(this.server.reattaches).hasSize(1);
		FakeServer.await(this.server.cancelled);
	}

	@Test
	void toleratesSlowServer() throws Exception {
		CountDownLatch checked = new CountDownLatch(1);
		this.server.onAnalyze = (request, observer) -> {
			while (this.server.healthChecks.get() < 5) {
				Thread.onSpinWait();
			}
			checked.countDown();
			sendVersion(request, observer);
		};
		assertThat(version(patientClient(RetryPolicy.failFast()))).isEqualTo("4.1.2");
		assertThat(checked.getCount()).isZero();
		assertThat(this.server.analyses).hasSize(1);
	}

	@Test
	void toleratesSlowOperation() {
		this.server.onExecute = (request, call) -> {
			while (this.server.healthChecks.get() < 5) {
				Thread.onSpinWait();
			}
			call.onNext(ExecutePlanResponse.newBuilder()
				.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance())
				.build());
			call.onCompleted();
		};
		try (ResponseStream responses = patientClient(RetryPolicy.failFast()).query(Plan.getDefaultInstance(),
				ExecutionOptions.NONE)) {
			assertThat(responses.next()).isNotNull();
			assertThat(responses.next()).isNull();
		}
		assertThat(this.server.executions).hasSize(1);
		assertThat(this.server.reattaches).isEmpty();
	}

	@Test
	void probesOnceForAllWaitingCalls() {
		this.server.swallowsHealthChecks = true;
		ManagedChannel channel = this.server.channel();
		Liveness liveness = new Liveness(channel, channel, Duration.ofMillis(200));
		CountDownLatch notified = new CountDownLatch(10);
		for (int i = 0; i < 10; i++) {
			liveness.suspect(0, notified::countDown);
		}
		assertThat(notified.getCount()).isEqualTo(10);
		FakeServer.await(notified);
		assertThat(this.server.healthChecks).hasValue(1);
		assertThat(liveness.generation()).isEqualTo(1);
	}

	@Test
	void failsCallsOfEarlierConnectionWithoutProbe() {
		this.server.swallowsHealthChecks = true;
		ManagedChannel channel = this.server.channel();
		Liveness liveness = new Liveness(channel, channel, SHORT);
		CountDownLatch dead = new CountDownLatch(1);
		liveness.suspect(0, dead::countDown);
		FakeServer.await(dead);
		this.server.swallowsHealthChecks = false;
		AtomicInteger givenUp = new AtomicInteger();
		liveness.suspect(0, givenUp::incrementAndGet);
		assertThat(givenUp).hasValue(1);
		assertThat(this.server.healthChecks).hasValue(1);
	}

	@Test
	void doesNotNotifyWhileServerResponds() throws Exception {
		ManagedChannel channel = this.server.channel();
		Liveness liveness = new Liveness(channel, channel, Duration.ofSeconds(10));
		AtomicInteger givenUp = new AtomicInteger();
		for (int i = 1; i <= 3; i++) {
			liveness.suspect(0, givenUp::incrementAndGet);
			while (this.server.healthChecks.get() < i) {
				liveness.suspect(0, givenUp::incrementAndGet);
				TimeUnit.MILLISECONDS.sleep(1);
			}
		}
		assertThat(liveness.generation()).isZero();
		assertThat(givenUp).hasValue(0);
	}

	@Test
	void treatsUnreachableServerAsDead() {
		ManagedChannel channel = InProcessChannelBuilder.forName("absent").build();
		Liveness liveness = new Liveness(channel, channel, Duration.ofSeconds(10));
		CountDownLatch dead = new CountDownLatch(1);
		liveness.suspect(0, dead::countDown);
		FakeServer.await(dead);
		assertThat(liveness.generation()).isEqualTo(1);
		channel.shutdownNow();
	}

	@Test
	void reportsDeadConnectionAsTransientError() {
		assertThat(TransientErrors.isTransient(Liveness.DEAD, ErrorTrailers.parse(null))).isTrue();
		assertThat(Liveness.DEAD.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
	}

}
