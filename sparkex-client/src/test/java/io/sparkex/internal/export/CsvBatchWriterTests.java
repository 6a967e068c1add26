package io.sparkex.internal.export;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.CsvOptions;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CsvBatchWriter}.
 */
class CsvBatchWriterTests {

	private static final DataType TEXT = new StringType();

	private static final CsvOptions DEFAULTS = CsvOptions.defaults();

	private static String cell(DataType type, @Nullable Object value, CsvOptions options) {
		String text = Batches.csv(Batches.single(type, value), options.withHeader(false));
		assertThat(text).endsWith(options.lineSeparator());
		return text.substring(0, text.length() - options.lineSeparator().length());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "a b|a b", "a,b|\"a,b\"", "a\"b|\"a\"\"b\"",
			"\"|\"\"\"\"", "``|\"\"", "a;b|a;b", "'|'", "=1|=1", "zł€😀|zł€😀", "` a `|` a `" })
	void quotesOnlyIfNecessary(String text, String expected) {
		assertThat(cell(TEXT, text, DEFAULTS)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "a\r\nb" })
	void quotesLineBreaks(String text) {
		assertThat(cell(TEXT, text, DEFAULTS)).isEqualTo('"' + text + '"');
		assertThat(cell(TEXT, text, DEFAULTS.withLineSeparator("\n"))).isEqualTo('"' + text + '"');
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 8_190, 70_000 })
	void writesLongStringsInChunks(int shift) {
		String plain = "x".repeat(shift) + "€😀ł".repeat(20_000);
		assertThat(cell(TEXT, plain, DEFAULTS)).isEqualTo(plain);
		assertThat(cell(TEXT, plain + "\"", DEFAULTS)).isEqualTo('"' + plain + "\"\"\"");
		assertThat(cell(new ArrayType(TEXT), List.of(plain + "\""), DEFAULTS))
			.isEqualTo("\"[\"\"" + plain + "\\\"\"\"\"]\"");
	}

	@Test
	void distinguishesNullsFromEmptyStrings() {
		StructType schema = new StructType().add("a", TEXT).add("b", SimpleType.BINARY).add("c", SimpleType.NULL);
		ColumnBatch batch = Batches.of(schema,
				List.of(Arrays.asList("", new byte[0], null), Arrays.asList(null, null, null)));
		assertThat(Batches.csv(batch, DEFAULTS)).isEqualTo("a,b,c\r\n\"\",\"\",\r\n,,\r\n");
		assertThat(Batches.csv(batch, DEFAULTS.withNullText("NULL")))
			.isEqualTo("a,b,c\r\n,,NULL\r\nNULL,NULL,NULL\r\n");
		assertThat(Batches.csv(batch, DEFAULTS.withQuoteAll(true)))
			.isEqualTo("\"a\",\"b\",\"c\"\r\n\"\",\"\",\r\n,,\r\n");
		assertThat(cell(TEXT, "NULL", DEFAULTS.withNullText("NULL"))).isEqualTo("\"NULL\"");
		String longText = "NULL".repeat(100_000);
		assertThat(cell(TEXT, longText, DEFAULTS.withNullText(longText))).isEqualTo('"' + longText + '"');
		assertThat(cell(TEXT, null, DEFAULTS.withNullText(longText))).isEqualTo(longText);
		assertThat(cell(TEXT, "NIL", DEFAULTS.withNullText("NULL"))).isEqualTo("NIL");
		assertThat(cell(TEXT, "NOLL", DEFAULTS.withNullText("NULL"))).isEqualTo("NOLL");
	}

	@Test
	void writesNestedValuesAsJson() {
		assertThat(cell(new ArrayType(SimpleType.INTEGER), List.of(1), DEFAULTS)).isEqualTo("\"[1]\"");
		assertThat(cell(new MapType(TEXT, TEXT), Map.of("k\"", "a\nb"), DEFAULTS))
			.isEqualTo("\"{\"\"k\\\"\"\"\":\"\"a\\nb\"\"}\"");
		assertThat(cell(new StructType().add("x\"", SimpleType.DOUBLE).add("y", SimpleType.DATE),
				Arrays.asList(Double.NaN, null), DEFAULTS))
			.isEqualTo("\"{\"\"x\\\"\"\"\":\"\"NaN\"\",\"\"y\"\":null}\"");
		assertThat(cell(SimpleType.DOUBLE, Double.NaN, DEFAULTS)).isEqualTo("NaN");
		assertThat(cell(SimpleType.DOUBLE, Double.NEGATIVE_INFINITY, DEFAULTS)).isEqualTo("-Infinity");
	}

	@Test
	void escapesColumnNames() {
		StructType schema = new StructType().add("a,b", TEXT)
			.add("", TEXT)
			.add("x", TEXT)
			.add("x", TEXT)
			.add("\"", TEXT);
		ColumnBatch empty = Batches.of(schema, List.of());
		assertThat(Batches.csv(empty, DEFAULTS)).isEqualTo("\"a,b\",\"\",x,x,\"\"\"\"\r\n");
		assertThat(Batches.csv(empty, DEFAULTS.withHeader(false))).isEmpty();
	}

	@Test
	void writesALineForEachRowWithoutColumns() {
		ColumnBatch batch = Batches.of(new StructType(), List.of(List.of(), List.of()));
		assertThat(Batches.csv(batch, DEFAULTS)).isEqualTo("\r\n\r\n\r\n");
	}

	@Test
	void appliesOptions() {
		ColumnBatch batch = Batches.of(new StructType().add("a", TEXT).add("b", SimpleType.INTEGER),
				List.of(List.of("x;y", 1), List.of("x,y", 2)));
		assertThat(Batches.csv(batch, DEFAULTS.withDelimiter(';').withLineSeparator("\n").withByteOrderMark(true)))
			.isEqualTo("\uFEFFa;b\n\"x;y\";1\nx,y;2\n");
		assertThat(Batches.csv(batch, DEFAULTS.withQuoteAll(true).withDelimiter('\t').withHeader(false)))
			.isEqualTo("\"x;y\"\t\"1\"\r\n\"x,y\"\t\"2\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\uFF1D1", "\uFF0B", "\uFF0D", "\uFF20" })
	void escapesFormulasIfEnabled(String text) {
		CsvOptions escaped = DEFAULTS.withEscapeFormulas(true);
		assertThat(cell(TEXT, text, escaped)).isEqualTo("'" + text);
		assertThat(cell(TEXT, text + "\n", escaped)).isEqualTo("\"'" + text + "\n\"");
		assertThat(cell(TEXT, text, DEFAULTS)).isEqualTo(text);
		ColumnBatch named = Batches.of(new StructType().add(text, TEXT), List.of());
		assertThat(Batches.csv(named, escaped)).isEqualTo("'" + text + "\r\n");
	}

	@Test
	void escapesOnlyFormulas() {
		CsvOptions escaped = DEFAULTS.withEscapeFormulas(true);
		assertThat(cell(TEXT, "a=1", escaped)).isEqualTo("a=1");
		assertThat(cell(TEXT, "", escaped)).isEqualTo("\"\"");
		assertThat(cell(SimpleType.INTEGER, -1, escaped)).isEqualTo("-1");
		assertThat(cell(SimpleType.BINARY, new byte[] { -8, 0, 0 }, escaped)).isEqualTo("+AAA");
		assertThat(cell(TEXT, null, escaped)).isEmpty();
		assertThat(Batches.csv(Batches.of(new StructType().add("c", TEXT), List.of(Collections.singletonList(null))),
				escaped))
			.isEqualTo("c\r\n\r\n");
	}

	@ParameterizedTest
	@ValueSource(chars = { '"', '\r', '\n', '1', 'a', '-', '.', ':', '/', '\'', '\u00E9', '\u2028' })
	void rejectsAmbiguousDelimiters(char delimiter) {
		assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withDelimiter(delimiter))
			.withMessageStartingWith("delimiter must be");
	}

	@Test
	void rejectsNullTextsThatRequireQuotes() {
		assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withNullText("a,b"))
			.withMessage("nullText must not contain a delimiter, a quote or a line break but is 'a,b'");
		assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withNullText("a;b").withDelimiter(';'))
			.withMessageContaining("nullText");
		for (String value : List.of("0", "-1.5", "true", "2024-01-01", "Infinity", "PT1S", "P1Y")) {
			assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withNullText(value))
				.withMessage("nullText must not look like a value but is " + value);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withLineSeparator("|"))
			.withMessageContaining("lineSeparator");
	}

}
