package io.sparkex;

import java.time.Duration;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.faults.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Results that arrive whole, whatever becomes of the connection.
 */
class ReattachIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ReattachIntegrationTests.class);

	private static final long ROWS = 500_000;

	/**
	 * More runs than are made by default prove more: {@code -Dfaults.runs=2000}.
	 */
	private static final int RUNS = Integer.getInteger("faults.runs", 200);

	private static FaultProxy network;

	private static SparkSession spark;

	private static long bytes;

	@BeforeAll
	static void open() {
		String server = TestServer.get().connectionString();
		network = FaultProxy.to(server);
		spark = SparkSession.builder().url(network.through(server)).build();
		long before = network.received();
		check(query(spark));
		bytes = network.received() - before;
	}

	@AfterAll
	static void close() {
		spark.close();
		network.close();
	}

	@AfterEach
	void resume() {
		network.resume();
	}

	private static DataFrame query(SparkSession session) {
		return session.range(0, ROWS, 1, 8).selectExpr("id", "id * 7919 % 1000003 AS h", "concat('row ', id) AS t");
	}

	/**
	 * Each row is there once and in its place.
	 */
	private static void check(DataFrame query) {
		try (Stream<Row> rows = query.stream()) {
			Iterator<Row> iterator = rows.iterator();
			for (long id = 0; id < ROWS; id++) {
				Row row = iterator.next();
				if (row.getLong(0) != id || row.getLong(1) != id * 7919 % 1000003
						|| !("row " + id).equals(row.getString(2))) {
					throw new AssertionError(row + " where row " + id + " was due");
				}
			}
			assertThat(iterator.hasNext()).isFalse();
		}
	}

	@Test
	void deliversEachRowOnceHoweverOftenTheConnectionIsCut() {
		long seed = System.nanoTime();
		logger.info("Cutting {} runs of {} bytes at random places, seed {}", RUNS, bytes, seed);
		Random random = new Random(seed);
		Reattaches reattaches = new Reattaches();
		int cuts = 0;
		for (int run = 0; run < RUNS; run++) {
			long place = (long) (random.nextDouble() * bytes);
			boolean sending = random.nextInt(8) == 0;
			if (sending) {
				network.cutAfterSending(random.nextInt(2_000));
			}
			else {
				network.cutAfterReceiving(place);
			}
			int before = network.connections();
			try {
				check(query(spark).withListener(reattaches).withTimeout(Duration.ofSeconds(60)));
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("Run " + run + " of seed " + seed + ", cut "
						+ (sending ? "while sending" : "after " + place + " bytes"), ex);
			}
			cuts += network.connections() - before;
			network.resume();
		}
		logger.info("{} runs, {} cuts, {} times reattached", RUNS, cuts, reattaches.count);
		assertThat(cuts).isGreaterThan(RUNS / 2);
	}

	/**
	 * Counts.
	 */
	private static final class Reattaches implements ExecutionListener {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		public void reattached(Execution execution) {
			this.count.incrementAndGet();
		}

	}

}
