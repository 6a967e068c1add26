package io.sparkex;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.faults.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for network failures and the time until they are reported.
 */
class NetworkFailuresIntegrationTests {

	private static final Duration BUDGET = Duration.ofSeconds(3);

	private static final Duration SILENCE = Duration.ofMillis(500);

	private static final Duration PROBE = Duration.ofSeconds(2);

	/**
	 * Generous for slow machines.
	 */
	private static final Duration SLACK = Duration.ofSeconds(4);

	private final String server = TestServer.get().url();

	private final FaultProxy network = FaultProxy.to(this.server);

	private final Retries retries = new Retries();

	private SparkSession spark;

	@BeforeEach
	void open() {
		this.spark = SparkSession.builder()
			.url(this.network.through(this.server))
			.connectTimeout(Duration.ofSeconds(1))
			.retryPolicy(RetryPolicy.defaults().withBudget(BUDGET))
			.timeouts(CallTimeouts.defaults().withLiveness(SILENCE, PROBE))
			.executionListener(this.retries)
			.build();
	}

	@AfterEach
	void close() {
		this.network.resume();
		this.spark.close();
		this.network.close();
	}

	private static Duration time(Runnable task) {
		long begin = System.nanoTime();
		task.run();
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	@Test
	void resumesOnNewConnectionAfterSilence() {
		SequentialRows.verify(SequentialRows.query(this.spark, 500_000), 500_000, 10_000,
				this.network::stallOpenConnections);
		assertThat(this.network.connections()).isEqualTo(2);
		assertThat(this.retries.reasons).anyMatch((reason) -> reason.contains("does not respond"));
		this.network.stallOpenConnections();
		assertThat(time(this.spark.range(1)::schema)).isLessThan(SILENCE.plus(PROBE).plus(SLACK));
		this.network.stallOpenConnections();
		assertThat(time(this.spark.range(1)::count)).isLessThan(SILENCE.plus(PROBE).plus(SLACK));
		assertThat(this.network.connections()).isEqualTo(4);
	}

	@Test
	void failsIfAllConnectionsAreSilent() {
		assertThat(this.spark.range(1).count()).isEqualTo(1);
		this.network.stall();
		// The inactivity timeout, the liveness check, the retry budget, and a last
		// attempt.
		Duration bound = SILENCE.plus(PROBE).multipliedBy(2).plus(BUDGET).plus(SLACK);
		assertThat(time(() -> assertThatExceptionOfType(UnreachableException.class).isThrownBy(this.spark::version)))
			.isLessThan(bound);
		assertThat(time(
				() -> assertThatExceptionOfType(UnreachableException.class).isThrownBy(this.spark.range(1)::collect)))
			.isLessThan(bound);
		this.network.resume();
		assertThat(this.spark.range(1).count()).isEqualTo(1);
	}

	@Test
	void failsMidResultIfServerStaysDown() {
		assertThatExceptionOfType(UnreachableException.class)
			.isThrownBy(() -> SequentialRows.verify(SequentialRows.query(this.spark, 500_000), 500_000, 10_000,
					this.network::refuse))
			.satisfies((ex) -> assertThat(ex.operationId()).isNotNull());
		this.network.listen();
		SequentialRows.verify(SequentialRows.query(this.spark, 500_000), 500_000);
	}

	@Test
	void failsAtClosedPortWithinRetryBudget() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		try (SparkSession lost = SparkSession.builder()
			.url("sc://127.0.0.1:" + port)
			.retryPolicy(RetryPolicy.defaults().withBudget(BUDGET))
			.build()) {
			assertThat(time(() -> assertThatExceptionOfType(UnreachableException.class).isThrownBy(lost::version)
				.withMessageContaining("127.0.0.1:" + port))).isBetween(BUDGET.minusMillis(100), BUDGET.plus(SLACK));
			assertThat(time(
					() -> assertThatExceptionOfType(UnreachableException.class).isThrownBy(lost.range(1)::collect)))
				.isBetween(BUDGET.minusMillis(100), BUDGET.plus(SLACK));
			assertThat(time(() -> assertThatExceptionOfType(UnreachableException.class)
				.isThrownBy(() -> lost.ping(Duration.ofSeconds(1))))).isLessThan(BUDGET);
		}
	}

	@Test
	void resumesIfServerReturnsWithinRetryBudget() {
		assertThat(this.spark.range(1).count()).isEqualTo(1);
		this.network.refuse();
		CompletableFuture<Long> count = CompletableFuture.supplyAsync(this.spark.range(7)::count);
		CompletableFuture<String> schema = CompletableFuture.supplyAsync(() -> this.spark.range(7).schema().toString());
		LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
		assertThat(count).isNotDone();
		this.network.listen();
		assertThat(count.join()).isEqualTo(7);
		assertThat(schema.join()).contains("id");
	}

	/**
	 * As shown on the reliability page.
	 */
	@Test
	void appliesShorterRetryBudget() {
		String url = this.network.through(this.server);
		SparkSession spark = SparkSession.builder()
			.url(url)
			.connectTimeout(Duration.ofSeconds(5))
			.retryPolicy(RetryPolicy.defaults().withBudget(Duration.ofSeconds(10)))
			.timeouts(CallTimeouts.defaults()
				.withAnalysis(Duration.ofMinutes(2))
				.withLiveness(Duration.ofSeconds(10), Duration.ofSeconds(5)))
			.build();
		assertThat(spark.range(1).count()).isEqualTo(1);
		spark.close();
	}

	@Test
	void toleratesSlowNetwork() {
		this.network.delay(100);
		this.network.throttle(2_000_000);
		SequentialRows.verify(SequentialRows.query(this.spark, 20_000), 20_000);
		assertThat(this.network.connections()).isEqualTo(1);
		assertThat(this.retries.reasons).isEmpty();
	}

	@Test
	void toleratesLongQueryWithoutResponses() {
		Duration taken = time(() -> assertThat(
				this.spark.range(1).selectExpr("java_method('java.lang.Thread', 'sleep', 4000L) AS slept").collect())
			.hasSize(1));
		assertThat(taken).isGreaterThan(Duration.ofSeconds(4));
		assertThat(this.network.connections()).isEqualTo(1);
		assertThat(this.retries.reasons).isEmpty();
	}

	/**
	 * Listener that records the reasons of retries.
	 */
	private static final class Retries implements ExecutionListener {

		private final List<String> reasons = new CopyOnWriteArrayList<>();

		@Override
		public void retried(Execution execution, Duration wait, String reason) {
			this.reasons.add(reason);
		}

	}

}
