package io.sparkex.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.Column;
import io.sparkex.DataFrame;
import io.sparkex.SparkSession;
import io.sparkex.Window;
import io.sparkex.errors.RemoteException;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.expr;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.row_number;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.transform;
import static io.sparkex.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ProtoPlanPrinter}: a received plan is printed like the plan on the
 * client.
 */
class ProtoPlanPrinterTests {

	private static final FakeSpark fake = new FakeSpark();

	static Stream<DataFrame> frames() {
		SparkSession spark = fake.session();
		DataFrame trips = spark.table("trips");
		Column ranked = row_number()
			.over(Window.partitionBy("a").orderBy(col("b").desc_nulls_first()).rowsBetween(-1, 0));
		return Stream.of(trips, spark.range(1, 9, 2), spark.range(0, 9, 1, 4), spark.sql("SELECT 1"),
				spark.sql("SELECT :a, :b", Map.of("a", 1)), spark.sql("SELECT ?", new Object[] { "it's" }),
				spark.read().format("csv").option("header", "true").load("/data/a.csv"),
				trips.filter(col("city").equalTo("it's").and(col("fare").gt(10))).limit(3),
				trips.select(trips.col("a"), lit(1.5).as("b"), expr("c + 1"), col("d").cast("int"), col("*")),
				trips.groupBy("city").agg(sum("fare").as("total")).orderBy(col("total").desc()),
				trips.rollup("city").count(), trips.withColumn("x", ranked), trips.withColumn("y", col("a").getItem(0)),
				trips.drop("a", "b"), trips.toDF("a", "b"), trips.distinct(),
				trips.dropDuplicates(new String[] { "a" }), trips.as("t"), trips.offset(3), trips.repartition(4),
				trips.repartition(4, col("a")), trips.hint("broadcast"),
				trips.join(spark.range(3), col("a").equalTo(col("id")), "left"), trips.join(spark.range(3), "id"),
				trips.union(spark.range(2)), trips.except(spark.range(2)), trips.unionByName(spark.range(2)),
				trips.select(transform(col("xs"), (x) -> x.plus(1)), when(col("a").isNull(), lit("n")).otherwise("m")),
				trips.select(col("s").withField("f", lit(null)).dropFields("g"), lit(List.of(1, 2))));
	}

	@ParameterizedTest
	@MethodSource("frames")
	void printsPlanLikeClient(DataFrame frame) {
		assertThatExceptionOfType(RemoteException.class).isThrownBy(frame::collect);
		assertThat(fake.lastExecution().plan()).isEqualTo(frame.planString());
	}

	@Test
	void printsDeepPlans() {
		DataFrame deep = fake.session().range(1);
		for (int i = 0; i < 400; i++) {
			deep = deep.withColumn("x", lit(i));
		}
		assertThatExceptionOfType(RemoteException.class).isThrownBy(deep::collect);
		assertThat(fake.lastExecution().plan().lines()).hasSize(401);
	}

}
