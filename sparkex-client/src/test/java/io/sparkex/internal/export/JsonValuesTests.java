package io.sparkex.internal.export;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the JSON representation of each type.
 */
class JsonValuesTests {

	private static final DataType TEXT = new StringType();

	private static final DataType DAY_TIME = new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY,
			DayTimeIntervalType.Unit.SECOND);

	private static final DataType YEAR_MONTH = new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR,
			YearMonthIntervalType.Unit.MONTH);

	private static String written(DataType type, @Nullable Object value) {
		return written(type, value, JsonOptions.defaults());
	}

	private static String written(DataType type, @Nullable Object value, JsonOptions options) {
		String line = Batches.ndjson(Batches.single(type, value), options);
		assertThat(line).startsWith("{\"c\":").endsWith("}\n");
		return line.substring(5, line.length() - 2);
	}

	static Stream<Arguments> numbers() {
		return Stream.of(arguments(SimpleType.BOOLEAN, true, "true"), arguments(SimpleType.BOOLEAN, false, "false"),
				arguments(SimpleType.BYTE, Byte.MIN_VALUE, "-128"),
				arguments(SimpleType.SHORT, Short.MAX_VALUE, "32767"), arguments(SimpleType.INTEGER, 0, "0"),
				arguments(SimpleType.INTEGER, Integer.MIN_VALUE, "-2147483648"),
				arguments(SimpleType.LONG, Long.MIN_VALUE, "-9223372036854775808"),
				arguments(SimpleType.LONG, Long.MAX_VALUE, "9223372036854775807"),
				arguments(SimpleType.LONG, -100L, "-100"), arguments(SimpleType.FLOAT, 0.1f, "0.1"),
				arguments(SimpleType.FLOAT, Float.NEGATIVE_INFINITY, "\"-Infinity\""),
				arguments(SimpleType.DOUBLE, Double.NaN, "\"NaN\""),
				arguments(SimpleType.DOUBLE, Double.POSITIVE_INFINITY, "\"Infinity\""),
				arguments(new DecimalType(10, 0), new BigDecimal("-7"), "-7"),
				arguments(new DecimalType(10, 2), new BigDecimal("0.00"), "0.00"),
				arguments(new DecimalType(10, 2), new BigDecimal("-0.05"), "-0.05"),
				arguments(new DecimalType(38, 30), new BigDecimal("0.000000000000000000000000000007"),
						"0.000000000000000000000000000007"),
				arguments(new DecimalType(38, 38), new BigDecimal("-0.99999999999999999999999999999999999999"),
						"-0.99999999999999999999999999999999999999"),
				arguments(new DecimalType(38, 0), new BigDecimal("99999999999999999999999999999999999999"),
						"99999999999999999999999999999999999999"),
				arguments(new DecimalType(38, 20), BigDecimal.valueOf(Long.MIN_VALUE, 20), "-0.09223372036854775808"),
				arguments(new DecimalType(38, 1), BigDecimal.valueOf(Long.MAX_VALUE, 1), "922337203685477580.7"));
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void writesNumbers(DataType type, Object value, String expected) {
		assertThat(written(type, value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -0.0, 1, -1, 0.1, 0.001, 0.0009999, -12.5, 100, 9_999_999, 1e7, 1.5e-9, 4.9e-324, 1e23,
			123.45678901, 0.30000000000000004, 1.0 / 3, 9_999_999.5, Double.MAX_VALUE, 2e-3, 48.85837009 })
	@SuppressWarnings("FloatingPointLiteralPrecision")
	void writesDoublesAsJavaDoes(double value) {
		String text = written(SimpleType.DOUBLE, value);
		assertThat(Double.parseDouble(text)).isEqualTo(value);
		assertThat(text).isEqualTo(Double.toString(value));
	}

	@Test
	void writesDoublesOfFewAndManyDigits() {
		for (int i = 1; i < 20_000; i++) {
			for (double value : new double[] { i / 1_000.0, i / 7.0, -i * 0.01,
					Math.scalb((double) i, i % 100 - 50) }) {
				String text = text(value);
				assertThat(Double.parseDouble(text)).isEqualTo(value);
				assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
			}
		}
	}

	private static String text(double value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		TextOutput out = new TextOutput(bytes);
		FloatingPointFormatter.put(value, out);
		out.flush();
		return bytes.toString(StandardCharsets.US_ASCII);
	}

	static Stream<Arguments> times() {
		return Stream.of(arguments(SimpleType.DATE, LocalDate.of(2024, 2, 29), "2024-02-29"),
				arguments(SimpleType.DATE, LocalDate.of(1582, 10, 10), "1582-10-10"),
				arguments(SimpleType.DATE, LocalDate.of(1, 1, 1), "0001-01-01"),
				arguments(SimpleType.DATE, LocalDate.of(0, 12, 31), "0000-12-31"),
				arguments(SimpleType.DATE, LocalDate.of(-44, 3, 15), "-0044-03-15"),
				arguments(SimpleType.DATE, LocalDate.of(9999, 12, 31), "9999-12-31"),
				arguments(SimpleType.DATE, LocalDate.of(10_000, 1, 1), "+10000-01-01"),
				arguments(SimpleType.DATE, LocalDate.ofEpochDay(Integer.MIN_VALUE), "-5877641-06-23"),
				arguments(SimpleType.DATE, LocalDate.ofEpochDay(Integer.MAX_VALUE), "+5881580-07-11"),
				arguments(SimpleType.TIMESTAMP, Instant.parse("2024-01-02T03:04:05.678Z"), "2024-01-02T03:04:05.678Z"),
				arguments(SimpleType.TIMESTAMP, Instant.EPOCH, "1970-01-01T00:00:00Z"),
				arguments(SimpleType.TIMESTAMP, Instant.EPOCH.minusNanos(1_000), "1969-12-31T23:59:59.999999Z"),
				arguments(SimpleType.TIMESTAMP, Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS),
						"-290308-12-21T19:59:05.224192Z"),
				arguments(SimpleType.TIMESTAMP, Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS),
						"+294247-01-10T04:00:54.775807Z"),
				arguments(SimpleType.TIMESTAMP_NTZ, LocalDateTime.of(2024, 2, 29, 12, 0), "2024-02-29T12:00:00"),
				arguments(SimpleType.TIMESTAMP_NTZ, LocalDateTime.of(-1, 1, 1, 0, 0, 0, 10_000),
						"-0001-01-01T00:00:00.000010"),
				arguments(new TimeType(6), LocalTime.MIDNIGHT, "00:00:00"),
				arguments(new TimeType(6), LocalTime.of(23, 59, 59, 999_999_000), "23:59:59.999999"),
				arguments(DAY_TIME, Duration.ZERO, "PT0S"), arguments(DAY_TIME, Duration.ofMillis(-1), "PT-0.001S"),
				arguments(DAY_TIME, Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS), "PT-2562047788H-54.775808S"),
				arguments(YEAR_MONTH, Period.of(-1, -2, 0), "P-1Y-2M"), arguments(YEAR_MONTH, Period.ZERO, "P0D"),
				arguments(SimpleType.CALENDAR_INTERVAL, new CalendarInterval(14, -3, 14_706_000_007L),
						"P1Y2M-3DT4H5M6.000007S"),
				arguments(SimpleType.CALENDAR_INTERVAL, new CalendarInterval(0, 0, 0), "PT0S"),
				arguments(SimpleType.CALENDAR_INTERVAL, new CalendarInterval(0, 5, 0), "P5D"),
				arguments(SimpleType.CALENDAR_INTERVAL, new CalendarInterval(0, 0, -1), "PT-0.000001S"));
	}

	@ParameterizedTest
	@MethodSource("times")
	void writesDatesTimesAndIntervals(DataType type, Object value, String expected) {
		assertThat(written(type, value)).isEqualTo('"' + expected + '"');
		assertThat(Batches.csv(Batches.single(type, value), CsvOptions.defaults()))
			.isEqualTo("c\r\n" + expected + "\r\n");
	}

	@ParameterizedTest
	@CsvSource({ "Europe/Warsaw, 2024-07-01T00:00:00Z, 2024-07-01T02:00:00+02:00",
			"Europe/Warsaw, 2024-01-01T00:00:00.5Z, 2024-01-01T01:00:00.500+01:00",
			"America/St_Johns, 2024-01-01T00:00:00Z, 2023-12-31T20:30:00-03:30",
			"Europe/Paris, 1800-01-01T00:00:00Z, 1800-01-01T00:09:21+00:09:21",
			"GMT, 2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z",
			"+05:30, 2024-01-01T00:00:00Z, 2024-01-01T05:30:00+05:30" })
	void writesTimestampsInATimeZone(ZoneId zone, Instant instant, String expected) {
		JsonOptions options = JsonOptions.defaults().withTimeZone(zone);
		assertThat(written(SimpleType.TIMESTAMP, instant, options)).isEqualTo('"' + expected + '"');
		assertThat(written(SimpleType.TIMESTAMP_NTZ, LocalDateTime.of(2024, 7, 1, 0, 0), options))
			.isEqualTo("\"2024-07-01T00:00:00\"");
	}

	static Stream<Arguments> texts() {
		return Stream.of(arguments("", ""), arguments("a b", "a b"), arguments("\"\\/", "\\\"\\\\/"),
				arguments("\b\f\n\r\t\u0000\u001F\u007F", "\\b\\f\\n\\r\\t\\u0000\\u001F\u007F"),
				arguments("zł€😀\u2028\uFEFF", "zł€😀\u2028\uFEFF"), arguments("\"", "\\\""),
				arguments("\n".repeat(100), "\\n".repeat(100)));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void escapesStrings(String text, String expected) {
		assertThat(written(TEXT, text)).isEqualTo('"' + expected + '"');
		assertThat(written(new CharType(5), text)).isEqualTo('"' + expected + '"');
		assertThat(written(new MapType(TEXT, TEXT), Map.of(text, text)))
			.isEqualTo("{\"" + expected + "\":\"" + expected + "\"}");
		ColumnBatch named = Batches.of(new StructType().add(text, SimpleType.INTEGER), List.of(List.of(1)));
		assertThat(ExportedValueReader.parse(Batches.json(named)).propertyNames()).containsExactly(text);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 8_190, 70_000 })
	void writesLongStringsInChunks(int shift) {
		String text = "x".repeat(shift) + "€\"😀ł\n".repeat(20_000);
		assertThat(ExportedValueReader.parse(written(TEXT, text)).asString()).isEqualTo(text);
	}

	static Stream<Arguments> others() {
		Variant variant = new Variant(new byte[] { 0x0D, '"', 'a', '\n' }, new byte[] { 1, 0, 0 });
		return Stream.of(arguments(SimpleType.BINARY, new byte[] { 0, -1, 16 }, "\"AP8Q\""),
				arguments(SimpleType.BINARY, new byte[0], "\"\""),
				arguments(SimpleType.VARIANT, variant, "\"\\\"a\\n\""),
				arguments(new GeometryType(0), new Geometry(new byte[] { 1 }, 0), "{\"srid\":0,\"wkb\":\"AQ==\"}"),
				arguments(new GeographyType(4326), new Geography(new byte[0], 4326), "{\"srid\":4326,\"wkb\":\"\"}"),
				arguments(new UserDefinedType("a.B", null, null, new ArrayType(TEXT)), List.of("x"), "[\"x\"]"),
				arguments(new ArrayType(SimpleType.INTEGER), List.of(), "[]"),
				arguments(new ArrayType(SimpleType.INTEGER), Arrays.asList(1, null, 2), "[1,null,2]"),
				arguments(new ArrayType(SimpleType.NULL), Arrays.asList(null, null), "[null,null]"),
				arguments(new MapType(TEXT, SimpleType.LONG), entries("b", 1L, "a", null), "{\"b\":1,\"a\":null}"),
				arguments(new MapType(new UserDefinedType("a.B", null, null, TEXT), TEXT), Map.of("k", "v"),
						"{\"k\":\"v\"}"),
				arguments(new MapType(TEXT, TEXT), Map.of(), "{}"),
				arguments(new MapType(SimpleType.INTEGER, TEXT), Map.of(), "[]"),
				arguments(new MapType(SimpleType.INTEGER, TEXT), entries(2, "y", 1, null),
						"[{\"key\":2,\"value\":\"y\"},{\"key\":1,\"value\":null}]"),
				arguments(new StructType(), List.of(), "{}"),
				arguments(new StructType().add("x", new StructType().add("y", new ArrayType(new ArrayType(TEXT)))),
						List.of(List.of(List.of(List.of(), List.of("z")))), "{\"x\":{\"y\":[[],[\"z\"]]}}"));
	}

	private static Map<Object, @Nullable Object> entries(Object first, Object value, Object second,
			@Nullable Object other) {
		Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
		entries.put(first, value);
		entries.put(second, other);
		return entries;
	}

	@ParameterizedTest
	@MethodSource("others")
	void writesBinaryVariantSpatialAndNestedValues(DataType type, Object value, String expected) {
		assertThat(written(type, value)).isEqualTo(expected);
		assertThat(written(type, null)).isEqualTo("null");
	}

	@Test
	void omitsNullFieldsIfConfigured() {
		StructType part = new StructType().add("x", TEXT).add("y", TEXT).add("z", TEXT);
		StructType schema = new StructType().add("a", SimpleType.NULL).add("s", part).add("m", new MapType(TEXT, TEXT));
		ColumnBatch batch = Batches.of(schema,
				List.of(Arrays.asList(null, Arrays.asList(null, "1", null), Collections.singletonMap("k", null)),
						Arrays.asList(null, null, null)));
		JsonOptions options = JsonOptions.defaults().withNullFields(false);
		assertThat(Batches.ndjson(batch, options)).isEqualTo("{\"s\":{\"y\":\"1\"},\"m\":{\"k\":null}}\n{}\n");
	}

	@Test
	void writesExactNumbersAsStringsIfConfigured() {
		JsonOptions options = JsonOptions.defaults().withDecimalsAsStrings(true).withLongsAsStrings(true);
		assertThat(written(SimpleType.LONG, 1L, options)).isEqualTo("\"1\"");
		assertThat(written(new DecimalType(3, 1), new BigDecimal("1.5"), options)).isEqualTo("\"1.5\"");
		assertThat(written(SimpleType.INTEGER, 1, options)).isEqualTo("1");
		assertThat(written(new ArrayType(SimpleType.LONG), List.of(1L), options)).isEqualTo("[\"1\"]");
	}

}
