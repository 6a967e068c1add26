package io.sparkex;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/sql.md.
 */
class SqlPageIntegrationTests {

	@TestSession
	private static SparkSession spark;

	record Trip(String city, LocalDate day, BigDecimal fare) {

	}

	@BeforeAll
	static void prepare() {
		spark
			.sql("SELECT * FROM VALUES ('Kraków', DATE'2026-02-01', 10.50BD), ('Gdańsk', DATE'2026-01-01', 200.00BD)"
					+ " AS t(city, day, fare)")
			.createOrReplaceTempView("trips");
	}

	@AfterAll
	static void cleanUp() {
		spark.sql("DROP TABLE IF EXISTS archive");
	}

	@Test
	void bindsArguments() {
		String input = "Kraków";
		List<Trip> trips = spark
			.sql("SELECT * FROM trips WHERE city = :city AND fare > :least",
					Map.of("city", input, "least", new BigDecimal("10")))
			.as(Trip.class)
			.collect();
		assertThat(trips).hasSize(1);
		long late = spark.sql("SELECT count(*) FROM trips WHERE day > ?", new Object[] { LocalDate.of(2026, 1, 31) })
			.as(Long.class)
			.single();
		assertThat(late).isEqualTo(1);
		DataFrame some = spark.sql("SELECT * FROM trips WHERE array_contains(:cities, city)",
				Map.of("cities", List.of("Kraków", "Gdańsk")));
		assertThat(some.count()).isEqualTo(2);
		assertThat(spark.sql("SELECT * FROM IDENTIFIER(:table)", Map.of("table", "trips")).count()).isEqualTo(2);
	}

	@Test
	void queriesDataFrames() {
		DataFrame expensive = spark.table("trips").filter(col("fare").gt(100));
		DataFrame counted = spark.sql("SELECT city, count(*) FROM expensive GROUP BY city",
				Map.of("expensive", expensive));
		assertThat(counted.count()).isEqualTo(1);
	}

	@Test
	void runsStatementsImmediately() {
		spark.sql("CREATE TABLE archive (city STRING, day DATE, fare DECIMAL(10,2)) USING parquet");
		spark.sql("CREATE OR REPLACE TEMPORARY VIEW cheap AS SELECT * FROM trips WHERE fare < 10");
		spark.sql("INSERT INTO archive SELECT * FROM trips WHERE day < :day", Map.of("day", LocalDate.of(2020, 1, 1)));
		assertThat(spark.table("archive").count() + spark.table("cheap").count()).isZero();
	}

}
