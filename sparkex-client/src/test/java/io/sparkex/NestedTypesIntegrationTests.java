package io.sparkex;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for arrays, maps and structs of every type, nested in each other and with nulls
 * at every level.
 */
class NestedTypesIntegrationTests {

	@TestSession(config = "spark.sql.timeType.enabled=true")
	private static SparkSession spark;

	static Stream<Arguments> values() {
		return Stream.of(Arguments.of("NULL", null), Arguments.of("true", true), Arguments.of("-128Y", (byte) -128),
				Arguments.of("-2S", (short) -2), Arguments.of("3", 3), Arguments.of("4L", 4L),
				Arguments.of("1.5F", 1.5f), Arguments.of("2.5D", 2.5), Arguments.of("1.50", new BigDecimal("1.50")),
				Arguments.of("12345678901234567890.123", new BigDecimal("12345678901234567890.123")),
				Arguments.of("'zł€😀'", "zł€😀"), Arguments.of("DATE'1969-12-31'", LocalDate.of(1969, 12, 31)),
				Arguments.of("TIMESTAMP'1969-12-31 23:59:59.999999Z'", Instant.parse("1969-12-31T23:59:59.999999Z")),
				Arguments.of("TIMESTAMP_NTZ'2024-02-29 12:00:00.000001'",
						LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1_000)),
				Arguments.of("TIME'23:59:59.999999'", LocalTime.of(23, 59, 59, 999_999_000)),
				Arguments.of("INTERVAL '-106751991 04:00:54.775808' DAY TO SECOND",
						Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS)),
				Arguments.of("INTERVAL '-178956970-8' YEAR TO MONTH", Period.ofMonths(Integer.MIN_VALUE).normalized()));
	}

	private record Shape(String sql, Function<@Nullable Object, Object> expected) {

	}

	private static final List<Shape> SHAPES = List.of(
			new Shape("array($, NULL, $)", (value) -> Arrays.asList(value, null, value)),
			new Shape("array(array($, NULL), NULL, slice(array($), 1, 0))",
					(value) -> Arrays.asList(Arrays.asList(value, null), null, List.of())),
			new Shape("map('z', $, 'b', NULL)", (value) -> map("z", value, "b", null)),
			new Shape("map('z', map(1, $), 'b', NULL, 'c', map_filter(map(1, $), (k, v) -> false))",
					(value) -> map("z", map(1, value), "b", null, "c", Map.of())),
			new Shape("struct($ AS a, struct($ AS b, 1 AS c) AS d, IF(id < 0, struct($ AS e), NULL) AS f)",
					(value) -> map("a", value, "d", map("b", value, "c", 1), "f", null)),
			new Shape("array(struct(map('k', array($)) AS m), NULL, struct(map('l', NULL) AS m))",
					(value) -> Arrays.asList(map("m", map("k", Arrays.asList(value))), null, map("m", map("l", null)))),
			new Shape("map(struct(1 AS x), struct(array($) AS y))",
					(value) -> map(map("x", 1), map("y", Arrays.asList(value)))));

	private static Map<Object, @Nullable Object> map(@Nullable Object... entries) {
		Map<Object, @Nullable Object> map = new LinkedHashMap<>();
		for (int i = 0; i < entries.length; i += 2) {
			map.put(Objects.requireNonNull(entries[i]), entries[i + 1]);
		}
		return map;
	}

	/**
	 * Converts rows to maps, which are easier to write in expectations.
	 */
	private static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(NestedTypesIntegrationTests::plain).toList();
		}
		Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
		if (value instanceof Row row) {
			row.schema().fieldNames().forEach((name) -> map.put(name, plain(row.get(name))));
			return map;
		}
		if (value instanceof Map<?, ?> entries) {
			entries.forEach((key, mapped) -> map.put(plain(key), plain(mapped)));
			return map;
		}
		return value;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("values")
	void readsEachTypeInArraysMapsAndStructs(String sql, @Nullable Object value) {
		String columns = SHAPES.stream()
			.map((shape) -> "IF(id % 3 = 1, " + shape.sql().replace("$", sql) + ", NULL)")
			.collect(Collectors.joining(", "));
		List<Row> rows = spark.sql("SELECT " + columns + " FROM range(0, 9, 1, 2)").collect();
		assertThat(rows).hasSize(9);
		for (int i = 0; i < rows.size(); i++) {
			Row row = rows.get(i);
			for (int column = 0; column < SHAPES.size(); column++) {
				Object expected = (i % 3 == 1) ? SHAPES.get(column).expected().apply(value) : null;
				assertThat(plain(row.get(column))).as("row %d, column %d", i, column).isEqualTo(expected);
				assertThat(row.isNullAt(column)).isEqualTo(expected == null);
			}
			assertThat(row.detached()).isEqualTo(row).hasSameHashCodeAs(row).hasToString(row.toString());
		}
	}

	@Test
	void readsTheFullRangeOfIntervals() {
		Row row = spark.sql("SELECT INTERVAL '-106751991 04:00:54.775808' DAY TO SECOND AS shortest,"
				+ " INTERVAL '106751991 04:00:54.775807' DAY TO SECOND AS longest, INTERVAL '-0.000001' SECOND AS tick,"
				+ " INTERVAL '-178956970-8' YEAR TO MONTH AS least, INTERVAL '178956970-7' YEAR TO MONTH AS most,"
				+ " INTERVAL '-1' MONTH AS month, INTERVAL '3' YEAR AS years, INTERVAL '2' HOUR AS hours")
			.first();
		assertThat(row.getDuration("shortest")).isEqualTo(Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS));
		assertThat(row.getDuration("longest")).isEqualTo(Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS));
		assertThat(row.getDuration("tick")).isEqualTo(Duration.ofNanos(-1_000));
		assertThat(row.getPeriod("least")).isEqualTo(Period.of(-178_956_970, -8, 0));
		assertThat(row.getPeriod("most")).isEqualTo(Period.of(178_956_970, 7, 0));
		assertThat(row.getPeriod("month")).isEqualTo(Period.ofMonths(-1));
		assertThat(row.get("years")).isEqualTo(Period.ofYears(3));
		assertThat(row.get("hours")).isEqualTo(Duration.ofHours(2));
	}

	@Test
	void readsTimesOfDayOfEveryPrecision() {
		Row row = spark
			.sql("SELECT TIME'00:00:00' AS first, CAST('23:59:59.999999' AS TIME(6)) AS last,"
					+ " CAST('12:34:56' AS TIME(0)) AS plain, CAST(NULL AS TIME) AS none")
			.first();
		assertThat(row.getLocalTime("first")).isEqualTo(LocalTime.MIDNIGHT);
		assertThat(row.getLocalTime("last")).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
		assertThat(row.get("plain")).isEqualTo(LocalTime.of(12, 34, 56));
		assertThat(row.getLocalTime("none")).isNull();
	}

	@Test
	void readsNestedValuesWithSparkGetters() {
		Row row = spark
			.sql("SELECT array(1, 2) AS a, map('k', 1.5D) AS m, struct('x' AS s, array(X'01') AS b) AS r,"
					+ " CAST(NULL AS ARRAY<INT>) AS none")
			.first();
		List<Integer> list = row.getList("a");
		Map<String, Double> map = row.getMap("m");
		Row struct = row.getStruct("r");
		assertThat(list).containsExactly(1, 2);
		assertThat(row.<Integer>getList(0)).isEqualTo(list);
		assertThat(map).containsExactly(Map.entry("k", 1.5));
		assertThat(row.<String, Double>getJavaMap(1)).isEqualTo(map);
		assertThat(struct).isNotNull();
		assertThat(struct.getString("s")).isEqualTo("x");
		assertThat(struct).hasToString("Row(s=x, b=[[1]])").isEqualTo(row.getAs("r")).isEqualTo(row.detached().get(2));
		assertThat(row.<Row>getAs(2)).isEqualTo(struct);
		assertThat(row.<Object>getList("none")).isNull();
		assertThat(row.<Object>getAs("none")).isNull();
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.getList("m"))
			.withMessageContaining("map<string,double>");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.getMap("a"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.getStruct("a"));
	}

	@Test
	void returnsUnmodifiableViews() {
		Row row = spark.sql("SELECT array(1) AS a, map('k', 1) AS m").first();
		List<Integer> list = Objects.requireNonNull(row.getList("a"));
		Map<String, Integer> map = Objects.requireNonNull(row.getMap("m"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.set(0, 2));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put("k", 2));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(1));
	}

	@Test
	void preservesOrderOfMapEntries() {
		Row row = spark.sql("SELECT map_from_arrays(sequence(1000, 1, -1), sequence(1, 1000)) AS m").first();
		Map<Integer, Integer> map = Objects.requireNonNull(row.getMap("m"));
		assertThat(map.keySet()).hasSize(1_000).startsWith(1_000, 999, 998).endsWith(3, 2, 1);
		assertThat(map).containsEntry(1, 1_000).doesNotContainKey(0);
	}

	@Test
	void readsArraysAcrossBatches() {
		List<Row> rows = spark.sql("SELECT id, IF(id % 5 = 0, NULL, sequence(0, id % 7)) AS s FROM range(25000)")
			.collect();
		assertThat(rows).hasSize(25_000).allSatisfy((row) -> {
			long id = row.getLong("id");
			assertThat(row.<Long>getList("s"))
				.isEqualTo((id % 5 == 0) ? null : LongStream.rangeClosed(0, id % 7).boxed().toList());
		});
	}

}
