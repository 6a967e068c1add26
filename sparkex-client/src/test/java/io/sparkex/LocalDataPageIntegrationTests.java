package io.sparkex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/local-data.md.
 */
class LocalDataPageIntegrationTests {

	@TestSession
	private static SparkSession spark;

	record Rate(String currency, LocalDate day, double rate) {
	}

	@Test
	void sendsRecords() {
		List<Rate> rates = List.of(new Rate("PLN", LocalDate.of(2026, 11, 2), 4.25),
				new Rate("CHF", LocalDate.of(2026, 11, 2), 0.94));
		DataFrame frame = spark.createDataFrame(rates);
		frame.createOrReplaceTempView("rates");
		assertThat(frame.as(Rate.class).collect()).isEqualTo(rates);
		assertThat(spark.sql("SELECT max(rate) FROM rates").as(Double.class).single()).isEqualTo(4.25);
		List<Rate> none = new ArrayList<>();
		DataFrame perhapsEmpty = spark.createDataFrame(none, Rate.class);
		assertThat(perhapsEmpty.columns()).containsExactly("currency", "day", "rate");
	}

	@Test
	void sendsRowsAndColumns() {
		DataFrame rows = spark.createDataFrame(List.of(List.of(1, "one"), Arrays.asList(2, null)),
				"id INT NOT NULL, name STRING");
		assertThat(rows.count()).isEqualTo(2);
		StructType schema = new StructType().add("id", DataTypes.LongType).add("score", DataTypes.DoubleType);
		long[] ids = { 1, 2, 3 };
		double[] scores = { 0.5, 0.25, 1 };
		DataFrame columns = spark.createDataFrame(Map.of("id", ids, "score", scores), schema);
		assertThat(columns.where("score < 1").count()).isEqualTo(2);
	}

	@Test
	void sendsArrow() {
		byte[] arrow = arrow();
		DataFrame frame = spark.createDataFrame(arrow);
		assertThat(frame.count()).isEqualTo(3);
	}

	private static byte[] arrow() {
		java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
		spark.range(3).writeArrow(out);
		return out.toByteArray();
	}

	@Test
	void sendsManyRows() {
		List<Long> ids = new ArrayList<>();
		for (long id = 0; id < 500_000; id++) {
			ids.add(id);
		}
		DataFrame wanted = spark.createDataFrame(ids, Long.class);
		assertThat(spark.range(1_000_000).join(wanted, Functions.col("id").equalTo(Functions.col("value"))).count())
			.isEqualTo(500_000);
	}

}
