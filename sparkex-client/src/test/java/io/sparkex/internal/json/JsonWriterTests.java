package io.sparkex.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sparkex.internal.json.JsonObject.Member;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonWriter}.
 */
class JsonWriterTests {

	private static final JsonObject OBJECT = new JsonObject(
			List.of(new Member("a", 1), new Member("a", null), new Member("b", new JsonObject(List.of())),
					new Member("c", new JsonObject(List.of(new Member("d", Arrays.asList(1.5, null, List.of())))))));

	@Test
	void writesNestedValuesOnOneLine() {
		assertThat(JsonWriter.compact(OBJECT)).isEqualTo("{\"a\":1,\"a\":null,\"b\":{},\"c\":{\"d\":[1.5,null,[]]}}");
	}

	@Test
	void indentsNestedValues() {
		assertThat(JsonWriter.pretty(OBJECT)).isEqualTo("""
				{
				  "a" : 1,
				  "a" : null,
				  "b" : { },
				  "c" : {
				    "d" : [ 1.5, null, [ ] ]
				  }
				}""");
	}

	@Test
	void writesNumbersWithoutExponentsOrAsStrings() {
		assertThat(JsonWriter.compact(new BigDecimal("1E+3"))).isEqualTo("1000");
		assertThat(JsonWriter.compact(Double.NaN)).isEqualTo("\"NaN\"");
		assertThat(JsonWriter.compact(Float.NEGATIVE_INFINITY)).isEqualTo("\"-Infinity\"");
		assertThat(JsonWriter.compact(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
	}

	@Test
	void escapesControlCharactersAndQuotes() {
		assertThat(JsonWriter.quote("\"\\\n\r\t\b\f\u0001é\uD83D\uDE00"))
			.isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001é\uD83D\uDE00\"");
		assertThat(JsonWriter.quote("")).isEqualTo("\"\"");
	}

	@Test
	void includesRawJson() {
		assertThat(JsonWriter.compact(new ArrayList<>(List.of(new JsonWriter.RawJson("{\"v\":1}"), true))))
			.isEqualTo("[{\"v\":1},true]");
	}

}
