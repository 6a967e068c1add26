package io.sparkex;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;

import static io.sparkex.Functions.avg;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.collect_list;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.max;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link Observation}.
 */
class ObservationIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@Test
	void observesRowsDuringCollect() {
		Observation observation = new Observation("passing");
		List<Row> rows = spark.range(10)
			.observe(observation, count(lit(1)).as("rows"), max("id").as("greatest"), sum("id").as("total"))
			.filter(col("id").gt(5))
			.collect();
		assertThat(rows).hasSize(4);
		assertThat(observation.get()).containsExactly(entry("rows", 10L), entry("greatest", 9L), entry("total", 45L));
		assertThat(observation.getAsJava()).isEqualTo(observation.get());
	}

	@Test
	void observesRowsDuringWrite(@TempDir Path folder) {
		Observation observation = new Observation();
		spark.range(5).observe(observation, count(lit(1)).as("rows")).write().parquet(folder.resolve("out").toString());
		assertThat(observation.get()).containsExactly(entry("rows", 5L));
	}

	@Test
	void returnsMetricsOfEveryType() {
		Observation observation = new Observation("types");
		spark.sql("SELECT CAST(1.50 AS DECIMAL(10,2)) AS d, 'ü' AS s, DATE'2024-02-29' AS day, 2 AS n")
			.observe(observation, max("d").as("decimal"), max("s").as("text"), max("day").as("day"),
					avg("n").as("average"), collect_list(col("n")).as("list"), max(lit(null)).as("nothing"),
					Functions.max(Functions.struct(col("n"), col("s"))).as("struct"))
			.collect();
		assertThat(observation.get()).containsEntry("decimal", new BigDecimal("1.50"))
			.containsEntry("text", "ü")
			.containsEntry("day", java.time.LocalDate.of(2024, 2, 29))
			.containsEntry("average", 2.0)
			.containsEntry("list", List.of(2))
			.containsEntry("nothing", null)
			.containsEntry("struct", Map.of("n", 2, "s", "ü"));
	}

	@Test
	void keepsMetricsOfFirstAction() {
		Observation observation = new Observation();
		DataFrame observed = spark.range(3).observe(observation, count(lit(1)).as("rows"));
		observed.collect();
		observed.limit(1).collect();
		assertThat(observation.get()).containsExactly(entry("rows", 3L));
	}

	@Test
	void waitsForActionOfAnotherThread() throws Exception {
		Observation observation = new Observation();
		DataFrame observed = spark.range(3).observe(observation, count(lit(1)).as("rows"));
		CompletableFuture<Map<String, ?>> waiting = CompletableFuture.supplyAsync(observation::get);
		try (Stream<Row> rows = observed.stream()) {
			assertThat(rows).hasSize(3);
		}
		assertThat(waiting.get()).isEqualTo(Map.of("rows", 3L));
	}

	@Test
	void timesOutWithoutAction() {
		Observation observation = new Observation("idle");
		spark.range(3).observe(observation, count(lit(1)).as("rows"));
		assertThatExceptionOfType(DeadlineExceededException.class)
			.isThrownBy(() -> observation.get(Duration.ofMillis(1)))
			.withMessageContaining("idle");
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(observation::get);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void rejectsReuseForAnotherDataFrame() {
		Observation observation = new Observation("once");
		DataFrame df = spark.range(3);
		df.observe(observation, count(lit(1)).as("rows"));
		assertThatIllegalStateException().isThrownBy(() -> df.observe(observation, count(lit(1)).as("rows")))
			.withMessageContaining("once");
	}

	@Test
	void observesByName() {
		assertThat(spark.range(3).observe("listeners", count(lit(1)).as("rows")).count()).isEqualTo(3);
	}

}
