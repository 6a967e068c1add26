package io.sparkex;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for values of types without a Java class, and for results in unusual forms.
 */
class SpecialTypesIntegrationTests {

	@TestSession(config = "spark.sql.session.timeZone=UTC")
	private static SparkSession spark;

	static Stream<Arguments> variants() {
		return Stream.of(Arguments.of("CAST(true AS VARIANT)", true), Arguments.of("CAST(false AS VARIANT)", false),
				Arguments.of("parse_json('null')", null), Arguments.of("CAST(-128Y AS VARIANT)", -128L),
				Arguments.of("CAST(-32768S AS VARIANT)", -32_768L),
				Arguments.of("CAST(-2147483648 AS VARIANT)", (long) Integer.MIN_VALUE),
				Arguments.of("CAST(9223372036854775807L AS VARIANT)", Long.MAX_VALUE),
				Arguments.of("CAST(1.5D AS VARIANT)", 1.5), Arguments.of("CAST(1e300D AS VARIANT)", 1e300),
				Arguments.of("CAST(0.1F AS VARIANT)", 0.1f),
				Arguments.of("CAST(1.50 AS VARIANT)", new BigDecimal("1.50")),
				Arguments.of("CAST(CAST('-1234567890.12' AS DECIMAL(18,2)) AS VARIANT)",
						new BigDecimal("-1234567890.12")),
				Arguments.of("CAST(-12345678901234567890123456789012345.678 AS VARIANT)",
						new BigDecimal("-12345678901234567890123456789012345.678")),
				Arguments.of("CAST(CAST(100 AS DECIMAL(5,0)) AS VARIANT)", new BigDecimal("100")),
				Arguments.of("CAST('' AS VARIANT)", ""), Arguments.of("CAST('zł€😀' AS VARIANT)", "zł€😀"),
				Arguments.of("CAST(repeat('x', 300) AS VARIANT)", "x".repeat(300)),
				Arguments.of("CAST('\"\\\\\\n\\t\\b\\u000c\\r\\u0001/' AS VARIANT)", "\"\\\n\t\b\f\r\u0001/"),
				Arguments.of("CAST(X'00FF10' AS VARIANT)", new byte[] { 0, -1, 16 }),
				Arguments.of("CAST(DATE'1969-12-31' AS VARIANT)", LocalDate.of(1969, 12, 31)),
				Arguments.of("CAST(TIMESTAMP'1969-12-31 23:59:59.999999' AS VARIANT)",
						Instant.parse("1969-12-31T23:59:59.999999Z")),
				Arguments.of("CAST(TIMESTAMP_NTZ'2024-02-29 12:00:00.5' AS VARIANT)",
						LocalDateTime.of(2024, 2, 29, 12, 0, 0, 500_000_000)),
				Arguments.of("CAST(TIMESTAMP_NTZ'2024-02-29 12:00:00' AS VARIANT)",
						LocalDateTime.of(2024, 2, 29, 12, 0)),
				Arguments.of("parse_json('[]')", List.of()), Arguments.of("parse_json('{}')", Map.of()),
				Arguments.of("parse_json('[1, null, \"a\", [2.5], {\"k\": [true]}]')",
						Arrays.asList(1L, null, "a", List.of(new BigDecimal("2.5")), Map.of("k", List.of(true)))),
				Arguments.of("to_variant_object(named_struct('b', 1, 'a', map('x', array(1, NULL))))",
						Map.of("b", 1L, "a", Map.of("x", Arrays.asList(1L, null)))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("variants")
	void readsVariantsLikeSpark(String sql, @Nullable Object expected) {
		Row row = spark.sql("SELECT " + sql + " AS v, to_json(" + sql + ") AS json").first();
		Variant variant = row.get("v", Variant.class);
		assertThat(variant).isNotNull();
		assertThat(variant.toObject()).isEqualTo(expected);
		assertThat(variant.toJson()).isEqualTo(row.getString("json"));
		assertThat(row.detached()).isEqualTo(row);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 10, 300, 5_000 })
	void readsLargeVariants(int size) {
		Row row = spark
			.sql("SELECT to_variant_object(map_from_arrays(transform(a, x -> concat('field ', x)), a)) AS v,"
					+ " to_variant_object(transform(a, x -> repeat('y', x % 100))) AS w"
					+ " FROM (SELECT slice(sequence(1, 10000), 1, " + size + ") AS a)")
			.first();
		Variant object = Objects.requireNonNull(row.get("v", Variant.class));
		assertThat(object.toObject()).asInstanceOf(InstanceOfAssertFactories.MAP)
			.hasSize(size)
			.allSatisfy((name, value) -> assertThat(name).isEqualTo("field " + value));
		Variant array = Objects.requireNonNull(row.get("w", Variant.class));
		assertThat(array.toObject()).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(size);
	}

	@Test
	void readsDeeplyNestedVariants() {
		// Spark allows 1,000 levels, but the stack size of its thread may not.
		String json = "[".repeat(500) + "]".repeat(500);
		Row row = spark.sql("SELECT parse_json(?) AS v", new Object[] { json }).first();
		assertThat(row.get("v", Variant.class)).hasToString(json);
	}

	@Test
	void readsNestedAndNullVariants() {
		Row row = spark
			.sql("SELECT array(parse_json('1'), NULL) AS a, map('k', parse_json('{\"x\": 1}')) AS m,"
					+ " struct(parse_json('null') AS v, CAST(NULL AS VARIANT) AS w) AS s, CAST(NULL AS VARIANT) AS n")
			.first();
		assertThat(row).hasToString("Row(a=[1, null], m={k={\"x\":1}}, s=Row(v=null, w=null), n=null)");
		Row struct = Objects.requireNonNull(row.getStruct("s"));
		assertThat(struct.isNullAt("v")).isFalse();
		assertThat(struct.isNullAt("w")).isTrue();
		assertThat(row.isNullAt("n")).isTrue();
	}

	@Test
	void writesNestedValuesAsJson() {
		Row row = spark
			.sql("SELECT map('z', 1, 'b', NULL) AS m, map(2, 'y') AS n, array(array(1), array()) AS a,"
					+ " struct(0.5F AS f, double('NaN') AS d) AS s, map() AS e, parse_json('{\"k\": [1]}') AS v")
			.first();
		assertThat(row.json()).isEqualTo("{\"m\":{\"b\":null,\"z\":1},\"n\":[{\"key\":2,\"value\":\"y\"}],"
				+ "\"a\":[[1],[]],\"s\":{\"f\":0.5,\"d\":\"NaN\"},\"e\":[],\"v\":{\"k\":[1]}}");
		assertThat(row.prettyJson()).isEqualTo("""
				{
				  "m" : {
				    "b" : null,
				    "z" : 1
				  },
				  "n" : [ {
				    "key" : 2,
				    "value" : "y"
				  } ],
				  "a" : [ [ 1 ], [ ] ],
				  "s" : {
				    "f" : 0.5,
				    "d" : "NaN"
				  },
				  "e" : [ ],
				  "v" : {"k":[1]}
				}""");
	}

	@Test
	void readsCalendarIntervals() {
		Row row = spark
			.sql("SELECT make_interval(-1, -2, 0, 3, 4, 5, 6.000007) AS i,"
					+ " array(make_interval(0, 0, 0, 0, 0, 0, -0.000001), NULL) AS a, CAST(NULL AS INTERVAL) AS n")
			.first();
		CalendarInterval interval = Objects.requireNonNull(row.get("i", CalendarInterval.class));
		assertThat(interval).isEqualTo(new CalendarInterval(-14, 3, 14_706_000_007L));
		assertThat(interval.toPeriod()).isEqualTo(Period.of(-1, -2, 3));
		assertThat(interval.toDuration()).isEqualTo(Duration.parse("PT4H5M6.000007S"));
		assertThat(row.<CalendarInterval>getList("a")).containsExactly(new CalendarInterval(0, 0, -1), null);
		assertThat(row.get("n")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lz4", "zstd" })
	void readsCompressedResults(String codec) {
		try (SparkSession compressing = SparkSession.builder()
			.url(TestServer.get().url())
			.config("spark.sql.execution.arrow.compression.codec", codec)
			.build()) {
			List<Row> rows = compressing
				.sql("SELECT id, repeat('x', 1000) AS s, IF(id % 2 = 0, sequence(0, id % 7), NULL) AS a"
						+ " FROM range(15000)")
				.collect();
			assertThat(rows).hasSize(15_000).allSatisfy((row) -> {
				assertThat(row.getString("s")).isEqualTo("x".repeat(1_000));
				long id = row.getLong("id");
				assertThat(row.getList("a"))
					.isEqualTo((id % 2 == 0) ? LongStream.rangeClosed(0, id % 7).boxed().toList() : null);
			});
		}
	}

	@Test
	void readsGeometriesAndGeographies() {
		try (SparkSession geo = SparkSession.builder()
			.url(TestServer.get("4.2.0").url())
			.config("spark.sql.geospatial.enabled", "true")
			.build()) {
			String wkb = "0101000000000000000000F03F0000000000000040";
			Row row = geo.sql("SELECT st_geomfromwkb(X'" + wkb + "') AS p, st_geogfromwkb(X'" + wkb + "') AS g,"
					+ " array(st_setsrid(st_geomfromwkb(X'" + wkb + "'), 4326), NULL) AS a, st_geomfromwkb(NULL) AS n")
				.first();
			byte[] bytes = HexFormat.of().parseHex(wkb);
			assertThat(row.get("p")).isEqualTo(new Geometry(bytes, 0));
			assertThat(row.get("g", Geography.class)).isEqualTo(new Geography(bytes, 4326));
			assertThat(row.<Geometry>getList("a")).containsExactly(new Geometry(bytes, 4326), null);
			assertThat(row.get("n")).isNull();
			assertThat(row.detached()).isEqualTo(row);
		}
	}

}
