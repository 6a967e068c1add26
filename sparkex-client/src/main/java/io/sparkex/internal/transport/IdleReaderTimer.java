package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Timer of how long a reader has been idle. While the reader is active, it only records
 * the time. Not thread-safe.
 */
final class IdleReaderTimer {

	private final long maxIdleTime;

	private final Runnable onExpiry;

	private long lastSeen;

	private @Nullable CompletableFuture<@Nullable Void> timer;

	/**
	 * Creates a timer that is not started.
	 * @param maxIdleTime the maximum idle time of a reader
	 * @param onExpiry called on another thread when the timer expires
	 */
	IdleReaderTimer(Duration maxIdleTime, Runnable onExpiry) {
		this.maxIdleTime = Connection.nanos(maxIdleTime);
		this.onExpiry = onExpiry;
		this.lastSeen = System.nanoTime();
	}

	/**
	 * Records that the reader is active.
	 */
	void recordActivity() {
		this.lastSeen = System.nanoTime();
	}

	/**
	 * Starts the timer for the rest of the idle time, unless it runs already.
	 */
	void start() {
		if (this.timer == null) {
			this.timer = new CompletableFuture<@Nullable Void>();
			var unused = this.timer.thenRunAsync(this.onExpiry);
			this.timer.completeOnTimeout(null, Math.max(1, left()), TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * Stops the timer, which can be started again.
	 * @return whether the reader has been idle for too long
	 */
	boolean stop() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
		return isExpired();
	}

	/**
	 * Returns whether the reader has been idle for too long.
	 */
	boolean isExpired() {
		return left() <= 0;
	}

	private long left() {
		return this.maxIdleTime - (System.nanoTime() - this.lastSeen);
	}

}
