package io.sparkex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.faults.FaultProxy;
import io.sparkex.fixtures.Campaign;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a command runs at most once, whenever the connection fails.
 */
class WriteOnceIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(WriteOnceIntegrationTests.class);

	private static final long ROWS = 100;

	private static final int CUTS = Campaign.size(10, 300);

	private static FaultProxy network;

	private static SparkSession spark;

	/**
	 * A write without a failure.
	 */
	private static SparkSession witness;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void open() {
		String server = TestServer.get().url();
		network = FaultProxy.to(server);
		spark = SparkSession.builder().url(network.through(server)).build();
		witness = TestServer.session();
	}

	@AfterAll
	static void close() {
		spark.close();
		witness.close();
		network.close();
	}

	private static void append(SparkSession session, String path) {
		session.range(0, ROWS, 1, 2).withTimeout(Duration.ofSeconds(60)).write().mode(SaveMode.Append).parquet(path);
	}

	/**
	 * Returns the number of rows, after a write that may still be running.
	 */
	private static long written(String name) {
		Path folder = path(name);
		long begin = System.nanoTime();
		while (Files.exists(folder.resolve("_temporary"))) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("the write ends")
				.isLessThan(Duration.ofMinutes(1));
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		return Files.exists(folder.resolve("_SUCCESS")) ? witness.read().parquet(folder.toString()).count() : 0;
	}

	private static Path path(String name) {
		return folder.resolve(name);
	}

	@Test
	void writesOnceDespiteDisconnects() {
		append(spark, path("whole").toString());
		long sent = network.sent();
		long received = network.received();
		append(spark, path("again").toString());
		sent = network.sent() - sent;
		received = network.received() - received;
		logger.info("A write sends {} bytes and receives {}", sent, received);
		int runs = 0;
		for (long cut = 0; cut <= sent; cut += Math.max(1, sent / CUTS)) {
			network.cutAfterSending(cut);
			writeOnce("sent-" + cut);
			runs++;
		}
		for (long cut = 0; cut <= received; cut += Math.max(1, received / CUTS)) {
			network.cutAfterReceiving(cut);
			writeOnce("received-" + cut);
			runs++;
		}
		logger.info("{} writes, each done once", runs);
	}

	private static void writeOnce(String name) {
		append(spark, path(name).toString());
		network.resume();
		assertThat(written(name)).as(name).isEqualTo(ROWS);
	}

	/**
	 * The first call may still use the closed connection.
	 */
	private static void connect(SparkSession session) {
		for (int tries = 0; tries < 100; tries++) {
			try {
				session.version();
				return;
			}
			catch (UnreachableException ex) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
		}
		throw new AssertionError("There is no connection");
	}

	@Test
	void writesAtMostOnceWithoutRetries() {
		String server = TestServer.get().url();
		int failed = 0;
		try (SparkSession session = SparkSession.builder()
			.url(network.through(server))
			.retryPolicy(RetryPolicy.failFast())
			.build();
				SparkSession steady = SparkSession.builder()
					.url(server)
					.sessionId(UUID.fromString(session.sessionId()))
					.build()) {
			for (int cut = 0; cut < 1_500; cut += 100) {
				String name = "session-" + cut;
				connect(session);
				network.cutAfterReceiving(cut);
				try {
					append(session, path(name).toString());
				}
				catch (SparkException ex) {
					failed++;
				}
				network.resume();
				// The server may still be running the write.
				steady.interruptAll();
				assertThat(written(name)).as(name).isIn(0L, ROWS);
			}
		}
		assertThat(failed).isPositive();
	}

}
