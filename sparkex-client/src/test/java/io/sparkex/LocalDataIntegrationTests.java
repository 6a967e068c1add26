package io.sparkex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.MappingException;
import io.sparkex.errors.ParseException;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Variant;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for local rows that are sent to a real server and read again.
 */
class LocalDataIntegrationTests {

	private static final DataType TEXT = new StringType();

	private static final DataType INT = SimpleType.INTEGER;

	/**
	 * The JSON null in Spark's binary encoding.
	 */
	private static final Variant VARIANT = new Variant(new byte[] { 0 }, new byte[] { 1, 0, 0 });

	static List<Arguments> columns() {
		StructType part = new StructType().add("x", INT, false).add("y", TEXT);
		return List.of(arguments(SimpleType.NULL, null), arguments(SimpleType.BOOLEAN, true),
				arguments(SimpleType.BYTE, Byte.MIN_VALUE), arguments(SimpleType.SHORT, Short.MAX_VALUE),
				arguments(INT, Integer.MIN_VALUE), arguments(SimpleType.LONG, Long.MAX_VALUE),
				arguments(SimpleType.FLOAT, Float.NaN), arguments(SimpleType.DOUBLE, Double.MIN_VALUE),
				arguments(new DecimalType(10, 2), new BigDecimal("-12345678.90")),
				arguments(new DecimalType(38, 0), new BigDecimal("9".repeat(38))), arguments(TEXT, "zł€😀\u0000"),

				arguments(SimpleType.BINARY, new byte[] { 0, -1 }),
				arguments(SimpleType.DATE, LocalDate.of(1582, 10, 15)),
				arguments(SimpleType.TIMESTAMP, Instant.parse("1969-12-31T23:59:59.999999Z")),
				arguments(SimpleType.TIMESTAMP_NTZ, LocalDateTime.of(2024, 2, 29, 12, 0, 0, 1_000)),
				arguments(dayTime(DayTimeIntervalType.Unit.DAY, DayTimeIntervalType.Unit.SECOND),
						Duration.parse("-PT26H3M4.000005S")),
				arguments(yearMonth(YearMonthIntervalType.Unit.YEAR, YearMonthIntervalType.Unit.MONTH),
						Period.of(-1, -2, 0)),
				arguments(SimpleType.CALENDAR_INTERVAL, new CalendarInterval(14, -3, 14_706_700_000L)),
				arguments(SimpleType.VARIANT, VARIANT), arguments(new StringType("UTF8_LCASE"), "Abc"),
				arguments(new ArrayType(INT, false), List.of(1, 2)),
				arguments(new ArrayType(new ArrayType(TEXT)), Arrays.asList(Arrays.asList("a", null), null, List.of())),
				arguments(new MapType(TEXT, new ArrayType(SimpleType.LONG)), Map.of("k", Arrays.asList(1L, null))),
				arguments(new MapType(INT, SimpleType.DOUBLE, false), Map.of()), arguments(part, Row.of(part, 1, null)),
				arguments(new ArrayType(part), List.of(Row.of(part, 2, "b"))),
				arguments(new MapType(TEXT, SimpleType.VARIANT), Map.of("v", VARIANT)));
	}

	private static DataType dayTime(DayTimeIntervalType.Unit start, DayTimeIntervalType.Unit end) {
		return new DayTimeIntervalType(start, end);
	}

	private static DataType yearMonth(YearMonthIntervalType.Unit start, YearMonthIntervalType.Unit end) {
		return new YearMonthIntervalType(start, end);
	}

	@ParameterizedTest
	@MethodSource("columns")
	void returnsSentValues(DataType type, @Nullable Object value) {
		assertReturned(TestServer.DEFAULT_VERSION, type, value);
	}

	@ParameterizedTest
	@MethodSource("columns")
	void returnsValuesSentToSpark40(DataType type, @Nullable Object value) {
		assertReturned("4.0.1", type, value);
	}

	@ParameterizedTest
	@MethodSource("columns")
	void returnsValuesSentToSpark42(DataType type, @Nullable Object value) {
		assertReturned("4.2.0", type, value);
	}

	private static void assertReturned(String version, DataType type, @Nullable Object value) {
		StructType schema = new StructType().add("n", INT, false).add("c", type);
		List<Row> rows = List.of(Row.of(schema, 1, value), Row.of(schema, 2, null), Row.of(schema, 3, value));
		try (SparkSession spark = TestServer.session(version)) {
			DataFrame df = spark.createDataFrame(rows, schema);
			assertThat(df.schema()).isEqualTo(schema);
			assertThat(df.collect()).isEqualTo(rows);
			assertThat(df.filter(col("c").isNull()).count()).isEqualTo((value == null) ? 3 : 1);
			assertThat(spark.emptyDataFrame(schema).schema()).isEqualTo(schema);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 6 })
	void returnsSentTimesOfDay(int precision) {
		StructType schema = new StructType().add("t", new TimeType(precision));
		List<Row> rows = List.of(Row.of(schema, LocalTime.of(23, 59, 59)), Row.of(schema, (Object) null));
		try (SparkSession spark = TestServer.session("4.2.0")) {
			spark.conf().set("spark.sql.timeType.enabled", true);
			DataFrame df = spark.createDataFrame(rows, schema);
			assertThat(df.schema()).isEqualTo(schema);
			assertThat(df.collect()).isEqualTo(rows);
		}
	}

	record Point(int x, @Nullable String name) {

	}

	enum Color {

		RED, GREEN

	}

	record Everything(boolean aBoolean, byte aByte, short aShort, int anInt, long aLong, float aFloat, double aDouble,
			@Nullable Integer boxed, @Nullable String text, BigInteger integer, LocalDate day, Instant instant,
			LocalDateTime dateTime, Duration duration, Period period, Color color, UUID id, Optional<String> maybe,
			List<Optional<Point>> points, Map<String, List<Long>> numbers, Set<Color> colors, @Nullable Point point) {

	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "4.1.2", "4.2.0" })
	void returnsSentRecords(String version) {
		List<Everything> records = IntStream.range(0, 5)
			.mapToObj((i) -> new Everything(i > 2, (byte) i, (short) -i, i, 1L << 40, 0.5f, 1e300, (i == 1) ? null : i,
					(i == 2) ? null : "zł€😀", BigInteger.TEN.pow(37), LocalDate.EPOCH, Instant.EPOCH,
					LocalDateTime.of(2024, 1, 1, 0, 0), Duration.ofDays(i), Period.ofMonths(i), Color.GREEN,
					new UUID(i, i), Optional.of("x").filter((x) -> i > 1),
					List.of(Optional.empty(), Optional.of(new Point(i, null))), Map.of("k", List.of(1L)),
					Set.of(Color.RED), (i == 3) ? null : new Point(i, "p")))
			.toList();
		try (SparkSession spark = TestServer.session(version)) {
			DataFrame df = spark.createDataFrame(records);
			assertThat(df.as(Everything.class).collect()).isEqualTo(records);
			assertThat(df.agg(sum("anInt")).as(Long.class).single()).isEqualTo(10);
			assertThat(df.selectExpr("point.name").as(String.class).collect()).containsExactly("p", "p", "p", null,
					"p");
		}
	}

	public static class Person {

		private @Nullable String name;

		private int age;

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public int getAge() {
			return this.age;
		}

		public void setAge(int age) {
			this.age = age;
		}

	}

	@Test
	void returnsSentBeans() {
		Person person = new Person();
		person.setName("Ann");
		person.setAge(41);
		try (SparkSession spark = TestServer.session()) {
			DataFrame df = spark.createDataFrame(List.of(person, new Person()), Person.class);
			assertThat(df.schema().toDDL()).isEqualTo("age INT NOT NULL,name STRING");
			assertThat(df.as(Person.class).collect()).extracting(Person::getName).containsExactly("Ann", null);
			assertThat(df.as(Person.class).collect()).extracting(Person::getAge).containsExactly(41, 0);
		}
	}

	@Test
	void returnsSentSingleValues() {
		try (SparkSession spark = TestServer.session()) {
			DataFrame df = spark.createDataFrame(List.of(3L, 1L, 2L), Long.class);
			assertThat(df.sort("value").as(Long.class).collect()).containsExactly(1L, 2L, 3L);
		}
	}

	@Test
	void sendsTypesVisibleToSql() {
		try (SparkSession spark = TestServer.session()) {
			spark
				.createDataFrame(List.of(Arrays.asList(1, new BigDecimal("1.50"), List.of("a"), null)),
						"i SMALLINT NOT NULL, d DECIMAL(5, 2), a ARRAY<STRING>, t TIMESTAMP COMMENT 'when'")
				.createOrReplaceTempView("local");
			Row row = spark.sql("SELECT typeof(i), typeof(d), typeof(a), typeof(t), d * i, a[0], t FROM local")
				.single();
			assertThat(row)
				.extracting((r) -> r.get(0), (r) -> r.get(1), (r) -> r.get(2), (r) -> r.get(3), (r) -> r.get(5),
						(r) -> r.get(6))
				.containsExactly("smallint", "decimal(5,2)", "array<string>", "timestamp", "a", null);
			assertThat(row.getDecimal(4)).isEqualByComparingTo("1.5");
			assertThat(spark.table("local").schema().field(0).nullable()).isFalse();
			assertThat(spark.table("local").schema().field(3).metadata()).contains("when");
		}
	}

	@Test
	void acceptsRowsOfOtherQueriesAndMaps() {
		try (SparkSession spark = TestServer.session()) {
			DataFrame source = spark.sql("SELECT id, named_struct('a', id, 'b', array(id)) AS s FROM range(1000)");
			List<Row> rows = source.collect();
			assertThat(spark.createDataFrame(rows, source.schema()).collect()).isEqualTo(rows);
			assertThat(spark.createDataFrame(List.of(Map.of("b", 2, "a", 1), Map.of("a", 3)), "a INT, b BIGINT")
				.collect()
				.toString()).isEqualTo("[Row(a=1, b=2), Row(a=3, b=null)]");
		}
	}

	@Test
	void sendsManyRows() {
		List<Point> points = IntStream.range(0, 100_000).mapToObj((i) -> new Point(i, "point " + i)).toList();
		try (SparkSession spark = TestServer.session()) {
			DataFrame df = spark.createDataFrame(points, Point.class);
			assertThat(df.as(Point.class).collect()).isEqualTo(points);
		}
	}

	@Test
	void createsEmptyDataFrames() {
		try (SparkSession spark = TestServer.session()) {
			assertThat(spark.emptyDataFrame().schema()).isEqualTo(new StructType());
			assertThat(spark.emptyDataFrame().collect()).isEmpty();
			assertThat(spark.createDataFrame(List.of(), Point.class).as(Point.class).collect()).isEmpty();
			assertThat(spark.createDataFrame(List.of(), "a INT").schema().toDDL()).isEqualTo("a INT");
		}
	}

	@Test
	void preservesFieldMetadata() {
		StructType schema = new StructType().add(new StructField("a", INT, true, "{\"unit\":\"km\"}"));
		try (SparkSession spark = TestServer.session()) {
			assertThat(spark.createDataFrame(List.of(List.of(1)), schema).schema()).isEqualTo(schema);
		}
	}

	@ParameterizedTest
	@CsvSource({ "a b", "ü", "`q`", "a.b", "'\"'" })
	void preservesUnusualColumnNames(String name) {
		StructType schema = new StructType().add(name, INT).add("s", new StructType().add(name, INT));
		try (SparkSession spark = TestServer.session()) {
			DataFrame df = spark.createDataFrame(List.of(List.of(1, List.of(2))), schema);
			assertThat(df.schema()).isEqualTo(schema);
			assertThat(df.single().getStruct(1)).isEqualTo(Row.of(new StructType().add(name, INT), 2));
		}
	}

	@Test
	void rejectsInvalidValuesBeforeSending() {
		try (SparkSession spark = SparkSession.builder().url("sc://localhost:1").build()) {
			StructType schema = new StructType().add("a", INT, false);
			assertThatExceptionOfType(MappingException.class)
				.isThrownBy(() -> spark.createDataFrame(List.of(List.of(1), Collections.singletonList(null)), schema))
				.withMessageContaining("Row 1")
				.withMessageContaining("'a'");
			List<Object> mixed = Arrays.asList(new Point(1, null), null);
			assertThatExceptionOfType(MappingException.class)
				.isThrownBy(() -> spark.createDataFrame(mixed, Point.class))
				.withMessageContaining("Row 1 is null");
			assertThatExceptionOfType(MappingException.class)
				.isThrownBy(() -> spark.createDataFrame(List.of(1L, "a"), Long.class))
				.withMessageContaining("Row 1 is of java.lang.String");
			assertThatIllegalArgumentException().isThrownBy(() -> spark.createDataFrame(List.<Point>of()))
				.withMessageContaining("records");
		}
	}

	@Test
	void rejectsInvalidDdlSchema() {
		try (SparkSession spark = TestServer.session()) {
			assertThatExceptionOfType(ParseException.class)
				.isThrownBy(() -> spark.createDataFrame(List.of(), "a SOMETHING"));
		}
	}

	@Test
	void sendsManyMegabytes() {
		Random random = new Random(5);
		List<byte[]> blobs = Stream.generate(() -> new byte[1 << 20]).limit(24).toList();
		blobs.forEach(random::nextBytes);
		try (SparkSession spark = TestServer.session()) {
			assertThat(
					spark.createDataFrame(blobs, byte[].class).selectExpr("sum(length(value))").as(Long.class).single())
				.isEqualTo(24L << 20);
		}
	}

	@Test
	void createsRowsEqualToResultRows() {
		StructType schema = new StructType().add("a", DataTypes.IntegerType).add("b", new ArrayType(TEXT));
		Row row = Row.of(schema, 1, List.of("x"));
		assertThat(row.getInt("a")).isEqualTo(1);
		assertThat(row.<String>getList("b")).containsExactly("x");
		assertThat(row).hasToString("Row(a=1, b=[x])");
		assertThatIllegalArgumentException().isThrownBy(() -> Row.of(schema, 1)).withMessageContaining("1 values");
	}

}
