package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.RetryPolicy;

/**
 * The waits of one call between its tries, as a policy says. Knows time only by what it
 * is told. Not thread-safe.
 */
final class Backoff {

	/**
	 * The greatest part of a wait that chance takes away.
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
	 * Forgets all failures: there was progress.
	 */
	void reset() {
		this.failures = 0;
		this.nextWait = this.policy.initialBackoff().toNanos();
	}

	/**
	 * Takes note of a failure.
	 * @param asked the least wait that the server has asked for, if it did
	 * @return how long to wait before the next try, or {@code null} if there must be none
	 */
	@Nullable Duration next(@Nullable Duration asked) {
		if (this.failures == 0) {
			this.firstFailure = this.nanoTime.getAsLong();
		}
		this.failures++;
		long left = left().toNanos();
		if (left <= 0) {
			return null;
		}
		double wait = this.nextWait * (1 - JITTER * this.random.getAsDouble());
		this.nextWait = Math.min(this.nextWait * this.policy.multiplier(), this.policy.maxBackoff().toNanos());
		if (asked != null && asked.compareTo(Duration.ofNanos(left)) > 0) {
			// A try before the time that the server has named would be in vain.
			return null;
		}
		long least = (asked != null) ? Math.max(1, asked.toNanos()) : 1;
		// The last try is made when the time is up, and not a wait before.
		return Duration.ofNanos(Math.min(Math.max((long) wait, least), left));
	}

	/**
	 * What is left of the budget.
	 */
	Duration left() {
		if (this.failures == 0) {
			return this.policy.budget();
		}
		return this.policy.budget().minusNanos(this.nanoTime.getAsLong() - this.firstFailure);
	}

	/**
	 * How many failures there were since the last progress.
	 */
	int failures() {
		return this.failures;
	}

}
