package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Finds that a reader has been away for a while. Costs nothing but a note of the time
 * while it reads. Not thread-safe.
 */
final class IdleReaderTimer {

	private final long patience;

	private final Runnable whenOver;

	private long lastSeen;

	private @Nullable CompletableFuture<@Nullable Void> timer;

	/**
	 * A timer that has yet to be started.
	 * @param patience how long a reader may be away
	 * @param whenOver what to do when a time has passed that the timer was started for;
	 * is run by another thread
	 */
	IdleReaderTimer(Duration patience, Runnable whenOver) {
		this.patience = Connection.nanos(patience);
		this.whenOver = whenOver;
		this.lastSeen = System.nanoTime();
	}

	/**
	 * Takes note that the reader is there.
	 */
	void seen() {
		this.lastSeen = System.nanoTime();
	}

	/**
	 * Starts anew for what is left of the time that the reader may be away, unless it
	 * runs already.
	 */
	void start() {
		if (this.timer == null) {
			this.timer = new CompletableFuture<@Nullable Void>();
			this.timer.thenRunAsync(this.whenOver);
			this.timer.completeOnTimeout(null, Math.max(1, left()), TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * Stops, so that it may be started again.
	 * @return whether the reader has been away for too long
	 */
	boolean stop() {
		if (this.timer != null) {
			this.timer.cancel(false);
			this.timer = null;
		}
		return isOver();
	}

	/**
	 * Whether the reader has been away for too long.
	 */
	boolean isOver() {
		return left() <= 0;
	}

	private long left() {
		return this.patience - (System.nanoTime() - this.lastSeen);
	}

}
