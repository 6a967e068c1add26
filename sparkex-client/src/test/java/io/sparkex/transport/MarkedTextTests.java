package io.sparkex.transport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MarkedText}.
 */
class MarkedTextTests {

	@Test
	void leavesTextsWithoutWideCharactersAlone() {
		String text = "[A] b\n== SQL (line 1, position 8) ==\nSELECT 1/0\n       ^^^\n\nx ^ y";
		assertThat(MarkedText.align(text)).isEqualTo(text);
		assertThat(MarkedText.align("no marks\n\ta")).isEqualTo("no marks\n\ta");
		assertThat(MarkedText.align("   ^^^")).isEqualTo("   ^^^");
		assertThat(MarkedText.align("")).isEmpty();
	}

	@Test
	void repeatsTabs() {
		assertThat(MarkedText.align("SELECT\t\t'a',\tb\n             ^"))
			.isEqualTo("SELECT\t\t'a',\tb\n      \t\t    \t^");
		assertThat(MarkedText.align("\ta\n-^^^")).isEqualTo("\ta\n\t^^^");
	}

	@Test
	void widensMarksWithTheLetters() {
		assertThat(MarkedText.align("SELECT '日本', 名\n             ^")).isEqualTo("SELECT '日本', 名\n               ^^");
		assertThat(MarkedText.align("--한\n---^^^")).isEqualTo("--한\n----^^^");
	}

	@Test
	void countsCombiningCharactersAndPairsOfSurrogatesRight() {
		assertThat(MarkedText.align("'e\u0301', x\n      ^")).isEqualTo("'e\u0301', x\n     ^");
		assertThat(MarkedText.align("'😀', x\n      ^")).isEqualTo("'😀', x\n      ^");
	}

	@Test
	void cutsLongLinesAroundTheMarks() {
		String line = "a".repeat(500) + "bad" + "c".repeat(500);
		assertThat(MarkedText.align(line + "\n" + " ".repeat(500) + "^^^").lines())
			.containsExactly("..." + "a".repeat(60) + "bad" + "c".repeat(137) + "...", " ".repeat(63) + "^^^");
	}

	@Test
	void cutsLongMarks() {
		assertThat(MarkedText.align("x".repeat(80_000) + "\n" + "^".repeat(80_000)).lines())
			.containsExactly("x".repeat(200) + "...", "^".repeat(200));
	}

	@Test
	void doesNotCutCharactersOfTwoPartsInHalves() {
		String line = "😀".repeat(500);
		String cut = MarkedText.align(line + "\n" + " ".repeat(401) + "^");
		assertThat(cut.lines().findFirst().orElseThrow().replace("...", "").replace("😀", "")).isEmpty();
	}

	@Test
	void toleratesMarksBeyondTheLine() {
		assertThat(MarkedText.align("ab\n     ^^")).isEqualTo("ab\n     ^^");
		String beyond = "x".repeat(300) + "\n" + " ".repeat(400) + "^";
		assertThat(MarkedText.align(beyond)).isEqualTo(beyond);
	}

}
