package io.sparkex;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.embedded.EmbeddedSparkServer;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.faults.FaultProxy;
import io.sparkex.fixtures.Campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that results are complete despite disconnects.
 */
class ReattachIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ReattachIntegrationTests.class);

	private static final long ROWS = 500_000;

	private static final int RUNS = Campaign.size(40, 2_000);

	@Test
	void deliversEachRowOnceDespiteDisconnects() {
		cutAtRandom(TestServer.get().url(), RUNS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.2.0" })
	void deliversEachRowOnceOnEachSparkVersion(String version) {
		TestServer.assumeSupported(version);
		cutAtRandom(TestServer.get(version).url(), RUNS / 10);
	}

	@Test
	void deliversEachRowOnceIfServerEndsStreams() {
		try (EmbeddedSparkServer server = serverWithShortLimits("123")) {
			cutAtRandom(server.url(), RUNS / 4);
			try (SparkSession spark = SparkSession.builder().url(server.url()).failFast().build()) {
				// Streams that the server ends at its own limits are not failures.
				SequentialRows.verify(SequentialRows.query(spark, ROWS), ROWS);
				long begin = System.nanoTime();
				assertThat(
						spark.range(1).selectExpr("java_method('java.lang.Thread', 'sleep', 2500L) AS slept").collect())
					.hasSize(1);
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(2500));
			}
			keepsOperationOfSlowReader(server);
		}
	}

	@Test
	void keepsOperationOfSlowReader() {
		try (EmbeddedSparkServer server = serverWithShortLimits("1g")) {
			keepsOperationOfSlowReader(server);
		}
	}

	private static void keepsOperationOfSlowReader(EmbeddedSparkServer server) {
		try (FaultProxy network = FaultProxy.to(server.url());
				SparkSession spark = SparkSession.builder()
					.url(network.through(server.url()))
					.timeouts(CallTimeouts.defaults().withLiveness(Duration.ofSeconds(1), Duration.ofSeconds(10)))
					.build()) {
			SequentialRows.verify(SequentialRows.query(spark, ROWS), ROWS, ROWS / 10, () -> {
				network.cut();
				// More than twice the time after which the server abandons detached
				// operations.
				LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8));
			});
		}
	}

	/**
	 * Starts a server that ends streams after one second or after the given number of
	 * bytes, and abandons operations without an attached client after three seconds.
	 */
	private static EmbeddedSparkServer serverWithShortLimits(String streamSize) {
		return TestServer.builder(TestServer.DEFAULT_VERSION)
			.config("spark.connect.execute.reattachable.senderMaxStreamDuration", "1s")
			.config("spark.connect.execute.reattachable.senderMaxStreamSize", streamSize)
			.config("spark.connect.execute.manager.detachedTimeout", "3s")
			.config("spark.connect.execute.manager.maintenanceInterval", "1s")
			.start();
	}

	@Test
	void failsOnDisconnectIfReattachIsDisabled() {
		String server = TestServer.get().url();
		try (FaultProxy network = FaultProxy.to(server);
				SparkSession spark = SparkSession.builder().url(network.through(server)).reattachable(false).build()) {
			SequentialRows.verify(SequentialRows.query(spark, ROWS), ROWS);
			network.cutAfterReceiving(5_000_000);
			assertThatExceptionOfType(UnreachableException.class)
				.isThrownBy(() -> SequentialRows.verify(SequentialRows.query(spark, ROWS), ROWS));
			SequentialRows.verify(SequentialRows.query(spark, ROWS), ROWS);
		}
	}

	private static void cutAtRandom(String server, int runs) {
		try (FaultProxy network = FaultProxy.to(server);
				SparkSession spark = SparkSession.builder().url(network.through(server)).build()) {
			SequentialRows.verify(SequentialRows.query(spark, ROWS), ROWS);
			long bytes = network.received();
			long seed = System.nanoTime();
			logger.info("Cutting {} runs of {} bytes at random places, seed {}", runs, bytes, seed);
			Random random = new Random(seed);
			Reattaches reattaches = new Reattaches();
			int cuts = 0;
			for (int run = 0; run < runs; run++) {
				int before = network.connections();
				String place = cutAtRandom(network, bytes, random);
				try {
					SequentialRows.verify(SequentialRows.query(spark, ROWS)
						.withListener(reattaches)
						.withTimeout(Duration.ofSeconds(60)), ROWS);
				}
				catch (RuntimeException | AssertionError ex) {
					throw new AssertionError("Run " + run + " of seed " + seed + ", cut after " + place, ex);
				}
				cuts += network.connections() - before;
				network.resume();
			}
			logger.info("{} runs, {} cuts, {} times reattached", runs, cuts, reattaches.count);
			assertThat(cuts).isGreaterThan(runs / 2);
		}
	}

	private static String cutAtRandom(FaultProxy network, long bytes, Random random) {
		if (random.nextInt(6) == 0) {
			int sent = random.nextInt(2_000);
			network.cutAfterSending(sent);
			return sent + " bytes sent";
		}
		long received = (long) (random.nextDouble() * random.nextDouble() * bytes);
		network.cutAfterReceiving(received);
		return received + " bytes received";
	}

	/**
	 * Listener that counts events.
	 */
	private static final class Reattaches implements ExecutionListener {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public void reattached(Execution execution) {
			this.count.incrementAndGet();
		}

	}

}
