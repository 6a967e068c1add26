package io.sparkex;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.abs;
import static io.sparkex.Functions.array;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for nearest-by and as-of joins, table-valued functions, SQL with DataFrames and
 * parsed text.
 */
class DataFrameCombinationsIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void joinsAsOfBackward() {
		DataFrame trades = spark.sql("SELECT * FROM VALUES (1, 'a'), (5, 'a'), (5, 'b'), (9, 'a') AS t(at, sym)");
		DataFrame quotes = spark
			.sql("SELECT * FROM VALUES (2, 'a', 20), (5, 'a', 50), (7, 'a', 70), (1, 'b', 10) AS q(at, sym, bid)");
		DataFrame joined = trades.joinAsOf(quotes, trades.col("at"), quotes.col("at"), "sym");
		assertThat(pairs(joined.select(trades.col("at"), trades.col("sym"), col("bid"))))
			.containsExactlyInAnyOrder("5 a 50", "5 b 10", "9 a 70");
		DataFrame outer = trades.joinAsOf(quotes, trades.col("at"), quotes.col("at"),
				AsOfJoinOptions.backward().using("sym").leftOuter().withoutExactMatches().within(4));
		assertThat(pairs(outer.select(trades.col("at"), trades.col("sym"), col("bid"))))
			.containsExactlyInAnyOrder("1 a null", "5 a 20", "5 b null", "9 a 70");
		DataFrame forward = trades.joinAsOf(quotes, trades.col("at"), quotes.col("at"),
				AsOfJoinOptions.forward().on(trades.col("sym").equalTo(quotes.col("sym"))));
		assertThat(pairs(forward.select(trades.col("at"), trades.col("sym"), col("bid"))))
			.containsExactlyInAnyOrder("1 a 20", "5 a 50");
		DataFrame nearest = trades.joinAsOf(quotes, trades.col("at"), quotes.col("at"),
				AsOfJoinOptions.nearest().using("sym"));
		assertThat(pairs(nearest.select(trades.col("at"), trades.col("sym"), col("bid")))).contains("1 a 20", "9 a 70");
	}

	@Test
	void joinsAsOfWithinTolerance() {
		DataFrame left = spark.sql("SELECT TIMESTAMP'2024-01-01 10:00:00' AS at");
		DataFrame right = spark.sql("SELECT TIMESTAMP'2024-01-01 09:59:00' AS seen");
		assertThat(left
			.joinAsOf(right, left.col("at"), right.col("seen"),
					AsOfJoinOptions.backward().within(Duration.ofMinutes(2)))
			.count()).isEqualTo(1);
		assertThat(left
			.joinAsOf(right, left.col("at"), right.col("seen"),
					AsOfJoinOptions.backward().within(Duration.ofSeconds(2)))
			.count()).isZero();
	}

	@Test
	void joinsNearestNeighbors() {
		try (SparkSession session = SparkSession.builder().url(TestServer.get("4.2.0").url()).build()) {
			DataFrame queries = session.sql("SELECT * FROM VALUES (10), (50) AS q(x)");
			DataFrame base = session.sql("SELECT * FROM VALUES (9), (12), (49), (100) AS b(y)");
			DataFrame near = queries.nearestByJoin(base, abs(col("x").minus(col("y"))), 1, "exact", "distance");
			assertThat(pairs(near)).containsExactlyInAnyOrder("10 9", "50 49");
			assertThat(queries.nearestByJoin(base, col("y"), 2, "exact", "similarity", "left").count()).isEqualTo(4);
		}
	}

	@Test
	void reportsRequiredVersionOfNearestByJoin() {
		assumeThat(TestServer.DEFAULT_VERSION).startsWith("4.1");
		DataFrame join = spark.range(3)
			.nearestByJoin(spark.range(3).toDF("y"), col("id").minus(col("y")), 1, "exact", "distance");
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(join::collect)
			.withMessageContaining("nearest-by join")
			.withMessageContaining("4.2.0");
		assertThatExceptionOfType(UnsupportedException.class).isThrownBy(join::schema);
	}

	@Test
	void callsTableValuedFunctions() {
		TableValuedFunction tvf = spark.tvf();
		assertThat(tvf.range(2, 8, 3).as(Long.class).collect()).containsExactly(2L, 5L);
		assertThat(tvf.range(3).count() + tvf.range(1, 3).count() + tvf.range(0, 4, 2, 1).count()).isEqualTo(7);
		assertThat(tvf.explode(array(lit(1), lit(2))).as(Integer.class).collect()).containsExactly(1, 2);
		assertThat(tvf.explode_outer(array()).count()).isEqualTo(1);
		assertThat(pairs(tvf.posexplode(array(lit("a"), lit("b"))))).containsExactly("0 a", "1 b");
		assertThat(pairs(tvf.stack(lit(2), lit(1), lit("x"), lit(2), lit("y")))).containsExactly("1 x", "2 y");
		assertThat(pairs(tvf.json_tuple(lit("{\"a\":1,\"b\":\"z\"}"), lit("a"), lit("b")))).containsExactly("1 z");
		assertThat(tvf.sql_keywords().filter("keyword = 'SELECT'").count()).isEqualTo(1);
		assertThat(tvf.collations().count()).isPositive();
		assertThat(tvf.call("explode", List.of(7, 8)).as(Integer.class).collect()).containsExactly(7, 8);
		assertThat(tvf.variant_explode(Functions.parse_json(lit("[1, 2]"))).count()).isEqualTo(2);
	}

	@Test
	void joinsLaterallyWithTableValuedFunction() {
		DataFrame lists = spark.sql("SELECT * FROM VALUES (1, array(10, 11)), (2, array()) AS t(id, xs)");
		assertThat(pairs(lists.lateralJoin(spark.tvf().explode(col("xs").outer())).select("id", "col")))
			.containsExactly("1 10", "1 11");
	}

	@Test
	void sendsPartitionedTableArguments() {
		DataFrame df = spark.range(3);
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.tvf()
				.call("explode", df.asTable().partitionBy(col("id")).orderBy(col("id").desc()))
				.collect())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("INTERNAL_ERROR"));
		assertThatIllegalArgumentException().isThrownBy(() -> df.asTable().orderBy(col("id")))
			.withMessageContaining("partitionBy()");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> df.asTable().withSinglePartition().partitionBy(col("id")));
	}

	@Test
	void bindsDataFramesInSql() {
		DataFrame trips = spark.range(10).withColumn("fare", col("id").multiply(2));
		DataFrame zones = spark.range(3).toDF("zone");
		assertThat(spark.sql("SELECT sum(fare) FROM trips WHERE id > :least", Map.of("trips", trips, "least", 7))
			.as(Long.class)
			.single()).isEqualTo(34);
		assertThat(spark.sql("SELECT * FROM trips JOIN zones ON id = zone", Map.of("trips", trips, "zones", zones))
			.count()).isEqualTo(3);
		// Also in a statement that runs immediately.
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW unrelated AS SELECT 1");
		assertThat(spark.sql("WITH t AS (SELECT * FROM trips) SELECT count(*) FROM t", Map.of("trips", trips))
			.as(Long.class)
			.single()).isEqualTo(10);
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(spark.sql("SELECT * FROM trip", Map.of("trips", trips))::collect);
		assertThatIllegalArgumentException().isThrownBy(() -> spark.sql("SELECT * FROM ?", new Object[] { trips }))
			.withMessageContaining("give it a name");
	}

	@Test
	void parsesStringColumns() {
		DataFrame json = spark.sql("SELECT * FROM VALUES ('{\"a\":1,\"b\":\"x\"}'), ('{\"a\":2}') AS t(value)");
		assertThat(pairs(spark.read().json(json))).containsExactly("1 x", "2 null");
		assertThat(spark.read().schema("a INT, c STRING").json(json).schema().simpleString())
			.isEqualTo("struct<a:int,c:string>");
		DataFrame csv = spark.sql("SELECT * FROM VALUES ('1;ü'), ('2;y') AS t(value)");
		StructType schema = new StructType().add("n", DataTypes.LongType).add("s", DataTypes.StringType);
		assertThat(pairs(spark.read().schema(schema).option("sep", ";").csv(csv))).containsExactly("1 ü", "2 y");
	}

	@Test
	void parsesXmlColumns() {
		try (SparkSession session = SparkSession.builder().url(TestServer.get("4.2.0").url()).build()) {
			DataFrame xml = session.sql("SELECT '<r><a>1</a><b>x</b></r>' AS value");
			assertThat(pairs(session.read().option("rowTag", "r").xml(xml))).containsExactly("1 x");
		}
	}

	@Test
	void numbersRows() {
		assertThat(pairs(spark.range(3).select(col("id").multiply(10).as("x")).zipWithIndex())).containsExactly("0 0",
				"10 1", "20 2");
		assertThat(spark.range(1).zipWithIndex("n").columns()).containsExactly("id", "n");
	}

	@Test
	void writesRowsAsJson() {
		assertThat(spark.sql("SELECT 1 AS a, 'ü' AS b").toJSON().as(String.class).single())
			.isEqualTo("{\"a\":1,\"b\":\"ü\"}");
	}

	@Test
	void rendersHtmlTable() {
		assertThat(spark.sql("SELECT '<b>' AS text").htmlString(5, 0)).contains("<table").contains("&lt;b&gt;");
	}

	@Test
	void iteratesOverStreamedRows() {
		List<Long> ids = new java.util.ArrayList<>();
		spark.range(25_000).toLocalIterator().forEachRemaining((row) -> ids.add(row.getLong(0)));
		assertThat(ids).hasSize(25_000).startsWith(0L).endsWith(24_999L);
	}

	private static List<String> pairs(DataFrame df) {
		return df.collect()
			.stream()
			.map((row) -> String.join(" ",
					java.util.stream.IntStream.range(0, row.size())
						.mapToObj((i) -> String.valueOf(row.get(i)))
						.toList()))
			.toList();
	}

}
