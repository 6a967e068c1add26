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
 * Write timeout of one response: aborts the response if the client stops reading for too
 * long although there are bytes to read. Does not limit the time of the query.
 */
final class ResponseWriteTimeout {

	private final Duration timeout;

	private final Runnable onTimeout;

	/**
	 * Start of the pending write.
	 */
	private final AtomicReference<@Nullable Long> writingSince = new AtomicReference<>();

	private volatile boolean stalled;

	/**
	 * Creates a timeout.
	 * @param timeout the maximum time of a write, zero to disable
	 * @param onTimeout closes the connection
	 */
	ResponseWriteTimeout(Duration timeout, Runnable onTimeout) {
		this.timeout = timeout;
		this.onTimeout = onTimeout;
	}

	/**
	 * Returns a stream that tracks the time of its writes.
	 */
	OutputStream track(OutputStream out) {
		return new TrackingOutputStream(out);
	}

	/**
	 * Returns a body that fails and cancels its source if a write takes too long.
	 */
	<T> Flux<T> apply(Flux<T> body) {
		if (this.timeout.isZero()) {
			return body;
		}
		// takeUntilOther cancels the body only if the other publisher does not fail.
		return body.takeUntilOther(stall()).concatWith(Mono.defer(this::failure));
	}

	private Mono<Long> stall() {
		return Flux.interval(this.timeout.dividedBy(4)).filter((tick) -> isStalled()).next().doOnNext((tick) -> {
			this.stalled = true;
			this.onTimeout.run();
		});
	}

	private <T> Mono<T> failure() {
		return this.stalled
				? Mono.error(
						new IOException("The response was aborted, since the client did not read for " + this.timeout))
				: Mono.empty();
	}

	private boolean isStalled() {
		Long since = this.writingSince.get();
		return since != null && System.nanoTime() - since > this.timeout.toNanos();
	}

	private final class TrackingOutputStream extends FilterOutputStream {

		TrackingOutputStream(OutputStream out) {
			super(out);
		}

		@Override
		public void write(int single) throws IOException {
			write(new byte[] { (byte) single }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			ResponseWriteTimeout.this.writingSince.set(System.nanoTime());
			this.out.write(bytes, offset, length);
			ResponseWriteTimeout.this.writingSince.set(null);
		}

		@Override
		public void flush() throws IOException {
			ResponseWriteTimeout.this.writingSince.set(System.nanoTime());
			this.out.flush();
			ResponseWriteTimeout.this.writingSince.set(null);
		}

	}

}
