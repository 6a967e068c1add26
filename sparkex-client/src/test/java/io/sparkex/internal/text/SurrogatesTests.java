package io.sparkex.internal.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Surrogates}.
 */
class SurrogatesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "zażółć", "\uD83D\uDE00", "a\uD83D\uDE00\uD83D\uDE00b" })
	void acceptsPairedSurrogates(String text) {
		assertThat(Surrogates.arePaired(text)).isTrue();
		assertThat(Surrogates.escaped(text)).isEqualTo(text);
	}

	@Test
	void findsUnpairedSurrogates() {
		for (String half : new String[] { "\uD83D", "\uDE00" }) {
			for (String text : new String[] { half, "a" + half, half + "a", "\uD83D\uDE00" + half, half + half }) {

				assertThat(Surrogates.arePaired(text)).as(Surrogates.escaped(text)).isFalse();
			}
		}
		assertThat(Surrogates.arePaired("\uDE00\uD83D")).isFalse();
		assertThat(Surrogates.escaped("a\uD83D")).isEqualTo("a\\uD83D");
	}

}
