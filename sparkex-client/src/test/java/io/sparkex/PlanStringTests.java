package io.sparkex;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.row_number;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.transform;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DataFrame#planString()} and {@link DataFrame#toString()}, which do not
 * call a server: there is none at this address.
 */
class PlanStringTests {

	private final SparkSession spark = SparkSession.builder().url("sc://localhost:1").build();

	@AfterEach
	void close() {
		this.spark.close();
	}

	@Test
	void printsOneLineForEachOperator() {
		DataFrame df = this.spark.table("trips")
			.filter(col("city").equalTo("it's").and(col("fare").gt(10)))
			.groupBy("city")
			.agg(sum("fare").as("total"))
			.orderBy(col("total").desc())
			.limit(3);
		assertThat(df).hasToString("DataFrame[Limit #4]");
		assertThat(df.planString().lines()).containsExactly("Limit #4 rows=3", "Sort #3 order=[total DESC] global=true",
				"Aggregate #2 type=GROUP_BY keys=[city] aggregates=[sum(fare) AS total]",
				"Filter #1 condition=((city = 'it\\'s') and (fare > 10))", "NamedTable #0 identifier=trips");
	}

	@Test
	void indentsMultipleInputs() {
		DataFrame left = this.spark.range(3);
		DataFrame joined = left.join(this.spark.table("t"), left.col("id").equalTo(col("k")), "left").union(left);
		assertThat(joined.planString().lines()).containsExactly("SetOperation #3 type=UNION all=true",
				"  Join #2 type=LEFT_OUTER condition=(id#0 = k)", "    Range #0 start=0 end=3 step=1",
				"    NamedTable #1 identifier=t", "  Range #0 (see above)");
	}

	@Test
	void printsSubqueries() {
		DataFrame other = this.spark.table("u").select("k");
		DataFrame df = this.spark.table("t").filter(col("k").isin(other)).filter(other.exists());
		assertThat(df.planString().lines()).containsExactly("Filter #4 condition=exists(#1)",
				"Filter #3 condition=(k) IN #1", "NamedTable #2 identifier=t", "Subquery #1:", "Project #1 columns=[k]",
				"NamedTable #0 identifier=u");
	}

	@Test
	void masksSecrets() {
		DataFrame df = this.spark.read()
			.format("jdbc")
			.option("url", "jdbc:postgresql://db/x?password=hidden1")
			.option("password", "hidden2")
			.option("sessionToken", "hidden3")
			.option("fs.s3a.access.key", "hidden4")
			.option("dbtable", "orders")
			.load();
		assertThat(df.planString()).contains("dbtable=orders").contains("***").doesNotContain("hidden");
	}

	@Test
	void printsExpressionsLikeSql() {
		Column window = row_number()
			.over(Window.partitionBy("a").orderBy(col("b").desc_nulls_first()).rowsBetween(-1, 0));
		assertThat(window).hasToString(
				"row_number() OVER (PARTITION BY a ORDER BY b DESC NULLS FIRST ROWS BETWEEN -1 AND CURRENT ROW)");
		assertThat(col("a").cast("int").getItem(lit(0))).hasToString("cast(a AS int)[0]");
		assertThat(transform(col("xs"), (x) -> x.plus(1)).toString())
			.matches("transform\\(xs, \\((x_\\d+)\\) -> \\(\\1 \\+ 1\\)\\)");
		assertThat(lit(Map.of("k", List.of(1, 2)))).hasToString("{'k': [1, 2]}");
		assertThat(col("s").withField("f", lit(null)).dropFields("g")).hasToString("s WITH f = null WITHOUT g");
	}

	@Test
	void printsDeepAndWidePlans() {
		DataFrame deep = this.spark.range(1);
		for (int i = 0; i < 20_000; i++) {
			deep = deep.withColumn("x", lit(i));
		}
		assertThat(deep.planString().lines()).hasSize(20_001);
		DataFrame wide = this.spark.range(1);
		for (int i = 0; i < 30; i++) {
			wide = wide.union(wide);
		}
		assertThat(wide.planString().lines()).hasSize(61);
		Column nested = col("a");
		for (int i = 0; i < 20_000; i++) {
			nested = nested.plus(1);
		}
		assertThat(nested.toString()).contains("...");
	}

}
