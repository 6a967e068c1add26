package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.execution.ExecutionListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ExecutionOptions}.
 */
class ExecutionOptionsTests {

	@Test
	void changesOneOptionAndKeepsTheRest() {
		ExecutionListener listener = new ExecutionListener() {
		};
		ExecutionOptions options = ExecutionOptions.NONE.withTag("a")
			.withTimeout(Duration.ofSeconds(1))
			.withListener(listener)
			.withTag("b")
			.withTag("a")
			.withTimeout(Duration.ofSeconds(2))
			.withListener(listener);
		assertThat(options)
			.isEqualTo(new ExecutionOptions(Set.of("a", "b"), Duration.ofSeconds(2), List.of(listener, listener)));
		assertThat(ExecutionOptions.NONE).isEqualTo(new ExecutionOptions(Set.of(), null, List.of()));
	}

	@Test
	void copiesTags() {
		Set<String> tags = new HashSet<>(Set.of("a"));
		ExecutionOptions options = new ExecutionOptions(tags, null, List.of());
		tags.add("b");
		assertThat(options.tags()).containsExactly("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "a,b" })
	void rejectsInvalidTags(String tag) {
		assertThatIllegalArgumentException().isThrownBy(() -> ExecutionOptions.NONE.withTag(tag))
			.withMessageContaining("'" + tag + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S" })
	void rejectsInvalidTimeouts(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> ExecutionOptions.NONE.withTimeout(timeout))
			.withMessage("timeout must be positive but is " + timeout);
	}

}
