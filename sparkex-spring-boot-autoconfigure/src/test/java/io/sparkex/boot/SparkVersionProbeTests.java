package io.sparkex.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.sparkex.SparkSession;
import io.sparkex.connect.SparkToken;
import io.sparkex.errors.UnreachableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SparkVersionProbe} without a server.
 */
class SparkVersionProbeTests {

	private static final Duration TIMEOUT = Duration.ofMillis(300);

	private final Semaphore tokenRequests = new Semaphore(0);

	private final CountDownLatch released = new CountDownLatch(1);

	private SparkToken supply() {
		this.tokenRequests.release();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new IllegalStateException("no token");
	}

	private static int unusedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Test
	void timesOutWhenTokenSupplierBlocks() throws Exception {
		try (SparkSession session = SparkSession.builder()
			.url("sc://127.0.0.1:" + unusedPort())
			.tokenSupplier(this::supply)
			.build()) {
			SparkVersionProbe probe = new SparkVersionProbe(session, TIMEOUT);
			Callable<SparkVersionProbe.Result> first = probe.start();
			Callable<SparkVersionProbe.Result> second = probe.start();
			for (Callable<SparkVersionProbe.Result> answer : new Callable[] { first, second, probe.start() }) {
				assertThatExceptionOfType(TimeoutException.class).isThrownBy(answer::call)
					.withMessageContaining("was not completed within PT0.8S")
					.withMessageContaining("token supplier");
			}
			assertThat(this.tokenRequests.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
			this.released.countDown();
			assertThat(this.tokenRequests.availablePermits()).as("additional requests for a token").isZero();
		}
	}

	@Test
	void failsWithExceptionOfSession() throws Exception {
		try (SparkSession session = SparkSession.builder().url("sc://127.0.0.1:" + unusedPort()).build()) {
			SparkVersionProbe probe = new SparkVersionProbe(session, Duration.ofSeconds(10));
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(probe.start()::call);
			assertThatExceptionOfType(UnreachableException.class).as("second request").isThrownBy(probe.start()::call);
		}
	}

}
