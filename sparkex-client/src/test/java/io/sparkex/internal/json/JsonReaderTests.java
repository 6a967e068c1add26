package io.sparkex.internal.json;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonReader}.
 */
class JsonReaderTests {

	@Test
	void readsListsOfStrings() {
		assertThat(JsonReader.strings("[\"a.B\", \"c\"]")).containsExactly("a.B", "c");
		assertThat(JsonReader.strings(" [ ] ")).isEmpty();
	}

	@Test
	void readsObjectsOfStrings() {
		assertThat(JsonReader.object("{\"name\":\"`x`\" , \"hint\" : null}")).containsExactly(Map.entry("name", "`x`"),
				Map.entry("hint", "null"));
		assertThat(JsonReader.object("{}")).isEmpty();
	}

	@Test
	void readsEscapes() {
		assertThat(JsonReader.strings("[\"\\\"\\\\\\/\\n\\r\\t\\b\\f\\u00e9\\uD83D\\uDE00\"]"))
			.containsExactly("\"\\/\n\r\t\b\fé😀");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[", "[\"a\"", "[\"a\",", "[\"a", "[\"a\\", "[\"\\u00", "[\"\\uzzzz\"]", "[\"\\x\"]",
			"[1]", "[[\"a\"]]", "{\"a\":\"b\"}", "null", "a" })
	void returnsNoStringsForOtherContent(String text) {
		assertThat(JsonReader.strings(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"a\"", "{\"a\":", "{\"a\":\"b\"", "{\"a\":\"b\",}", "{\"a\":1}", "{\"a\":{}}",
			"{\"a\":nul}", "[\"a\"]", "{a:\"b\"}" })
	void returnsNoEntriesForOtherContent(String text) {
		assertThat(JsonReader.object(text)).isEmpty();
	}

}
