package io.sparkex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.days;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.max;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/reading-and-writing.md.
 */
class ReadingAndWritingPageIntegrationTests {

	@TempDir
	private Path folder;

	private DataFrame trips(SparkSession spark) throws Exception {
		String path = Files.writeString(this.folder.resolve("trips.csv"), """
				city,day,fare
				Kraków,2026-01-02,10.50
				Gdańsk,2026-01-03,99.00
				""").toString();
		DataFrame trips = spark.read()
			.format("csv")
			.option("header", true)
			.schema("city STRING, day DATE, fare DECIMAL(10,2)")
			.load(path);
		return trips;
	}

	@Test
	void reads() throws Exception {
		try (SparkSession spark = TestServer.session()) {
			assertThat(trips(spark).count()).isEqualTo(2);
			DataFrame messages = spark.sql("SELECT '{\"id\": 1, \"tags\": [\"a\"]}' AS body");
			DataFrame parsed = spark.read().schema("id BIGINT, tags ARRAY<STRING>").json(messages.select("body"));
			assertThat(parsed.single().getLong("id")).isEqualTo(1);
			String url = "jdbc:nowhere:x";
			String password = "hidden";
			Properties login = new Properties();
			login.setProperty("user", "reader");
			login.setProperty("password", password);
			DataFrame orders = spark.read().jdbc(url, "orders", "id", 0, 1_000_000, 4, login);
			assertThat(orders.planString()).contains("numPartitions=4").doesNotContain("hidden");
		}
	}

	@Test
	void writes() throws Exception {
		try (SparkSession spark = TestServer.session()) {
			DataFrame trips = trips(spark);
			String target = this.folder.resolve("target").toString();
			spark.sql("DROP TABLE IF EXISTS trips");
			trips.write().mode(SaveMode.Overwrite).partitionBy("city").parquet(target);
			trips.write().mode(SaveMode.Append).saveAsTable("trips");
			trips.write().insertInto("trips");
			assertThat(spark.table("trips").count()).isEqualTo(4);
			assertThat(spark.read().parquet(target).count()).isEqualTo(2);
			Observation written = new Observation();
			trips.observe(written, count(lit(1)).as("rows"), max("day").as("last"))
				.write()
				.mode(SaveMode.Overwrite)
				.parquet(target);
			Object rows = written.get().get("rows");
			assertThat(rows).isEqualTo(2L);
			spark.sql("DROP TABLE trips");
		}
	}

	@Test
	void writesLakeTables() throws Exception {
		TestServer.assumeSupported("4.1.2");
		try (SparkSession spark = IcebergServer.session()) {
			DataFrame trips = trips(spark).withColumn("id", col("fare").cast("int"));
			LocalDate day = LocalDate.of(2026, 1, 3);
			trips.writeTo("lake.db.trips").using("iceberg").partitionedBy(days(col("day"))).createOrReplace();
			trips.filter(col("day").geq(day)).writeTo("lake.db.trips").overwritePartitions();
			assertThat(spark.table("lake.db.trips").count()).isEqualTo(2);
			DataFrame changes = trips.withColumn("deleted", col("id").gt(50));
			spark.sql("ALTER TABLE lake.db.trips ADD COLUMN deleted BOOLEAN");
			changes.as("c")
				.mergeInto("lake.db.trips", col("lake.db.trips.id").equalTo(col("c.id")))
				.whenMatched(col("c.deleted"))
				.delete()
				.whenMatched()
				.updateAll()
				.whenNotMatched()
				.insertAll()
				.merge();
			assertThat(spark.table("lake.db.trips").count()).isEqualTo(1);
			spark.sql("DROP TABLE lake.db.trips");
		}
	}

	@Test
	void supportsRepeatedSelfJoins() {
		try (SparkSession spark = TestServer.session()) {
			DataFrame generation = spark.range(10).toDF("id");
			for (int i = 0; i < 12; i++) {
				generation = generation.as("a").join(generation.as("b"), "id").select("id").localCheckpoint();
			}
			assertThat(generation.count()).isEqualTo(10);
		}
	}

}
