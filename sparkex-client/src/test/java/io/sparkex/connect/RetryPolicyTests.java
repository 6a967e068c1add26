package io.sparkex.connect;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RetryPolicy}.
 */
class RetryPolicyTests {

	@Test
	void hasDefaults() {
		RetryPolicy policy = RetryPolicy.defaults();
		assertThat(policy.budget()).isEqualTo(Duration.ofSeconds(30));
		assertThat(policy.initialBackoff()).isEqualTo(Duration.ofMillis(50));
		assertThat(policy.multiplier()).isEqualTo(3);
		assertThat(policy.maxBackoff()).isEqualTo(Duration.ofSeconds(5));
		assertThat(policy)
			.hasToString("RetryPolicy[budget=PT30S, initialBackoff=PT0.05S, multiplier=3.0, maxBackoff=PT5S]");
	}

	@Test
	void changesOnlyTheGivenValue() {
		RetryPolicy policy = RetryPolicy.defaults()
			.withBackoff(Duration.ofMillis(7), 1, Duration.ofMillis(7))
			.withBudget(Duration.ofDays(365));
		assertThat(policy)
			.hasToString("RetryPolicy[budget=PT8760H, initialBackoff=PT0.007S, multiplier=1.0, maxBackoff=PT0.007S]");
		assertThat(RetryPolicy.defaults().budget()).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void hasNoBudgetWhenItFailsFast() {
		assertThat(RetryPolicy.failFast().budget()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT-0.000000001S", "PT8760H0.000000001S", "PT2562047788015215H" })
	void rejectsBudgetsOutOfRange(Duration budget) {
		assertThatIllegalArgumentException().isThrownBy(() -> RetryPolicy.defaults().withBudget(budget))
			.withMessageStartingWith("budget")
			.withMessageContaining(budget.toString());
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 2, PT1S, initialBackoff", "PT-1S, 2, PT1S, initialBackoff", "PT1S, 0.999, PT1S, multiplier",
			"PT1S, NaN, PT1S, multiplier", "PT1S, -1, PT1S, multiplier", "PT1S, 1000.1, PT1S, multiplier",
			"PT1S, Infinity, PT1S, multiplier", "PT1S, 2, PT0.9S, maxBackoff", "PT1S, 2, PT-1S, maxBackoff",
			"PT1S, 2, PT8761H, budget and maxBackoff", "PT2562047788015215H, 2, PT1S, maxBackoff" })
	void rejectsBackoffsOutOfRange(Duration initial, double multiplier, Duration max, String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RetryPolicy.defaults().withBackoff(initial, multiplier, max))
			.withMessageStartingWith(name);
	}

}
