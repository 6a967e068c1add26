package io.sparkex.internal.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.connect.TlsOptions;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TlsException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;
import io.sparkex.internal.protocol.AnalyzeEncoder;
import io.sparkex.internal.protocol.ConfigEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Connection} and {@link PendingResponse}, with idempotent calls.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionTests {

	private static final RetryPolicy QUICK = RetryPolicy.defaults()
		.withBackoff(Duration.ofMillis(1), 2, Duration.ofMillis(4));

	private final FakeServer server = new FakeServer();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private SparkConnectClient client(UnaryOperator<ClientOptions> customizer) {
		SparkConnectClient client = this.server.client("sc://localhost", customizer);
		this.clients.add(client);
		return client;
	}

	private SparkConnectClient client(RetryPolicy policy) {
		return client((options) -> options.withRetryPolicy(policy));
	}

	private static String version(SparkConnectClient client) {
		return client.analyze(AnalyzeEncoder.sparkVersion()).getSparkVersion().getVersion();
	}

	private void failFirst(int times, RuntimeException failure) {
		var ordinary = this.server.onAnalyze;
		this.server.onAnalyze = (request, observer) -> {
			if (this.server.analyses.size() <= times) {
				observer.onError(failure);
			}
			else {
				ordinary.accept(request, observer);
			}
		};
	}

	private static Connection idle(ChannelOptions channel) {
		try (SparkConnectClient client = new SparkConnectClient(
				ClientOptions.of(ConnectionString.parse("sc://localhost:1")).withChannel(channel))) {
			return client.connection();
		}
	}

	@Test
	void createsChannelOnDemandIfItCannotFail() {
		ChannelOptions plain = ChannelOptions.defaults();
		assertThat(idle(plain).isOpened()).isFalse();
		assertThat(idle(plain.withTls(TlsOptions.systemTrust())).isOpened()).isFalse();
		assertThat(idle(plain.withTls(TlsOptions.systemTrust().withServerName("spark"))).isOpened()).isTrue();
		assertThat(client(QUICK).connection().isOpened()).as("of a custom factory").isTrue();
	}

	@Test
	void reportsBrokenJvmTrustStoreAsCallFailure(@TempDir Path folder) throws IOException {
		String before = System.getProperty("javax.net.ssl.trustStore");
		System.setProperty("javax.net.ssl.trustStore",
				Files.writeString(folder.resolve("trusted.jks"), "nonsense").toString());
		try (SparkConnectClient client = new SparkConnectClient(
				ClientOptions.of(ConnectionString.parse("sc://localhost:1/;use_ssl=true")))) {
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> version(client))
				.withMessageContaining("javax.net.ssl.trustStore");
		}
		finally {
			if (before != null) {
				System.setProperty("javax.net.ssl.trustStore", before);
			}
			else {
				System.clearProperty("javax.net.ssl.trustStore");
			}
		}
	}

	@Test
	void rejectsCallsIfClosedBeforeChannelCreation() {
		Connection closed = idle(ChannelOptions.defaults());
		assertThatExceptionOfType(StatusRuntimeException.class)
			.isThrownBy(() -> closed.callOnce(SparkConnectServiceGrpc.getAnalyzePlanMethod(),
					AnalyzePlanRequest.getDefaultInstance(), Duration.ofSeconds(10)))
			.extracting((ex) -> ex.getStatus().getCode())
			.isEqualTo(Status.Code.UNAVAILABLE);
	}

	@Test
	void retriesCallUntilItSucceeds() {
		failFirst(5, Status.UNAVAILABLE.asRuntimeException());
		assertThat(version(client(QUICK))).isEqualTo("4.1.2");
		assertThat(this.server.analyses).hasSize(6);
	}

	@Test
	void retriesCallIfServerRequestsIt() {
		failFirst(1, FakeServer.busy(Duration.ofMillis(50)));
		long begin = System.nanoTime();
		assertThat(version(client(QUICK))).isEqualTo("4.1.2");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(50));
		assertThat(this.server.analyses).hasSize(2);
	}

	@Test
	void doesNotRetryCallUnderFailFast() {
		failFirst(1, Status.UNAVAILABLE.asRuntimeException());
		assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> version(client(RetryPolicy.failFast())));
		assertThat(this.server.analyses).hasSize(1);
	}

	@Test
	void doesNotRetryPermanentErrors() {
		failFirst(1, FakeServer.failure("UNRESOLVED_COLUMN"));
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> version(client(QUICK)));
		assertThat(this.server.analyses).hasSize(1);
	}

	@Test
	void failsWhenRetryBudgetIsExhausted() {
		failFirst(Integer.MAX_VALUE, Status.UNAVAILABLE.withDescription("not today").asRuntimeException());
		long begin = System.nanoTime();
		assertThatExceptionOfType(UnreachableException.class)
			.isThrownBy(() -> version(client(QUICK.withBudget(Duration.ofMillis(100)))))
			.withMessageContaining("not today");
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(95), Duration.ofSeconds(5));
	}

	@Test
	void doesNotRetryPing() {
		failFirst(1, Status.UNAVAILABLE.asRuntimeException());
		SparkConnectClient client = client(QUICK);
		assertThatExceptionOfType(UnreachableException.class).isThrownBy(() -> client.ping(Duration.ofSeconds(10)));
		assertThat(this.server.analyses).hasSize(1);
	}

	@Test
	void timesOutWhileWaitingForResponse() {
		this.server.onAnalyze = (request, observer) -> {
		};
		this.server.onConfig = (request, observer) -> {
		};
		SparkConnectClient client = client((options) -> options.withTimeouts(
				CallTimeouts.defaults().withAnalysis(Duration.ofMillis(50)).withRequest(Duration.ofMillis(60))));
		assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(() -> version(client));
		assertThatExceptionOfType(DeadlineExceededException.class)
			.isThrownBy(() -> client.config(ConfigEncoder.unset("a")));
		assertThat(this.server.analyses).hasSize(1);
		assertThat(this.server.configs).hasSize(1);
	}

	@Test
	void timesOutWhileWaitingToRetry() {
		failFirst(1, FakeServer.busy(Duration.ofMinutes(10)));
		SparkConnectClient client = client((options) -> options.withRetryPolicy(QUICK.withBudget(Duration.ofHours(1)))
			.withTimeouts(CallTimeouts.defaults().withAnalysis(Duration.ofSeconds(5))));
		assertThatExceptionOfType(SparkException.class).isThrownBy(() -> version(client));
		assertThat(this.server.analyses).hasSize(1);
	}

	@Test
	void interruptEndsWaitForResponse() throws Exception {
		CountDownLatch cancelled = new CountDownLatch(1);
		CountDownLatch received = new CountDownLatch(1);
		this.server.onAnalyze = (request, observer) -> {
			((ServerCallStreamObserver<?>) observer).setOnCancelHandler(cancelled::countDown);
			received.countDown();
		};
		assertInterrupts(client(QUICK), "waited for the server", received);
		FakeServer.await(cancelled);
	}

	@Test
	void interruptEndsWaitToRetry() throws Exception {
		failFirst(1, FakeServer.busy(Duration.ofSeconds(25)));
		assertInterrupts(client(QUICK), "before the retry of the call", new CountDownLatch(0));
		assertThat(this.server.analyses).hasSize(1);
	}

	private static void assertInterrupts(SparkConnectClient client, String message, CountDownLatch received)
			throws Exception {
		FutureTask<Boolean> caller = new FutureTask<>(() -> {
			assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(() -> version(client))
				.withMessageContaining(message)
				.withCauseInstanceOf(InterruptedException.class);
			return Thread.currentThread().isInterrupted();
		});
		Thread thread = new Thread(caller);
		thread.start();
		FakeServer.await(received);
		awaitWaitingIn(thread, message.startsWith("waited") ? PendingResponse.class : Connection.class);
		thread.interrupt();
		assertThat(caller.get(10, TimeUnit.SECONDS)).as("interrupt flag").isTrue();
	}

	private static void awaitWaitingIn(Thread thread, Class<?> type) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (!isWaitingIn(thread, type)) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.onSpinWait();
		}
	}

	/**
	 * Returns whether the innermost method of this library belongs to the class.
	 */
	private static boolean isWaitingIn(Thread thread, Class<?> type) {
		if (thread.getState() != Thread.State.TIMED_WAITING) {
			return false;
		}
		for (StackTraceElement element : thread.getStackTrace()) {
			if (element.getClassName().startsWith("io.sparkex")) {
				return element.getClassName().equals(type.getName());
			}
		}
		return false;
	}

	@Test
	void lastSessionClosesConnection() {
		SparkConnectClient first = client(QUICK);
		SparkConnectClient second = first.newSession();
		this.clients.add(second);
		first.close();
		first.close();
		assertThat(version(second)).isEqualTo("4.1.2");
		assertThatIllegalStateException().isThrownBy(first::newSession).withMessageContaining("is closed");
		second.close();
		assertThat(this.server.channels).hasValue(1);
	}

	@Test
	void failsIfCallEndsWithoutResponse() {
		this.server.onAnalyze = (request, observer) -> observer.onCompleted();
		assertThatExceptionOfType(SparkException.class).isThrownBy(() -> version(client(QUICK)));
		assertThat(this.server.analyses).hasSize(1);
	}

}
