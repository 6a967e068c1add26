package io.sparkex.boot.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import io.sparkex.SparkSession;
import io.sparkex.transport.SparkToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkHealthIndicator} without a server.
 */
class SparkHealthIndicatorTests {

	private static final Duration TIMEOUT = Duration.ofMillis(500);

	@Test
	void isDownWhenNobodyListens() throws IOException {
		int port = unusedPort();
		try (SparkSession session = session(port)) {
			assertThat(health(session).getDetails().get("error")).asString()
				.contains("UnreachableException")
				.contains("No Spark Connect server answers at 127.0.0.1:" + port);
		}
	}

	@Test
	void isDownWithinTheTimeoutWhenNobodyAnswers() throws IOException {
		try (ServerSocket silent = listen(); SparkSession session = session(silent.getLocalPort())) {
			long start = System.nanoTime();
			assertThat(health(session).getDetails().get("error")).asString().contains("DeadlineExceededException");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(2));
		}
	}

	@Test
	void isDownWhenTheSessionIsClosed() {
		SparkSession session = session(15002);
		session.close();
		assertThat(health(session).getDetails().get("error")).asString().contains("is closed");
	}

	@Test
	void isDownWhenThereIsNoTokenInTime() throws IOException, InterruptedException {
		CountDownLatch released = new CountDownLatch(1);
		Semaphore asked = new Semaphore(0);
		try (SparkSession session = SparkSession.builder()
			.url("sc://127.0.0.1:" + unusedPort())
			.tokenSupplier(() -> supply(asked, released))
			.build()) {
			SparkHealthIndicator indicator = new SparkHealthIndicator(session, TIMEOUT);
			for (int check = 0; check < 3; check++) {
				assertThat(health(indicator, session).getDetails().get("error")).asString()
					.contains("could not even be asked within PT1S")
					.contains("token supplier");
			}
			assertThat(asked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
			released.countDown();
			assertThat(asked.availablePermits()).as("checks that wait for the same token").isZero();
		}
	}

	private static SparkToken supply(Semaphore asked, CountDownLatch released) {
		asked.release();
		try {
			released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new IllegalStateException("no token");
	}

	private static Health health(SparkSession session) {
		return health(new SparkHealthIndicator(session, TIMEOUT), session);
	}

	private static Health health(SparkHealthIndicator indicator, SparkSession session) {
		Health health = indicator.health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("sessionId", session.sessionId());
		return health;
	}

	private static SparkSession session(int port) {
		return SparkSession.builder().url("sc://127.0.0.1:" + port).build();
	}

	private static int unusedPort() throws IOException {
		try (ServerSocket socket = listen()) {
			return socket.getLocalPort();
		}
	}

	private static ServerSocket listen() throws IOException {
		return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
	}

}
