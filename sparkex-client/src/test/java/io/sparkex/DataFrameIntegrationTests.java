package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.errors.OperationCancelledException;

import static io.sparkex.Functions.aggregate;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.transform;
import static io.sparkex.Functions.upper;
import static io.sparkex.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * End-to-end tests for {@link DataFrame} on a real server.
 */
class DataFrameIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void collectsRange() {
		assertThat(spark.range(5).collect()).extracting((row) -> row.getLong("id")).containsExactly(0L, 1L, 2L, 3L, 4L);
	}

	@Test
	void returnsSparkVersion() {
		assertThat(spark.version()).isEqualTo(TestServer.DEFAULT_VERSION);
	}

	@Test
	void groupsAndAggregates() {
		DataFrame parity = spark.range(10)
			.withColumn("parity", when(col("id").mod(2).equalTo(0), "even").otherwise("odd"))
			.groupBy("parity")
			.agg(sum("id").as("total"), count(lit(1)).as("n"))
			.orderBy("parity");
		record Parity(String parity, long total, long n) {
		}
		assertThat(parity.as(Parity.class).collect()).containsExactly(new Parity("even", 20, 5),
				new Parity("odd", 25, 5));
	}

	@Test
	void bindsNamedParameters() {
		List<Row> rows = spark.sql("SELECT :name AS name, id FROM range(:n)", Map.of("name", "O'Neil; --", "n", 2))
			.select(upper(col("name")).as("name"), col("id"))
			.collect();
		assertThat(rows).extracting(Row::toString)
			.containsExactly("Row(name=O'NEIL; --, id=0)", "Row(name=O'NEIL; --, id=1)");
	}

	@Test
	void bindsPositionalParameters() {
		LocalDate day = LocalDate.of(2024, 2, 29);
		Row row = spark.sql("SELECT ? AS day, ? AS none, ? || 'x' AS text", new Object[] { day, null, "a'b" }).single();
		assertThat(row.getLocalDate("day")).isEqualTo(day);
		assertThat(row.isNullAt("none")).isTrue();
		assertThat(row.getString("text")).isEqualTo("a'bx");
	}

	@Test
	void runsCommandsImmediatelyAndExactlyOnce() {
		spark.sql("DROP TABLE IF EXISTS once");
		spark.sql("CREATE TABLE once (n INT) USING parquet");
		try {
			DataFrame inserted = spark.sql("INSERT INTO once VALUES (1)");
			assertThat(inserted.collect()).isEmpty();
			assertThat(inserted.collect()).isEmpty();
			assertThat(spark.table("once").count()).isEqualTo(1);
		}
		finally {
			spark.sql("DROP TABLE once");
		}
	}

	@Test
	void returnsRowsOfCommands() {
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW shown AS SELECT 1 AS n");
		assertThat(spark.sql("DESCRIBE shown").select("col_name", "data_type").collect()).extracting(Row::toString)
			.containsExactly("Row(col_name=n, data_type=int)");
		assertThat(spark.sql("WITH w AS (SELECT 5 AS n) SELECT n + 1 FROM w").as(Integer.class).single()).isEqualTo(6);
	}

	static Stream<Arguments> joins() {
		return Stream.of(join("inner", "1 a 1 x"), join("left_outer", "1 a 1 x", "2 b null null", "null c null null"),
				join("right", "1 a 1 x", "null null 3 y", "null null null z"),
				join("full", "1 a 1 x", "2 b null null", "null c null null", "null null 3 y", "null null null z"),
				join("leftsemi", "1 a"), join("left_anti", "2 b", "null c"));
	}

	private static Arguments join(String type, String... rows) {
		return Arguments.of(type, rows);
	}

	@ParameterizedTest
	@MethodSource("joins")
	void joinsOnConditionWithNulls(String type, String[] expected) {
		DataFrame left = spark.sql("SELECT * FROM VALUES (1, 'a'), (2, 'b'), (NULL, 'c') AS t(k, l)");
		DataFrame right = spark.sql("SELECT * FROM VALUES (1, 'x'), (3, 'y'), (NULL, 'z') AS t(k, r)");
		DataFrame joined = left.join(right, left.col("k").equalTo(right.col("k")), type);
		assertThat(joined.collect()).extracting(DataFrameIntegrationTests::values).containsExactlyInAnyOrder(expected);
	}

	private static String values(Row row) {
		return IntStream.range(0, row.size())
			.mapToObj((index) -> String.valueOf(row.get(index)))
			.collect(Collectors.joining(" "));
	}

	@Test
	void joinsUsingColumns() {
		DataFrame left = spark.range(3).withColumn("l", col("id").plus(10));
		DataFrame right = spark.range(1, 4).withColumn("r", col("id").plus(20));
		assertThat(left.join(right, "id").orderBy("id").collect()).extracting(DataFrameIntegrationTests::values)
			.containsExactly("1 11 21", "2 12 22");
		assertThat(left.join(right, new String[] { "id" }, "outer").count()).isEqualTo(4);
		assertThat(left.crossJoin(right).count()).isEqualTo(9);
		assertThat(left.join(right).count()).isEqualTo(9);
	}

	@Test
	void distinguishesSidesOfSelfJoin() {
		DataFrame numbers = spark.range(3);
		DataFrame next = numbers.withColumn("id", col("id").plus(1));
		DataFrame pairs = numbers.join(next, numbers.col("id").equalTo(next.col("id")))
			.select(numbers.col("id").as("a"), next.col("id").as("b"));
		assertThat(pairs.orderBy("a").collect()).extracting(DataFrameIntegrationTests::values)
			.containsExactly("1 1", "2 2");
	}

	@Test
	void readsColumnsOfSameNameByPosition() {
		Row row = spark.sql("SELECT 1 AS n, 2 AS n").single();
		assertThat(row.getInt(0) + row.getInt(1)).isEqualTo(3);
		assertThatIllegalArgumentException().isThrownBy(() -> row.getInt("n")).withMessageContaining("ambiguous");
	}

	@Test
	void computesSetOperations() {
		DataFrame low = spark.range(0, 3);
		DataFrame high = spark.range(2, 5);
		assertThat(low.union(high).count()).isEqualTo(6);
		assertThat(low.union(high).distinct().count()).isEqualTo(5);
		assertThat(low.intersect(high).as(Long.class).collect()).containsExactly(2L);
		assertThat(low.except(high).orderBy("id").as(Long.class).collect()).containsExactly(0L, 1L);
		DataFrame swapped = spark.sql("SELECT 'x' AS b, 1 AS a");
		assertThat(spark.sql("SELECT 2 AS a, 'y' AS b").unionByName(swapped).orderBy("a").collect())
			.extracting(Row::toString)
			.containsExactly("Row(a=1, b=x)", "Row(a=2, b=y)");
		assertThat(low.unionByName(spark.sql("SELECT 9 AS other"), true).count()).isEqualTo(4);
	}

	@Test
	void addsRenamesAndDropsColumns() {
		DataFrame df = spark.range(2).withColumn("a.b", lit("dot")).withColumn("c", lit(1));
		assertThat(df.columns()).containsExactly("id", "a.b", "c");
		assertThat(df.drop("a.b", "unknown").columns()).containsExactly("id", "c");
		assertThat(df.drop(col("c")).columns()).containsExactly("id", "a.b");
		assertThat(df.select(col("`a.b`")).as(String.class).first()).isEqualTo("dot");
		assertThat(df.select(col("*"), col("id").cast("string").as("s")).columns()).hasSize(4);
		assertThat(df.selectExpr("id * 2 AS twice").as(Long.class).collect()).containsExactly(0L, 2L);
		assertThat(df.as("f").select(col("f.id")).columns()).containsExactly("id");
		assertThat(df.dropDuplicates("c").count()).isEqualTo(1);
	}

	@Test
	void sortsNullsFirstOrLast() {
		DataFrame df = spark.sql("SELECT * FROM VALUES (1), (NULL), (3) AS t(n)");
		assertThat(df.orderBy("n").collect()).extracting(DataFrameIntegrationTests::values)
			.containsExactly("null", "1", "3");
		assertThat(df.orderBy(col("n").desc()).collect()).extracting(DataFrameIntegrationTests::values)
			.containsExactly("3", "1", "null");
		assertThat(df.orderBy(col("n").desc_nulls_first()).collect()).extracting(DataFrameIntegrationTests::values)
			.containsExactly("null", "3", "1");
	}

	@Test
	void aggregatesByColumnAndByMap() {
		DataFrame df = spark.range(6).withColumn("g", col("id").mod(2));
		assertThat(df.groupBy("g").sum("id").orderBy("g").collect()).extracting(DataFrameIntegrationTests::values)
			.containsExactly("0 6", "1 9");
		assertThat(df.groupBy("g").count().columns()).containsExactly("g", "count");
		assertThat(df.groupBy().agg(Map.of("id", "max")).as(Long.class).single()).isEqualTo(5);
		assertThat(df.groupBy("g").avg("id").columns()).containsExactly("g", "avg(id)");
		assertThat(df.withColumn("t", lit("x")).groupBy("g").max().columns()).containsExactly("g", "max(id)");
		assertThat(df.groupBy().agg(Map.of("id", "average")).as(Double.class).single()).isEqualTo(2.5);
	}

	@Test
	void countsAndTakes() {
		assertThat(spark.range(1_000).count()).isEqualTo(1_000);
		assertThat(spark.range(0).count()).isZero();
		assertThat(spark.range(0).isEmpty()).isTrue();
		assertThat(spark.range(1).isEmpty()).isFalse();
		assertThat(spark.range(10).take(3)).hasSize(3);
		assertThat(spark.range(10).take(0)).isEmpty();
		assertThat(spark.range(10).first().getLong(0)).isZero();
		assertThat(spark.range(0).optional()).isEmpty();
		assertThat(spark.range(0).collect()).isEmpty();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> spark.range(0).first());
		assertThatIllegalStateException().isThrownBy(() -> spark.range(2).single());
		Results<Long> nothing = spark.range(0).agg(sum("id")).as(Long.class);
		assertThat(nothing.first()).isNull();
		assertThat(nothing.single()).isNull();
		assertThat(nothing.optional()).isEmpty();
	}

	@Test
	void showsRowsAsText() {
		assertThat(spark.range(2).withColumn("text", lit("a rather long text indeed")).showString(20, 20, false))
			.isEqualTo("""
					+---+--------------------+
					| id|                text|
					+---+--------------------+
					|  0|a rather long tex...|
					|  1|a rather long tex...|
					+---+--------------------+
					""");
		assertThat(spark.range(1).showString(20, 0, true)).contains("-RECORD 0").contains("id");
	}

	@Test
	void printsToTheStandardOutput() {
		PrintStream standard = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			spark.range(1).show();
			spark.range(1).printSchema();
			spark.range(1).explain();
		}
		finally {
			System.setOut(standard);
		}
		assertThat(printed.toString(StandardCharsets.UTF_8)).contains("|  0|")
			.contains("root\n |-- id: long (nullable = false)\n")
			.contains("== Physical Plan ==");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			simple    | == Physical Plan ==
			extended  | == Parsed Logical Plan ==
			codegen   | WholeStageCodegen
			cost      | == Optimized Logical Plan ==
			formatted | (1) Range
			""")
	void explainsInEveryMode(String mode, String part) {
		assertThat(spark.range(5).filter(col("id").gt(1)).explainString(mode)).contains(part);
	}

	@Test
	void runsQueryAfterClosingStreamEarly() {
		try (Stream<Row> rows = spark.range(500_000).stream()) {
			assertThat(rows.limit(5)).hasSize(5);
		}
		assertThat(spark.range(3).count()).isEqualTo(3);
	}

	@Test
	void cancelsQueryWhenThreadIsInterrupted() throws InterruptedException {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		CountDownLatch started = new CountDownLatch(1);
		Thread reader = new Thread(() -> {
			started.countDown();
			try {
				new SlowQuery(spark).df().collect();
			}
			catch (RuntimeException ex) {
				thrown.set(ex);
			}
		});
		reader.start();
		started.await();
		reader.interrupt();
		reader.join(10_000);
		assertThat(reader.isAlive()).isFalse();
		assertThat(thrown.get()).isInstanceOf(OperationCancelledException.class);
	}

	@Test
	void runsQueriesConcurrently() {
		List<Long> sums = IntStream.range(0, 16)
			.parallel()
			.mapToObj((n) -> spark.range(n * 100L).agg(count(lit(1))).as(Long.class).single())
			.toList();
		assertThat(sums).containsExactly(IntStream.range(0, 16).mapToObj((n) -> n * 100L).toArray(Long[]::new));
	}

	@Test
	void appliesLambdasToArrays() {
		DataFrame df = spark.sql("SELECT array(1, 2, 3) AS a")
			.select(aggregate(transform(col("a"), (x) -> x.multiply(2)), lit(0), Column::plus).as("sum"));
		assertThat(df.as(Integer.class).single()).isEqualTo(12);
	}

	@Test
	void rejectsDataFramesOfOtherSessions() {
		try (SparkSession other = TestServer.session()) {
			DataFrame foreign = other.range(1);
			assertThatIllegalArgumentException().isThrownBy(() -> spark.range(1).join(foreign))
				.withMessageContaining("same session");
		}
	}

	@Test
	void describesItselfWithoutCallingServer() {
		try (SparkSession nowhere = SparkSession.builder().url("sc://localhost:1").build()) {
			assertThat(nowhere.range(1).limit(1)).hasToString("DataFrame[Limit #1]");
		}
	}

}
