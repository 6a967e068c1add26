package io.sparkex.connect;

import java.time.Duration;

/**
 * Retry settings for calls that fail with a transient error, such as a broken connection
 * or a server that restarts. Immutable and thread-safe; the {@code with} methods return a
 * modified copy.
 * <p>
 * Retries use exponential backoff with jitter and end when the budget is spent. Errors
 * that Spark itself reports are not retried unless the server sends a retry delay.
 * Commands that may already have run are not retried.
 *
 * @since 0.1.0
 */
public final class RetryPolicy {

	private static final Duration LONGEST = Duration.ofDays(365);

	private static final RetryPolicy DEFAULTS = new RetryPolicy(Duration.ofSeconds(30), Duration.ofMillis(50), 3.0,
			Duration.ofSeconds(5));

	private final Duration budget;

	private final Duration initialBackoff;

	private final double multiplier;

	private final Duration maxBackoff;

	private RetryPolicy(Duration budget, Duration initialBackoff, double multiplier, Duration maxBackoff) {
		if (budget.isNegative()) {
			throw new IllegalArgumentException("budget must not be negative but is " + budget);
		}
		if (initialBackoff.isNegative() || initialBackoff.isZero()) {
			throw new IllegalArgumentException("initialBackoff must be positive but is " + initialBackoff);
		}
		if (!(multiplier >= 1) || multiplier > 1_000) {
			throw new IllegalArgumentException("multiplier must be from 1 to 1000 but is " + multiplier);
		}
		if (budget.compareTo(LONGEST) > 0 || maxBackoff.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"budget and maxBackoff must be at most a year but are " + budget + " and " + maxBackoff);
		}
		if (maxBackoff.compareTo(initialBackoff) < 0) {
			throw new IllegalArgumentException(
					"maxBackoff must not be less than initialBackoff, " + initialBackoff + ", but is " + maxBackoff);
		}
		this.budget = budget;
		this.initialBackoff = initialBackoff;
		this.multiplier = multiplier;
		this.maxBackoff = maxBackoff;
	}

	/**
	 * Returns the default policy: a budget of 30 seconds, with backoffs of 50 ms, 150 ms,
	 * 450 ms and so on up to 5 seconds.
	 * @return the default policy
	 */
	public static RetryPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns a policy that does not retry. The client still reattaches to a result
	 * stream that the server ended early, because that is not a failure.
	 * @return a policy with a budget of zero
	 */
	public static RetryPolicy failFast() {
		return DEFAULTS.withBudget(Duration.ZERO);
	}

	/**
	 * Returns a copy with another budget.
	 * @param budget the total time to spend on retries after the first failure, backoff
	 * included, at most a year; use {@link Duration#ZERO} to disable retries
	 * @return a new policy
	 * @throws IllegalArgumentException if the budget is negative or longer than a year
	 */
	public RetryPolicy withBudget(Duration budget) {
		return new RetryPolicy(budget, this.initialBackoff, this.multiplier, this.maxBackoff);
	}

	/**
	 * Returns a copy with another backoff. Random jitter shortens each backoff by up to a
	 * fifth, so that clients do not retry in lockstep.
	 * @param initialBackoff the time to wait after the first failure, positive
	 * @param multiplier the factor by which each backoff exceeds the one before, from 1
	 * to 1000
	 * @param maxBackoff the longest backoff, from {@code initialBackoff} to a year
	 * @return a new policy
	 * @throws IllegalArgumentException if a value is out of range
	 */
	public RetryPolicy withBackoff(Duration initialBackoff, double multiplier, Duration maxBackoff) {
		return new RetryPolicy(this.budget, initialBackoff, multiplier, maxBackoff);
	}

	/**
	 * Returns the total time to spend on retries after the first failure.
	 * @return the budget, zero if retries are disabled
	 */
	public Duration budget() {
		return this.budget;
	}

	/**
	 * Returns the time to wait after the first failure.
	 * @return a positive duration
	 */
	public Duration initialBackoff() {
		return this.initialBackoff;
	}

	/**
	 * Returns the factor by which each backoff exceeds the one before.
	 * @return a factor from 1 to 1000
	 */
	public double multiplier() {
		return this.multiplier;
	}

	/**
	 * Returns the longest backoff.
	 * @return a positive duration
	 */
	public Duration maxBackoff() {
		return this.maxBackoff;
	}

	@Override
	public String toString() {
		return "RetryPolicy[budget=" + this.budget + ", initialBackoff=" + this.initialBackoff + ", multiplier="
				+ this.multiplier + ", maxBackoff=" + this.maxBackoff + "]";
	}

}
