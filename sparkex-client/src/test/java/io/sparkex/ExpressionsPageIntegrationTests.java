package io.sparkex;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.sparkex.types.ArrayType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static io.sparkex.Functions.*;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/expressions-and-functions.md.
 */
class ExpressionsPageIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static DataFrame trips;

	@BeforeAll
	static void prepare() {
		trips = spark.sql("SELECT 'Kraków' AS city, DATE'2026-01-02' AS day, CAST(10.5 AS DECIMAL(10,2)) AS fare,"
				+ " CAST(NULL AS STRING) AS note, array('ab', 'b') AS tags, array(1L, 2L) AS parts,"
				+ " named_struct('street', 'x', 'zip', '30-001') AS address");
		spark.sql("SELECT 'Kraków' AS name").createOrReplaceTempView("cities");
	}

	private static void runs(DataFrame frame) {
		assertThat(frame.collect()).isNotNull();
	}

	@Test
	void computesColumns() {
		String input = "Kraków' OR 1 = 1";
		runs(trips.select(col("city"), upper(col("city")).as("name"), lit(2).as("two"),
				expr("fare * 1.23").as("gross")));
		assertThat(
				trips.filter(col("city").equalTo(input).and(col("fare").between(10, 20)).and(col("note").isNotNull()))
					.count())
			.isZero();
		StructType point = new StructType().add("x", DataTypes.LongType).add("y", DataTypes.LongType);
		Column origin = lit(Map.of("x", 0, "y", 0), point);
		Column none = lit(List.of(), new ArrayType(DataTypes.DateType));
		runs(spark.range(1).select(origin, none));
		runs(trips
			.withColumn("size",
					when(col("fare").lt(10), "small").when(col("fare").lt(100), "medium").otherwise("large"))
			.withColumn("first", col("tags").getItem(0))
			.withColumn("zip", col("address").getField("zip"))
			.withColumn("address", col("address").withField("country", lit("PL")).dropFields("street")));
	}

	@Test
	void callsHigherOrderFunctions() {
		DataFrame changed = trips.select(transform(col("tags"), (tag) -> upper(tag)),
				filter(col("tags"), (tag) -> tag.startsWith("a")),
				aggregate(col("parts"), lit(0L), (sum, part) -> sum.plus(part)));
		assertThat(changed.single().getLong(2)).isEqualTo(3);
	}

	@Test
	void groupsAndRanks() {
		runs(trips.groupBy("city")
			.agg(count(lit(1)).as("trips"), avg("fare").as("mean"), max_by(col("day"), col("fare")).as("best")));
		WindowSpec latest = Window.partitionBy("city").orderBy(col("day").desc());
		DataFrame last = trips.withColumn("row", row_number().over(latest)).filter(col("row").equalTo(1)).drop("row");
		runs(last);
	}

	@Test
	void usesSubqueries() {
		DataFrame mean = trips.select(avg("fare"));
		DataFrame known = spark.table("cities").select("name");
		DataFrame found = trips.filter(col("fare").gt(mean.scalar()).and(col("city").isin(known)));
		runs(found);
		DataFrame same = spark.table("cities").filter(col("name").equalTo(col("city").outer()));
		DataFrame local = trips.filter(same.exists());
		assertThat(local.count()).isEqualTo(1);
	}

}
