package io.sparkex.connect;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CallTimeouts}.
 */
class CallTimeoutsTests {

	@Test
	void hasDefaults() {
		assertThat(CallTimeouts.defaults())
			.hasToString("CallTimeouts[analysis=PT10M, request=PT1M, inactivity=PT20S, probe=PT10S]");
	}

	@Test
	void changesOnlyTheGivenTimeout() {
		CallTimeouts timeouts = CallTimeouts.defaults()
			.withAnalysis(Duration.ofSeconds(1))
			.withRequest(Duration.ofSeconds(2))
			.withLiveness(Duration.ofSeconds(3), Duration.ofSeconds(4));
		assertThat(timeouts.analysis()).isEqualTo(Duration.ofSeconds(1));
		assertThat(timeouts.request()).isEqualTo(Duration.ofSeconds(2));
		assertThat(timeouts.inactivity()).isEqualTo(Duration.ofSeconds(3));
		assertThat(timeouts.probe()).isEqualTo(Duration.ofSeconds(4));
		assertThat(timeouts.withRequest(Duration.ofDays(365)))
			.hasToString("CallTimeouts[analysis=PT1S, request=PT8760H, inactivity=PT3S, probe=PT4S]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT8760H0.000000001S", "PT2562047788015215H" })
	void rejectsTimeoutsOutOfRange(Duration time) {
		CallTimeouts timeouts = CallTimeouts.defaults();
		Duration second = Duration.ofSeconds(1);
		String message = " must be positive and at most a year but is " + time;
		assertThatIllegalArgumentException().isThrownBy(() -> timeouts.withAnalysis(time))
			.withMessage("analysis" + message);
		assertThatIllegalArgumentException().isThrownBy(() -> timeouts.withRequest(time))
			.withMessage("request" + message);
		assertThatIllegalArgumentException().isThrownBy(() -> timeouts.withLiveness(time, second))
			.withMessage("inactivity" + message);
		assertThatIllegalArgumentException().isThrownBy(() -> timeouts.withLiveness(second, time))
			.withMessage("probe" + message);
	}

}
