package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.RetryPolicy;

/**
 * The backoff of one call according to a retry policy. It has no clock of its own. Not
 * thread-safe.
 */
final class Backoff {

	/**
	 * The maximum part of a backoff that jitter subtracts.
	 */
	private static final double JITTER = 0.2;

	private final RetryPolicy policy;

	private final LongSupplier nanoTime;

	private final DoubleSupplier random;

	private double nextWait;

	private int failures;

	private long firstFailure;

	Backoff(RetryPolicy policy) {
		this(policy, System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
	}

	Backoff(RetryPolicy policy, LongSupplier nanoTime, DoubleSupplier random) {
		this.policy = policy;
		this.nanoTime = nanoTime;
		this.random = random;
		reset();
	}

	/**
	 * Resets the backoff after progress.
	 */
	void reset() {
		this.failures = 0;
		this.nextWait = this.policy.initialBackoff().toNanos();
	}

	/**
	 * Records a failure.
	 * @param requested the minimum delay that the server requests, or {@code null}
	 * @return the backoff before the next attempt, or {@code null} if there must be none
	 */
	@Nullable Duration next(@Nullable Duration requested) {
		if (this.failures == 0) {
			this.firstFailure = this.nanoTime.getAsLong();
		}
		this.failures++;
		long left = left().toNanos();
		if (left <= 0) {
			return null;
		}
		double wait = this.nextWait * (1 - JITTER * this.random.getAsDouble());
		this.nextWait = Math.min(this.nextWait * this.policy.multiplier(), (double) this.policy.maxBackoff().toNanos());
		if (requested != null && requested.compareTo(Duration.ofNanos(left)) > 0) {
			// The server would refuse an attempt before the requested delay.
			return null;
		}
		long least = (requested != null) ? Math.max(1, requested.toNanos()) : 1;
		// The last attempt is made exactly when the budget ends.
		return Duration.ofNanos(Math.min(Math.max((long) wait, least), left));
	}

	/**
	 * Returns the rest of the budget.
	 */
	Duration left() {
		if (this.failures == 0) {
			return this.policy.budget();
		}
		return this.policy.budget().minusNanos(this.nanoTime.getAsLong() - this.firstFailure);
	}

	/**
	 * Returns the number of failures since the last progress.
	 */
	int failures() {
		return this.failures;
	}

}
