package io.sparkex;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.upper;
import static io.sparkex.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Queries through the whole house on a real server.
 */
class DataFrameIntegrationTests {

	private static SparkSession spark;

	@BeforeAll
	static void open() {
		spark = TestServer.session();
	}

	@AfterAll
	static void close() {
		spark.close();
	}

	@Test
	void collectsARange() {
		assertThat(spark.range(5).collect()).extracting((row) -> row.getLong("id")).containsExactly(0L, 1L, 2L, 3L, 4L);
	}

	@Test
	void tellsTheVersion() {
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

}
