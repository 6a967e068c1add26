package io.sparkex.boot.web.reactive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseWriteTimeout}.
 */
class ResponseWriteTimeoutTests {

	private static final Duration BOUND = Duration.ofSeconds(30);

	private final CountDownLatch cancelled = new CountDownLatch(1);

	private final CountDownLatch timedOut = new CountDownLatch(1);

	private final Flux<String> endless = Flux.<String>never().doOnCancel(this.cancelled::countDown);

	@Test
	void failsBodyWhenWriteBlocks() throws Exception {
		ResponseWriteTimeout timeout = new ResponseWriteTimeout(Duration.ofMillis(50), this.timedOut::countDown);
		OutputStream stuck = timeout.track(new StuckOutputStream());
		Thread writer = new Thread(() -> {
			try {
				stuck.write(new byte[3]);
			}
			catch (IOException ex) {
				// Interrupted at the end of the test.
			}
		});
		writer.start();
		StepVerifier.create(timeout.apply(this.endless))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(IOException.class)
				.hasMessageContaining("the client did not read for PT0.05S"))
			.verify(BOUND);
		assertThat(this.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(this.timedOut.getCount()).isZero();
		writer.interrupt();
		writer.join();
	}

	@Test
	void doesNotLimitQueries() throws Exception {
		ResponseWriteTimeout timeout = new ResponseWriteTimeout(Duration.ofMillis(20), this.timedOut::countDown);
		OutputStream out = timeout.track(OutputStream.nullOutputStream());
		out.write(1);
		out.flush();
		StepVerifier.create(timeout.apply(Mono.delay(Duration.ofMillis(300)).flux()))
			.expectNext(0L)
			.expectComplete()
			.verify(BOUND);
	}

	@Test
	void canBeDisabled() {
		assertThat(new ResponseWriteTimeout(Duration.ZERO, this.timedOut::countDown).apply(this.endless))
			.isSameAs(this.endless);
	}

	private static final class StuckOutputStream extends OutputStream {

		@Override
		public void write(int single) throws IOException {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}

	}

}
