package io.sparkex.internal.transport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CaretAlignment}.
 */
class CaretAlignmentTests {

	@Test
	void keepsTextsWithoutWideCharacters() {
		String text = "[A] b\n== SQL (line 1, position 8) ==\nSELECT 1/0\n       ^^^\n\nx ^ y";
		assertThat(CaretAlignment.align(text)).isEqualTo(text);
		assertThat(CaretAlignment.align("no marks\n\ta")).isEqualTo("no marks\n\ta");
		assertThat(CaretAlignment.align("   ^^^")).isEqualTo("   ^^^");
		assertThat(CaretAlignment.align("")).isEmpty();
	}

	@Test
	void copiesTabsToCaretLine() {
		assertThat(CaretAlignment.align("SELECT\t\t'a',\tb\n             ^"))
			.isEqualTo("SELECT\t\t'a',\tb\n      \t\t    \t^");
		assertThat(CaretAlignment.align("\ta\n-^^^")).isEqualTo("\ta\n\t^^^");
	}

	@Test
	void widensCaretsUnderWideCharacters() {
		assertThat(CaretAlignment.align("SELECT '日本', 名\n             ^"))
			.isEqualTo("SELECT '日本', 名\n               ^^");
		assertThat(CaretAlignment.align("--한\n---^^^")).isEqualTo("--한\n----^^^");
	}

	@Test
	void measuresCombiningCharactersAndSurrogatePairs() {
		assertThat(CaretAlignment.align("'e\u0301', x\n      ^")).isEqualTo("'e\u0301', x\n     ^");
		assertThat(CaretAlignment.align("'😀', x\n      ^")).isEqualTo("'😀', x\n      ^");
	}

	@Test
	void truncatesLongLinesAroundCarets() {
		String line = "a".repeat(500) + "bad" + "c".repeat(500);
		assertThat(CaretAlignment.align(line + "\n" + " ".repeat(500) + "^^^").lines())
			.containsExactly("..." + "a".repeat(60) + "bad" + "c".repeat(137) + "...", " ".repeat(63) + "^^^");
	}

	@Test
	void truncatesLongCaretRuns() {
		assertThat(CaretAlignment.align("x".repeat(80_000) + "\n" + "^".repeat(80_000)).lines())
			.containsExactly("x".repeat(200) + "...", "^".repeat(200));
	}

	@Test
	void doesNotSplitSurrogatePairs() {
		String line = "😀".repeat(500);
		String cut = CaretAlignment.align(line + "\n" + " ".repeat(401) + "^");
		assertThat(cut.lines().findFirst().orElseThrow().replace("...", "").replace("😀", "")).isEmpty();
	}

	@Test
	void toleratesCaretsBeyondLine() {
		assertThat(CaretAlignment.align("ab\n     ^^")).isEqualTo("ab\n     ^^");
		String beyond = "x".repeat(300) + "\n" + " ".repeat(400) + "^";
		assertThat(CaretAlignment.align(beyond)).isEqualTo(beyond);
	}

}
