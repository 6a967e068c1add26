package io.sparkex.internal.transport;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FlatJson}.
 */
class FlatJsonTests {

	@Test
	void readsListsOfStrings() {
		assertThat(FlatJson.strings("[\"a.B\", \"c\"]")).containsExactly("a.B", "c");
		assertThat(FlatJson.strings(" [ ] ")).isEmpty();
	}

	@Test
	void readsObjectsOfStrings() {
		assertThat(FlatJson.object("{\"name\":\"`x`\" , \"hint\" : null}")).containsExactly(Map.entry("name", "`x`"),
				Map.entry("hint", "null"));
		assertThat(FlatJson.object("{}")).isEmpty();
	}

	@Test
	void readsEscapes() {
		assertThat(FlatJson.strings("[\"\\\"\\\\\\/\\n\\r\\t\\b\\f\\u00e9\\uD83D\\uDE00\"]"))
			.containsExactly("\"\\/\n\r\t\b\fé😀");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[", "[\"a\"", "[\"a\",", "[\"a", "[\"a\\", "[\"\\u00", "[\"\\uzzzz\"]", "[\"\\x\"]",
			"[1]", "[[\"a\"]]", "{\"a\":\"b\"}", "null", "a" })
	void hasNoStringsInAnythingElse(String text) {
		assertThat(FlatJson.strings(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"a\"", "{\"a\":", "{\"a\":\"b\"", "{\"a\":\"b\",}", "{\"a\":1}", "{\"a\":{}}",
			"{\"a\":nul}", "[\"a\"]", "{a:\"b\"}" })
	void hasNoEntriesInAnythingElse(String text) {
		assertThat(FlatJson.object(text)).isEmpty();
	}

}
