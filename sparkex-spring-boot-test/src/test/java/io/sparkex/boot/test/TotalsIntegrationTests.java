package io.sparkex.boot.test;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.sparkex.SparkSession;

import static io.sparkex.test.SparkAssertions.assertThat;

/**
 * Tests that run the code of {@code docs/testing.md} without Spring.
 */
@EmbeddedSpark
class TotalsIntegrationTests {

	@Test
	void addsUpByCity(SparkSession spark) {
		spark.createDataFrame(List.of(new Fare("Oslo", 12), new Fare("Rome", 7), new Fare("Oslo", 8)))
			.createOrReplaceTempView("fares");
		assertThat(spark.sql("SELECT city, sum(amount) AS total FROM fares GROUP BY city")).hasColumns("city", "total")
			.containsExactlyRowsInAnyOrder(List.of("Oslo", 20), List.of("Rome", 7));
	}

}

/**
 * A row of the test.
 */
record Fare(String city, int amount) {

}
