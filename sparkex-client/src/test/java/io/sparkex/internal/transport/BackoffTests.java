package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sparkex.connect.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}.
 */
class BackoffTests {

	/** A clock value near the overflow of a sum of nanoseconds. */
	private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

	private double chance;

	private Backoff backoff(RetryPolicy policy) {
		return new Backoff(policy, () -> this.now, () -> this.chance);
	}

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

	/**
	 * Returns the delays until the backoff is exhausted. Each delay passes and is
	 * followed by an attempt that takes no time.
	 */
	private List<Duration> waits(Backoff backoff, @Nullable Duration delay) {
		List<Duration> waits = new ArrayList<>();
		Duration wait = backoff.next(delay);
		while (wait != null) {
			waits.add(wait);
			assertThat(waits).hasSizeLessThan(100_000);
			pass(wait);
			wait = backoff.next(delay);
		}
		return waits;
	}

	private static Duration sum(List<Duration> durations) {
		return durations.stream().reduce(Duration.ZERO, Duration::plus);
	}

	@Test
	void growsDelayUpToCapUntilBudgetEnds() {
		List<Duration> waits = waits(backoff(RetryPolicy.defaults()), null);
		assertThat(waits).extracting(Duration::toMillis)
			.containsExactly(50L, 150L, 450L, 1350L, 4050L, 5000L, 5000L, 5000L, 5000L, 3950L);
		assertThat(sum(waits)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void subtractsJitterOfUpToOneFifth() {
		this.chance = 1;
		assertThat(waits(backoff(RetryPolicy.defaults()), null).subList(0, 6)).extracting(Duration::toMillis)
			.containsExactly(40L, 120L, 360L, 1080L, 3240L, 4000L);
	}

	@Test
	void countsDurationOfAttempts() {
		Backoff backoff = backoff(RetryPolicy.defaults().withBudget(Duration.ofSeconds(1)));
		assertThat(backoff.left()).isEqualTo(Duration.ofSeconds(1));
		assertThat(backoff.next(null)).isEqualTo(Duration.ofMillis(50));
		pass(Duration.ofMillis(980));
		assertThat(backoff.left()).isEqualTo(Duration.ofMillis(20));
		assertThat(backoff.next(null)).isEqualTo(Duration.ofMillis(20));
		pass(Duration.ofMillis(20));
		assertThat(backoff.next(null)).isNull();
		pass(Duration.ofDays(1));
		assertThat(backoff.next(null)).isNull();
		assertThat(backoff.failures()).isEqualTo(4);
	}

	@Test
	void resetsAfterProgress() {
		Backoff backoff = backoff(RetryPolicy.defaults());
		backoff.next(null);
		backoff.next(null);
		pass(Duration.ofHours(1));
		backoff.reset();
		assertThat(backoff.failures()).isZero();
		assertThat(backoff.left()).isEqualTo(Duration.ofSeconds(30));
		assertThat(backoff.next(null)).isEqualTo(Duration.ofMillis(50));
		assertThat(backoff.failures()).isEqualTo(1);
	}

	@Test
	void honorsServerRetryDelay() {
		Backoff backoff = backoff(RetryPolicy.defaults());
		assertThat(backoff.next(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
		assertThat(backoff.next(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(150));
		assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(450));
		assertThat(backoff.next(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void stopsIfServerDelayExceedsRemainingBudget() {
		Backoff backoff = backoff(RetryPolicy.defaults());
		assertThat(backoff.next(Duration.ofSeconds(30).plusNanos(1))).isNull();
		assertThat(backoff.next(Duration.ofDays(400_000))).isNull();
	}

	@Test
	void stopsIfServerDelayExceedsBudgetBelowBackoff() {
		Backoff backoff = backoff(RetryPolicy.defaults()
			.withBackoff(Duration.ofMillis(100), 1, Duration.ofMillis(100))
			.withBudget(Duration.ofMillis(130)));
		assertThat(backoff.next(Duration.ofMillis(50))).isEqualTo(Duration.ofMillis(100));
		pass(Duration.ofMillis(100));
		assertThat(backoff.next(Duration.ofMillis(50))).isNull();
	}

	@Test
	void doesNotRetryUnderFailFast() {
		Backoff backoff = backoff(RetryPolicy.failFast());
		assertThat(backoff.next(null)).isNull();
		assertThat(backoff.next(Duration.ZERO)).isNull();
		backoff.reset();
		assertThat(backoff.next(null)).isNull();
	}

	@Test
	void returnsPositiveDelayWithMaximumJitter() {
		this.chance = 0.999;
		Backoff backoff = backoff(RetryPolicy.defaults().withBackoff(Duration.ofNanos(1), 1, Duration.ofNanos(1)));
		assertThat(backoff.next(null)).isPositive();
	}

	@Test
	void staysWithinBudgetUnderAnyPolicy() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int run = 0; run < 20_000; run++) {
			Duration initial = Duration.ofNanos(1 + random.nextLong(1L << random.nextInt(1, 40)));
			Duration cap = initial.plusNanos(random.nextLong(1L << random.nextInt(1, 40)));
			Duration budget = cap.multipliedBy(random.nextInt(1, 20)).plusNanos(random.nextInt(1_000));
			RetryPolicy policy = RetryPolicy.defaults()
				.withBudget(budget)
				.withBackoff(initial, 1.5 + random.nextDouble() * 10, cap);
			Backoff backoff = new Backoff(policy, () -> this.now, random::nextDouble);
			check(backoff, policy, random, "seed " + seed + ", run " + run + ", " + policy);
		}
	}

	private void check(Backoff backoff, RetryPolicy policy, Random random, String description) {
		Duration spent = Duration.ZERO;
		while (true) {
			Duration delay = random.nextBoolean() ? Duration.ofNanos(random.nextLong(1L << 41)) : null;
			Duration wait = backoff.next(delay);
			if (wait == null) {
				Duration left = policy.budget().minus(spent);
				assertThat(left.isZero() || (delay != null && delay.compareTo(left) > 0)).as(description).isTrue();
				return;
			}
			Duration most = (delay != null && delay.compareTo(policy.maxBackoff()) > 0) ? delay : policy.maxBackoff();
			assertThat(wait).as(description).isPositive().isLessThanOrEqualTo(most);
			spent = spent.plus(wait);
			assertThat(spent).as(description).isLessThanOrEqualTo(policy.budget());
			if (delay != null && spent.compareTo(policy.budget()) < 0) {
				assertThat(wait).as(description).isGreaterThanOrEqualTo(delay);
			}
			pass(wait);
		}
	}

}
