package io.sparkex;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.OperationState;
import io.sparkex.faults.FaultProxy;
import io.sparkex.fixtures.Campaign;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Soak test: a session under load over a network that fails intermittently. Runs for
 * seconds by default, and for ten minutes in the profile {@code campaigns}.
 */
class SoakIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(SoakIntegrationTests.class);

	private static final Duration DURATION = Duration.ofSeconds(Campaign.size(8, 600));

	private static final int USERS = 4;

	private final AtomicInteger done = new AtomicInteger();

	private final AtomicInteger reattached = new AtomicInteger();

	private final AtomicInteger retried = new AtomicInteger();

	private final List<Throwable> failures = new ArrayList<>();

	@Test
	void doesNotLeakResources() throws Exception {
		String server = TestServer.get("4.2.0").url();
		long seed = System.nanoTime();
		logger.info("Soaking for {}, seed {}", DURATION, seed);
		try (FaultProxy network = FaultProxy.to(server);
				SparkSession spark = SparkSession.builder()
					.url(network.through(server))
					.timeouts(CallTimeouts.defaults().withLiveness(Duration.ofSeconds(1), Duration.ofSeconds(3)))
					.executionListener(new Counter())
					.build()) {
			use(spark, 0);
			State before = State.of(spark);
			AtomicBoolean over = new AtomicBoolean();
			List<Thread> users = new ArrayList<>();
			for (int user = 0; user < USERS; user++) {
				users.add(start(spark, over, user));
			}
			Random random = new Random(seed);
			int faults = fail(network, random);
			over.set(true);
			network.resume();
			for (Thread user : users) {
				user.join(TimeUnit.MINUTES.toMillis(2));
				assertThat(user.isAlive()).as("a user hangs").isFalse();
			}
			State after = State.of(spark);
			logger.info("{} calls, {} faults, {} reattached, {} retried; before {}, after {}", this.done, faults,
					this.reattached, this.retried, before, after);
			assertThat(this.failures).isEmpty();
			assertThat(this.done.get()).isGreaterThan(USERS);
			assertThat(after.operations()).as("operations that still run").isZero();
			assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 2);
			assertThat(after.heap()).isLessThan(before.heap() + 64);
			awaitClosedConnections(network);
		}
	}

	private static void awaitClosedConnections(FaultProxy network) {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (network.openConnections() > 2) {
			assertThat(System.nanoTime()).as("%d connections are open", network.openConnections()).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private Thread start(SparkSession spark, AtomicBoolean over, int user) {
		Thread thread = new Thread(() -> {
			while (!over.get()) {
				try {
					use(spark, user);
				}
				catch (RuntimeException | AssertionError ex) {
					synchronized (this.failures) {
						this.failures.add(ex);
					}
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			}
		}, "soak-" + user);
		thread.start();
		return thread;
	}

	private void use(SparkSession spark, int user) {
		switch ((user + this.done.incrementAndGet()) % 4) {
			case 0 -> SequentialRows.verify(SequentialRows.query(spark, 20_000), 20_000);
			case 1 -> assertThat(spark.range(user + 1).count()).isEqualTo(user + 1);
			case 2 -> assertThat(spark.range(1).selectExpr("id AS a", "id AS b").columns()).hasSize(2);
			default -> spark.range(10).write().format("noop").mode(SaveMode.Overwrite).save();
		}
	}

	private static int fail(FaultProxy network, Random random) {
		long end = System.nanoTime() + DURATION.toNanos();
		int faults = 0;
		while (System.nanoTime() < end) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(1_200)));
			faults++;
			switch (random.nextInt(5)) {
				case 0 -> network.cut();
				case 1 -> network.cutAfterReceiving(random.nextInt(500_000));
				case 2 -> network.stallOpenConnections();
				case 3 -> {
					network.refuse();
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(500)));
					network.listen();
				}
				default -> {
					network.delay(random.nextInt(20));
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
					network.resume();
				}
			}
		}
		return faults;
	}

	/**
	 * Resource usage of a session.
	 *
	 * @param operations the number of operations that run on the server
	 * @param threads the number of threads, except for those of the users and the network
	 * @param heap the used heap in megabytes
	 */
	private record State(long operations, long threads, long heap) {

		static State of(SparkSession spark) {
			long threads = Thread.getAllStackTraces()
				.keySet()
				.stream()
				.filter((thread) -> !thread.getName().matches("(soak|fault-proxy).*"))
				.count();
			System.gc();
			long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
			return new State(running(spark), threads, heap);
		}

		/**
		 * Cancelled operations end shortly after.
		 */
		private static long running(SparkSession spark) {
			long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			long running;
			do {
				running = spark.operationStates()
					.values()
					.stream()
					.filter((state) -> state == OperationState.RUNNING)
					.count();
			}
			while (running > 0 && System.nanoTime() < end);
			return running;
		}

	}

	/**
	 * Listener that counts events.
	 */
	private final class Counter implements ExecutionListener {

		@Override
		public void reattached(Execution execution) {
			SoakIntegrationTests.this.reattached.incrementAndGet();
		}

		@Override
		public void retried(Execution execution, Duration wait, String reason) {
			SoakIntegrationTests.this.retried.incrementAndGet();
		}

		@Override
		public void failed(Execution execution, RuntimeException failure) {
			if (!(failure instanceof SparkException)) {
				throw failure;
			}
		}

	}

}
