package io.sparkex.boot.web.reactive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends the body of a response when its client has taken nothing for too long, while there
 * is something to take. A query that brings nothing is no concern of it. For one
 * response.
 */
final class StallGuard {

	private final Duration timeout;

	private final Runnable cut;

	/**
	 * When the write began that has not returned.
	 */
	private final AtomicReference<@Nullable Long> writingSince = new AtomicReference<>();

	private volatile boolean stalled;

	/**
	 * A guard.
	 * @param timeout how long to wait for the client, zero for ever
	 * @param cut cuts the connection
	 */
	StallGuard(Duration timeout, Runnable cut) {
		this.timeout = timeout;
		this.cut = cut;
	}

	/**
	 * A stream whose writes wait for the client.
	 */
	OutputStream watch(OutputStream out) {
		return new WatchedOutputStream(out);
	}

	/**
	 * A body that fails, and cancels what writes it, when a write takes too long.
	 */
	<T> Flux<T> guard(Flux<T> body) {
		if (this.timeout.isZero()) {
			return body;
		}
		// An error as the signal would not cancel the body.
		return body.takeUntilOther(stall()).concatWith(Mono.defer(this::failure));
	}

	private Mono<Long> stall() {
		return Flux.interval(this.timeout.dividedBy(4)).filter((tick) -> isStalled()).next().doOnNext((tick) -> {
			this.stalled = true;
			this.cut.run();
		});
	}

	private <T> Mono<T> failure() {
		return this.stalled
				? Mono.error(new IOException(
						"The response was cut off, since the client took nothing of it for " + this.timeout))
				: Mono.empty();
	}

	private boolean isStalled() {
		Long since = this.writingSince.get();
		return since != null && System.nanoTime() - since > this.timeout.toNanos();
	}

	private final class WatchedOutputStream extends FilterOutputStream {

		WatchedOutputStream(OutputStream out) {
			super(out);
		}

		@Override
		public void write(int single) throws IOException {
			write(new byte[] { (byte) single }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			StallGuard.this.writingSince.set(System.nanoTime());
			this.out.write(bytes, offset, length);
			StallGuard.this.writingSince.set(null);
		}

		@Override
		public void flush() throws IOException {
			StallGuard.this.writingSince.set(System.nanoTime());
			this.out.flush();
			StallGuard.this.writingSince.set(null);
		}

	}

}
