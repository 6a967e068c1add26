package io.sparkex.boot.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkHealthIndicator} without a server.
 */
class SparkHealthIndicatorTests {

	private static final Duration TIMEOUT = Duration.ofMillis(500);

	@Test
	void isDownWhenServerIsUnreachable() throws IOException {
		int port = unusedPort();
		try (SparkSession session = session(port)) {
			assertThat(health(session).getDetails().get("error")).asString()
				.contains("UnreachableException")
				.contains("No Spark Connect server answers at 127.0.0.1:" + port);
		}
	}

	@Test
	void isDownAfterTimeout() throws IOException {
		try (ServerSocket silent = listen(); SparkSession session = session(silent.getLocalPort())) {
			long start = System.nanoTime();
			assertThat(health(session).getDetails().get("error")).asString().contains("DeadlineExceededException");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(TIMEOUT, TIMEOUT.plusSeconds(2));
		}
	}

	@Test
	void isDownWhenSessionIsClosed() {
		SparkSession session = session(15002);
		session.close();
		assertThat(health(session).getDetails().get("error")).asString().contains("is closed");
	}

	private static Health health(SparkSession session) {
		Health health = new SparkHealthIndicator(session, TIMEOUT).health();
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
