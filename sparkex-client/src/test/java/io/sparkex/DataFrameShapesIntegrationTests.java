package io.sparkex;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.RemoteException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lag;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.max;
import static io.sparkex.Functions.row_number;
import static io.sparkex.Functions.spark_partition_id;
import static io.sparkex.Functions.struct;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for grouping, windows, subqueries, reshaping, sampling and statistics on a real
 * server.
 */
class DataFrameShapesIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static DataFrame sales;

	@BeforeAll
	static void prepare() {
		sales = spark.sql("SELECT * FROM VALUES ('pl', 2023, 10), ('pl', 2024, 20), ('de', 2023, 5), ('de', 2024, NULL)"
				+ " AS t(land, year, amount)");
	}

	private static List<String> rows(DataFrame df) {
		return df.collect()
			.stream()
			.map((row) -> IntStream.range(0, row.size())
				.mapToObj((index) -> String.valueOf(row.get(index)))
				.collect(Collectors.joining(" ")))
			.toList();
	}

	@Test
	void computesRollupsAndCubes() {
		assertThat(rows(sales.rollup("land", "year").agg(sum("amount").as("s")))).containsExactlyInAnyOrder(
				"pl 2023 10", "pl 2024 20", "de 2023 5", "de 2024 null", "pl null 30", "de null 5", "null null 35");
		assertThat(sales.cube("land", "year").count().count()).isEqualTo(9);
		assertThat(rows(sales.groupingSets(List.of(List.of(col("land")), List.of()), col("land")).agg(count("*"))))
			.containsExactlyInAnyOrder("pl 2", "de 2", "null 4");
	}

	@Test
	void pivotsWithAndWithoutValues() {
		DataFrame all = sales.groupBy("land").pivot("year").agg(sum("amount")).orderBy("land");
		assertThat(all.columns()).containsExactly("land", "2023", "2024");
		assertThat(rows(all)).containsExactly("de 5 null", "pl 10 20");
		assertThat(rows(sales.groupBy("land").pivot("year", List.of(2024)).max("amount").orderBy("land")))
			.containsExactly("de null", "pl 20");
		assertThatIllegalStateException().isThrownBy(() -> sales.rollup("land").pivot("year"));
	}

	@Test
	void computesWindowFunctions() {
		WindowSpec byLand = Window.partitionBy("land").orderBy("year");
		assertThat(rows(sales.select(col("land"), row_number().over(byLand), lag("amount", 1).over(byLand),
				sum("amount").over(byLand.rowsBetween(Window.unboundedPreceding(), Window.currentRow())),
				max("amount").over())))
			.containsExactlyInAnyOrder("pl 1 null 10 20", "pl 2 10 30 20", "de 1 null 5 20", "de 2 5 5 20");
		WindowSpec near = Window.orderBy(col("id")).rangeBetween(-1, 1);
		assertThat(rows(spark.range(4).select(col("id"), sum("id").over(near)))).containsExactlyInAnyOrder("0 1", "1 3",
				"2 6", "3 5");
		assertThat(rows(spark.range(3).select(count("*").over(Window.orderBy("id").rowsBetween(-1, 0)))))
			.containsExactlyInAnyOrder("1", "2", "2");
		assertThatIllegalArgumentException().isThrownBy(() -> near.rowsBetween(1, 0));
	}

	@Test
	void usesSubqueriesAsValuesAndConditions() {
		DataFrame numbers = spark.range(6);
		DataFrame limit = spark.sql("SELECT 3 AS bound");
		assertThat(rows(numbers.filter(col("id").gt(limit.scalar())))).containsExactlyInAnyOrder("4", "5");
		DataFrame odd = spark.sql("SELECT * FROM VALUES (1L), (3L) AS t(n)");
		assertThat(rows(numbers.filter(col("id").isin(odd)))).containsExactlyInAnyOrder("1", "3");
		DataFrame matching = odd.filter(col("n").equalTo(col("numbers.id").outer()));
		assertThat(rows(numbers.as("numbers").filter(matching.exists()))).containsExactlyInAnyOrder("1", "3");
		assertThat(rows(numbers.select(col("id").plus(limit.scalar()).as("sum")).filter(col("sum").geq(8))))
			.containsExactly("8");
		DataFrame several = spark.range(2);
		assertThatExceptionOfType(RemoteException.class).isThrownBy(() -> numbers.select(several.scalar()).collect())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("SCALAR_SUBQUERY_TOO_MANY_ROWS"));
	}

	@Test
	void joinsLaterally() {
		DataFrame left = spark.range(3).as("l");
		DataFrame right = spark.range(10).as("r").filter(col("r.id").lt(col("l.id").outer())).select(col("id").as("r"));
		assertThat(rows(left.lateralJoin(right))).containsExactlyInAnyOrder("1 0", "2 0", "2 1");
		assertThat(rows(left.lateralJoin(right, "left"))).contains("0 null").hasSize(4);
	}

	@Test
	void unpivotsAndTransposes() {
		DataFrame wide = spark.sql("SELECT 'a' AS id, 1 AS x, 2 AS y");
		assertThat(rows(wide.unpivot(new Column[] { col("id") }, "name", "value"))).containsExactlyInAnyOrder("a x 1",
				"a y 2");
		assertThat(rows(wide.melt(new Column[] { col("id") }, new Column[] { col("y") }, "name", "value")))
			.containsExactly("a y 2");
		assertThat(wide.transpose().columns()).containsExactly("key", "a");
		assertThat(rows(wide.transpose(col("id")))).containsExactlyInAnyOrder("x 1", "y 2");
	}

	@Test
	void renamesAndReplacesColumns() {
		DataFrame df = spark.range(1);
		assertThat(df.withColumnRenamed("id", "a.b").columns()).containsExactly("a.b");
		assertThat(df.withColumnsRenamed(Map.of("id", "n", "unknown", "x")).columns()).containsExactly("n");
		assertThat(df.toDF("only").columns()).containsExactly("only");
		assertThat(df.withColumns(Map.of("one", lit(1))).columns()).containsExactly("id", "one");
		StructType schema = new StructType().add("id", DataTypes.StringType);
		assertThat(df.withColumn("more", lit(1)).to(schema).schema().fieldNames()).containsExactly("id");
		assertThat(df.withMetadata("id", "{\"comment\":\"key\"}").schema().field(0).metadata()).contains("key");
		assertThat(df.select(df.colRegex("`i.*`")).columns()).containsExactly("id");
		assertThat(df.transform((step) -> step.withColumn("t", lit(1))).columns()).contains("t");
	}

	@Test
	void readsNestedValues() {
		DataFrame nested = spark.sql(
				"SELECT named_struct('a', 1, 'b', named_struct('c', 2)) AS s, array(7, 8) AS l," + " map('k', 9) AS m");
		assertThat(
				rows(nested.select(col("s").getField("a"), col("s.b.c"), col("l").getItem(1), col("m").getItem("k"))))
			.containsExactly("1 2 8 9");
		assertThat(
				nested.select(col("s").withField("b.d", lit(3)).dropFields("a").as("s")).schema().field(0).dataType())
			.hasToString("struct<b:struct<c:int,d:int>>");
		assertThat(rows(spark.range(1).select(struct(lit(1).as("x")).getField("x")))).containsExactly("1");
	}

	@Test
	void samplesAndSplitsRows() {
		DataFrame numbers = spark.range(0, 1_000, 1, 4);
		assertThat(rows(spark.range(5).orderBy("id").offset(3))).containsExactly("3", "4");
		assertThat(spark.range(10).tail(2)).extracting((row) -> row.getLong(0)).containsExactly(8L, 9L);
		assertThat(numbers.sample(0.5, 42).count()).isBetween(400L, 600L).isEqualTo(numbers.sample(0.5, 42).count());
		assertThat(numbers.sample(true, 2.0, 42).count()).isGreaterThan(1_500);
		DataFrame[] parts = numbers.randomSplit(new double[] { 1, 2, 1 }, 7);
		assertThat(Arrays.stream(parts).mapToLong(DataFrame::count).sum()).isEqualTo(1_000);
		assertThat(parts[0].intersect(parts[1]).isEmpty()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> numbers.randomSplit(new double[] { 0, 0 }));
		assertThatIllegalArgumentException().isThrownBy(() -> numbers.sample(-0.1));
	}

	@Test
	void repartitionsRows() {
		DataFrame partitions = spark.range(100).repartition(4).select(spark_partition_id().as("p")).distinct();
		assertThat(partitions.count()).isEqualTo(4);
		assertThat(spark.range(0, 100, 1, 4).coalesce(1).select(spark_partition_id()).distinct().count()).isEqualTo(1);
		assertThat(spark.range(100).repartition(3, col("id")).select(spark_partition_id()).distinct().count())
			.isEqualTo(3);
		assertThat(spark.range(100)
			.repartitionByRange(2, col("id").desc())
			.select(spark_partition_id())
			.distinct()
			.count()).isEqualTo(2);
		assertThat(spark.range(3).hint("broadcast").count()).isEqualTo(3);
		assertThat(rows(spark.range(0, 3, 1, 1).sortWithinPartitions(col("id").desc()))).containsExactly("2", "1", "0");
	}

	@Test
	void keepsDuplicatesInAllSetOperations() {
		DataFrame twice = spark.sql("SELECT * FROM VALUES (1), (1), (2) AS t(n)");
		DataFrame once = spark.sql("SELECT * FROM VALUES (1), (2) AS t(n)");
		assertThat(rows(twice.exceptAll(once))).containsExactly("1");
		assertThat(rows(twice.intersectAll(twice))).containsExactlyInAnyOrder("1", "1", "2");
	}

	@Test
	void dropsFillsAndReplacesNulls() {
		assertThat(sales.na().drop().count()).isEqualTo(3);
		assertThat(sales.na().drop("all").count()).isEqualTo(4);
		assertThat(sales.na().drop(3).count()).isEqualTo(3);
		assertThat(sales.na().drop(new String[] { "land" }).count()).isEqualTo(4);
		assertThat(rows(sales.na().fill(0).filter("year = 2024 AND land = 'de'"))).containsExactly("de 2024 0");
		assertThat(rows(sales.na().fill(Map.of("amount", -1)).filter("amount < 0"))).containsExactly("de 2024 -1");
		assertThat(rows(sales.na().replace("land", Map.of("pl", "PL")).select("land").distinct()))
			.containsExactlyInAnyOrder("PL", "de");
		assertThat(rows(sales.na().replace("amount", Map.of(10, 11)).filter("amount = 11")))
			.containsExactly("pl 2023 11");
		assertThatIllegalArgumentException().isThrownBy(() -> sales.na().drop("some"));
	}

	@Test
	void describesColumns() {
		DataFrame line = spark.range(10).withColumn("twice", col("id").multiply(2));
		assertThat(line.stat().corr("id", "twice")).isEqualTo(1.0);
		assertThat(line.stat().cov("id", "twice")).isCloseTo(18.33, Offset.offset(0.01));
		assertThat(rows(sales.stat().crosstab("land", "year").orderBy("land_year"))).containsExactly("de 1 1",
				"pl 1 1");
		assertThat(sales.stat().freqItems(new String[] { "land" }).columns()).containsExactly("land_freqItems");
		assertThat(sales.stat().sampleBy("land", Map.of("pl", 1.0), 1).count()).isEqualTo(2);
		assertThat(rows(line.describe("id"))).contains("count 10", "min 0", "max 9");
		assertThat(rows(line.select("id").summary("count", "50%"))).containsExactly("count 10", "50% 4");
	}

}
