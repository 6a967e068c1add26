package io.sparkex.connect;

import java.time.Duration;

/**
 * What becomes of calls that fail for a passing reason, such as a connection that breaks
 * or a server that is being restarted: how long they are tried again, and how often.
 * Immutable.
 * <p>
 * What Spark itself refuses is never tried again, unless it says itself when; nor is a
 * command that may already have run.
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
	 * Tries again for 30 seconds, after 50 ms, 150 ms, 450 ms and so on up to 5 seconds.
	 * @return the policy of a client that is not told another
	 */
	public static RetryPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Tries nothing again. Results are still taken up where the server has cut their
	 * stream, for that is no failure.
	 * @return the policy
	 */
	public static RetryPolicy failFast() {
		return DEFAULTS.withBudget(Duration.ZERO);
	}

	/**
	 * This policy with another budget.
	 * @param budget how long to try, from the first failure on, waits and further tries
	 * included; zero for not at all
	 * @return a new policy
	 */
	public RetryPolicy withBudget(Duration budget) {
		return new RetryPolicy(budget, this.initialBackoff, this.multiplier, this.maxBackoff);
	}

	/**
	 * This policy with other waits. Each wait is made shorter by up to a fifth, at
	 * random, so that clients do not come back all at once.
	 * @param initialBackoff the wait after the first failure
	 * @param multiplier how much longer each wait is than the one before
	 * @param maxBackoff the longest wait
	 * @return a new policy
	 */
	public RetryPolicy withBackoff(Duration initialBackoff, double multiplier, Duration maxBackoff) {
		return new RetryPolicy(this.budget, initialBackoff, multiplier, maxBackoff);
	}

	/**
	 * How long to try, from the first failure on.
	 * @return the budget, zero for no further try
	 */
	public Duration budget() {
		return this.budget;
	}

	/**
	 * The wait after the first failure.
	 * @return a positive time
	 */
	public Duration initialBackoff() {
		return this.initialBackoff;
	}

	/**
	 * How much longer each wait is than the one before.
	 * @return a factor, 1 or more
	 */
	public double multiplier() {
		return this.multiplier;
	}

	/**
	 * The longest wait.
	 * @return a positive time
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
