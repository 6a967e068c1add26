package io.sparkex;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.faults.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for a session that many threads use, including leaks.
 */
class ConcurrencyIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ConcurrencyIntegrationTests.class);

	@Test
	void runsQueriesOfManyPlatformThreads() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(64);
		try {
			runConcurrently(threads, 256);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void runsQueriesOfThousandVirtualThreads() throws Throwable {
		assumeThat(Runtime.version().feature()).as("virtual threads came with Java 21").isGreaterThanOrEqualTo(21);
		// The tests are compiled for Java 17, so virtual threads need reflection.
		ExecutorService threads = (ExecutorService) MethodHandles.publicLookup()
			.findStatic(Executors.class, "newVirtualThreadPerTaskExecutor",
					MethodType.methodType(ExecutorService.class))
			.invoke();
		try {
			runConcurrently(threads, 1_000);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * Starts all queries at once over one connection, which is closed while they run.
	 */
	private static void runConcurrently(ExecutorService threads, int queries) throws Exception {
		String server = TestServer.get().url();
		Set<Thread> before = threads();
		try (FaultProxy network = FaultProxy.to(server)) {
			long begin = System.nanoTime();
			try (SparkSession spark = SparkSession.builder().url(network.through(server)).build()) {
				List<Future<Long>> sums = new ArrayList<>();
				for (int i = 0; i < queries; i++) {
					int number = i;
					sums.add(threads.submit(() -> spark.range(0, 5, 1, 1)
						.selectExpr("id + " + number)
						.as(Long.class)
						.collect()
						.stream()
						.mapToLong(Long::longValue)
						.sum()));
				}
				for (int i = 0; i < queries; i++) {
					assertThat(sums.get(i).get(5, TimeUnit.MINUTES)).isEqualTo(10 + 5L * i);
					if (i == queries / 2) {
						network.cut();
					}
				}
			}
			logger.info("{} queries at once took {} ms", queries, (System.nanoTime() - begin) / 1_000_000);
			assertThat(network.connections()).isEqualTo(2);
			awaitNone(network);
		}
		awaitNone(before);
	}

	private static void awaitNone(FaultProxy network) {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (network.openConnections() > 0) {
			assertThat(System.nanoTime()).as("a connection is left").isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/**
	 * gRPC stops its shared threads one second after the last channel is closed.
	 */
	private static void awaitNone(Set<Thread> before) {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (left(before)) {
			assertThat(System.nanoTime()).as("threads are left: %s", threads()).isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
	}

	private static boolean left(Set<Thread> before) {
		Set<Thread> now = threads();
		now.removeAll(before);
		return !now.isEmpty();
	}

	/**
	 * Returns the threads of gRPC and of this client.
	 */
	private static Set<Thread> threads() {
		Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
		threads.removeIf((thread) -> !thread.getName().matches("(grpc|sparkex-query|netty).*"));
		return threads;
	}

}
