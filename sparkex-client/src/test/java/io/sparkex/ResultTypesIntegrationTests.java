package io.sparkex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.MappingException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.YearMonthIntervalType;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests that values of every readable type are returned unchanged, including nulls and
 * extremes.
 */
class ResultTypesIntegrationTests {

	@TestSession
	private static SparkSession spark;

	static Stream<Arguments> values() {
		return Stream.of(values("BOOLEAN", true, false), values("TINYINT", Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE),
				values("SMALLINT", Short.MIN_VALUE, (short) 0, Short.MAX_VALUE),
				values("INT", Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
				values("BIGINT", Long.MIN_VALUE, 0L, Long.MAX_VALUE),
				values("FLOAT", Float.NEGATIVE_INFINITY, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN),
				values("DOUBLE", Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN),
				values("DECIMAL(38,0)", new BigDecimal("9".repeat(38)), new BigDecimal("-" + "9".repeat(38)),
						new BigDecimal("0")),
				values("DECIMAL(20,3)", new BigDecimal("92233720368547758.080"), new BigDecimal("-0.001")),
				values("DECIMAL(38,38)", new BigDecimal("0." + "9".repeat(38)), new BigDecimal("0." + "0".repeat(38))),
				values("STRING", "", " ", "zażółć 日本 😀", "a\u0000b", "x".repeat(100_000)),
				values("BINARY", new byte[0], new byte[] { 0, -1, 127, -128 }),
				values("DATE", LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 4), LocalDate.of(1969, 12, 31),
						LocalDate.of(9999, 12, 31), LocalDate.of(20_000, 1, 1)),
				values("TIMESTAMP", Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("1969-12-31T23:59:59.999999Z"),
						Instant.parse("2024-03-31T01:30:00.123456Z"), Instant.parse("+20000-01-01T00:00:00Z")),
				values("TIMESTAMP_NTZ", LocalDateTime.of(1, 1, 1, 0, 0),
						LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1_000), LocalDateTime.of(2024, 3, 31, 2, 30),
						LocalDateTime.of(20_000, 1, 1, 0, 0)));
	}

	private static Arguments values(String type, Object... values) {
		return Arguments.of(type, Arrays.asList(values));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("values")
	void returnsSentLiterals(String type, List<Object> values) {
		Column[] columns = values.stream().map((value) -> lit(value).cast(type).as("v")).toArray(Column[]::new);
		Row row = spark.range(1).select(columns).first();
		for (int i = 0; i < values.size(); i++) {
			assertThat(row.get(i)).as("value %d of %s", i, type).isEqualTo(values.get(i));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("values")
	void distinguishesNullsFromValues(String type, List<Object> values) {
		Column value = Functions.when(col("id").mod(3).equalTo(1), lit(values.get(0)).cast(type)).as("v");
		List<Row> rows = spark.range(20_001).select(col("id"), value).orderBy("id").collect();
		assertThat(rows).hasSize(20_001).allSatisfy((row) -> {
			boolean expected = row.getLong(0) % 3 == 1;
			assertThat(row.isNullAt(1)).isEqualTo(!expected);
			assertThat(row.get("v")).isEqualTo(expected ? values.get(0) : null);
		});
	}

	@Test
	void readsColumnsOfNulls() {
		Row row = spark.sql("SELECT NULL AS n, CAST(NULL AS INT) AS i, CAST(NULL AS STRING) AS s").first();
		assertThat(row.get("n")).isNull();
		assertThat(row.getString("s")).isNull();
		assertThatNullPointerException().isThrownBy(() -> row.getInt("i")).withMessageContaining("'i'");
	}

	@Test
	void readsCollatedCharAndVarcharText() {
		Row row = spark.sql("SELECT 'a' COLLATE UTF8_LCASE AS c").first();
		assertThat(row.schema().field(0).dataType()).isEqualTo(new StringType("UTF8_LCASE"));
		assertThat(row.getString(0)).isEqualTo("a");
	}

	@Test
	void readsTextWithLargeOffsets() {
		try (SparkSession large = SparkSession.builder()
			.url(TestServer.get().url())
			.config("spark.sql.execution.arrow.useLargeVarTypes", "true")
			.build()) {
			Row row = large.sql("SELECT 'text' AS s, X'0102' AS b").first();
			assertThat(row.getString("s")).isEqualTo("text");
			assertThat(row.getBytes("b")).containsExactly(1, 2);
		}
	}

	@Test
	void returnsSchemaOfEveryType() {
		StructType schema = spark
			.sql("SELECT array(1) AS a, map('k', 1.5D) AS m, named_struct('x', 1, 'y', array('z')) AS s,"
					+ " INTERVAL '1' DAY AS d, INTERVAL '1-2' YEAR TO MONTH AS y, make_interval(1) AS c,"
					+ " parse_json('1') AS v, TIME'10:00:00' AS t, CAST('x' AS CHAR(3)) AS ch, 1.5 AS n")
			.schema();
		DataType nested = new StructType().add("x", DataTypes.IntegerType, false)
			.add("y", new ArrayType(DataTypes.StringType, false), false);
		assertThat(schema.fields()).extracting((field) -> field.name() + " " + field.dataType().simpleString())
			.containsExactly("a array<int>", "m map<string,double>", "s " + nested.simpleString(), "d interval day",
					"y interval year to month", "c interval", "v variant", "t time(6)", "ch string", "n decimal(2,1)");
		assertThat(schema.field(0).dataType()).isEqualTo(new ArrayType(DataTypes.IntegerType, false));
		assertThat(schema.field(1).dataType())
			.isEqualTo(new MapType(DataTypes.StringType, DataTypes.DoubleType, false));
		assertThat(schema.field(2).dataType()).isEqualTo(nested);
		assertThat(schema.field(3).dataType()).isInstanceOf(DayTimeIntervalType.class);
		assertThat(schema.field(4).dataType()).isInstanceOf(YearMonthIntervalType.class);
		assertThat(schema.field(7).dataType()).isEqualTo(new TimeType(6));
		assertThat(schema.field(9).dataType()).isEqualTo(new DecimalType(2, 1));
	}

	enum Weather {

		SUN, RAIN

	}

	@SuppressWarnings("ArrayRecordComponent")
	record Everything(boolean flag, byte tiny, short small, int number, long big, float single, double wide,
			BigDecimal exact, String text, byte[] bytes, LocalDate day, Instant moment, LocalDateTime local,
			Weather weather, Optional<Integer> absent, @Nullable Long none) {

	}

	@Test
	void mapsRowsToRecords() {
		Everything record = spark.sql("SELECT true AS flag, 1Y AS tiny, 2S AS small, 3 AS number, 4L AS big,"
				+ " 1.5F AS single, 2.5D AS wide, 1.50 AS exact, 'text' AS text, X'07' AS bytes, DATE'2024-02-29' AS day,"
				+ " TIMESTAMP'2024-02-29 00:00:00Z' AS moment, TIMESTAMP_NTZ'2024-02-29 12:00:00' AS local,"
				+ " 'RAIN' AS weather, CAST(NULL AS INT) AS absent, CAST(NULL AS BIGINT) AS none")
			.as(Everything.class)
			.single();
		assertThat(record.bytes()).containsExactly(7);
		assertThat(record).usingRecursiveComparison()
			.isEqualTo(new Everything(true, (byte) 1, (short) 2, 3, 4L, 1.5f, 2.5, new BigDecimal("1.50"), "text",
					new byte[] { 7 }, LocalDate.of(2024, 2, 29), Instant.parse("2024-02-29T00:00:00Z"),
					LocalDateTime.of(2024, 2, 29, 12, 0), Weather.RAIN, Optional.empty(), null));
	}

	record Narrow(int id) {

	}

	@Test
	void rejectsNarrowing() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> spark.range(1).as(Narrow.class).collect())
			.withMessageContaining("'id'")
			.withMessageContaining("bigint")
			.withMessageContaining("int");
	}

	@Test
	void readsBatchesOfAnySize() {
		record Point(long id, String name) {
		}
		List<Point> points = spark.range(25_000)
			.selectExpr("id", "concat('point ', id) AS name")
			.orderBy("id")
			.as(Point.class)
			.collect();
		assertThat(points).hasSize(25_000).last().isEqualTo(new Point(24_999, "point 24999"));
	}

}
