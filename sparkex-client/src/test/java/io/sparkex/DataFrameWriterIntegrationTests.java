package io.sparkex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.UnsupportedException;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link DataFrameWriter}: written data is read again.
 */
class DataFrameWriterIntegrationTests {

	@TestSession
	private static SparkSession spark;

	@TempDir
	Path folder;

	private static DataFrame people() {
		return spark.sql("SELECT * FROM VALUES (1, 'Zoë', 1.5D), (2, 'a;b\"c', NULL), (3, NULL, -0.25D)"
				+ " AS people(id, name, score)");
	}

	private String path(String name) {
		return this.folder.resolve(name).toString();
	}

	private static List<Long> ids(DataFrame df) {
		return df.orderBy("id").select("id").as(Long.class).collect();
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "json", "parquet", "orc", "xml" })
	void writesEachFormat(String format) {
		DataFrameWriter writer = people().write().option("header", true).option("rowTag", "person");
		switch (format) {
			case "csv" -> writer.csv(path(format));
			case "json" -> writer.json(path(format));
			case "parquet" -> writer.parquet(path(format));
			case "orc" -> writer.orc(path(format));
			default -> writer.xml(path(format));
		}
		DataFrame read = spark.read()
			.format(format)
			.schema("id INT, name STRING, score DOUBLE")
			.option("header", true)
			.option("rowTag", "person")
			.load(path(format));
		assertThat(read.orderBy("id").collect()).isEqualTo(people().orderBy("id").collect());
	}

	@Test
	void writesText() {
		people().select("name").filter("name IS NOT NULL").write().text(path("text"));
		assertThat(spark.read().text(path("text")).as(String.class).collect()).containsExactlyInAnyOrder("Zoë",
				"a;b\"c");
	}

	@Test
	void writesDefaultFormatWithOptions() {
		people().write()
			.option("Compression", "gzip")
			.option("parquet.block.size", 1_048_576)
			.option("parquet.enable.dictionary", false)
			.option("parquet.bloom.filter.fpp", 0.05)
			.options(Map.of("compression", "zstd"))
			.save(path("default"));
		assertThat(spark.read().parquet(path("default")).count()).isEqualTo(3);
		assertThat(this.folder.resolve("default")).isDirectoryContaining("glob:**.zstd.parquet");
	}

	@Test
	void appendsAndOverwrites() {
		String path = path("modes");
		spark.range(2).write().mode("append").parquet(path);
		spark.range(2, 4).write().mode(SaveMode.Append).parquet(path);
		assertThat(ids(spark.read().parquet(path))).containsExactly(0L, 1L, 2L, 3L);
		spark.range(7, 8).write().mode(SaveMode.Overwrite).parquet(path);
		assertThat(ids(spark.read().parquet(path))).containsExactly(7L);
		spark.range(5).write().mode("ignore").parquet(path);
		assertThat(ids(spark.read().parquet(path))).containsExactly(7L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "error", "errorifexists", "default" })
	void failsIfTargetExists(String mode) {
		String path = path(mode);
		spark.range(1).write().parquet(path);
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.range(5).write().mode(mode).parquet(path))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("PATH_ALREADY_EXISTS"));
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> spark.range(5).write().parquet(path));
		assertThat(ids(spark.read().parquet(path))).containsExactly(0L);
	}

	@Test
	void partitionsFiles() {
		spark.range(6)
			.withColumn("parity", col("id").mod(2))
			.withColumn("third", col("id").mod(3))
			.write()
			.partitionBy("parity", "third")
			.json(path("parts"));
		assertThat(this.folder.resolve("parts/parity=1/third=2")).isDirectory();
		DataFrame odd = spark.read().json(path("parts")).filter("parity = 1");
		assertThat(ids(odd)).containsExactly(1L, 3L, 5L);
		assertThat(odd.columns()).containsExactly("id", "parity", "third");
	}

	@Test
	void writesToSourceWithoutPath() {
		people().write().format("noop").mode("overwrite").save();
	}

	@Test
	void usesLastJdbcUrl() {
		Properties properties = new Properties();
		properties.setProperty("password", "hunter2");
		properties.setProperty("driver", "sparkex.missing.Driver");
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> people().write().jdbc("jdbc:none:x", "t", properties))
			.withMessageContaining("sparkex.missing.Driver")
			.withMessageNotContaining("hunter2");
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> people().write().option("URL", "").jdbc("jdbc:none:x", "t", Map.of()))
			.withMessageContaining("No suitable driver");
	}

	@Test
	void reportsUnknownFormat() {
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> people().write().format("sparkex.missing").save(path("x")))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("DATA_SOURCE_NOT_FOUND"));
	}

	@Test
	void createsPartitionedAndBucketedTable() {
		DataFrame rows = spark.range(10).withColumn("k", col("id").mod(3)).withColumn("parity", col("id").mod(2));
		rows.write()
			.format("parquet")
			.partitionBy("parity")
			.bucketBy(4, "id", "k")
			.sortBy("k")
			.saveAsTable("writer_buckets");
		assertThat(ids(spark.table("writer_buckets"))).hasSize(10);
		Map<String, String> description = spark.sql("DESCRIBE EXTENDED writer_buckets")
			.stream()
			.filter((row) -> row.getString("data_type") != null)
			.collect(Collectors.toMap((row) -> row.getString("col_name"), (row) -> row.getString("data_type"),
					(first, second) -> first));
		assertThat(description).containsEntry("Num Buckets", "4")
			.containsEntry("Bucket Columns", "[`id`, `k`]")
			.containsEntry("Sort Columns", "[`k`]")
			.containsEntry("# Partition Information", "");
		spark.sql("DROP TABLE writer_buckets");
	}

	@Test
	void savesByNameAndInsertsByPosition() {
		spark.sql("SELECT 1 AS a, 2 AS b").write().saveAsTable("writer_positions");
		spark.sql("SELECT 4 AS b, 3 AS a").write().mode("append").saveAsTable("writer_positions");
		spark.sql("SELECT 5 AS b, 6 AS a").write().insertInto("writer_positions");
		DataFrame sums = spark.table("writer_positions").orderBy("a").select(col("a").multiply(10).plus(col("b")));
		assertThat(sums.as(Integer.class).collect()).containsExactly(12, 34, 56);
		spark.sql("SELECT 7 AS x, 8 AS y").write().mode(SaveMode.Overwrite).insertInto("writer_positions");
		assertThat(sums.as(Integer.class).collect()).containsExactly(78);
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.range(1).write().saveAsTable("writer_positions"))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_ALREADY_EXISTS"));
		spark.sql("DROP TABLE writer_positions");
	}

	@Test
	void failsToInsertIntoMissingTable() {
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.range(1).write().insertInto("writer_missing"))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND"));
	}

	@Test
	void clustersTable() {
		spark.range(3).write().clusterBy("id").saveAsTable("writer_clusters");
		assertThat(spark.sql("DESCRIBE EXTENDED writer_clusters").collect()).extracting((row) -> row.getString(0))
			.contains("# Clustering Information");
		assertThat(ids(spark.table("writer_clusters"))).containsExactly(0L, 1L, 2L);
		spark.sql("DROP TABLE writer_clusters");
	}

	@Test
	void runsQueryOnce() throws Exception {
		String path = path("once");
		spark.range(0, 100, 1, 4).write().mode("append").parquet(path);
		try (var files = Files.list(Path.of(path))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".parquet"))).hasSize(4);
		}
		assertThat(spark.read().parquet(path).count()).isEqualTo(100);
	}

	@Test
	void reportsErrorsDuringWrite() {
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.sql("SELECT raise_error('broken row') AS a, 1 AS id").write().parquet(path("bad")))
			.satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).contains("broken row"));
	}

	@Test
	void rejectsSchemaEvolutionBeforeSpark42() {
		assumeThat(Runtime.version().feature() < 23).as("the default server has Spark 4.1").isTrue();
		String message = "Schema evolution in writes requires Spark 4.2.0 or later; the server runs Spark 4.1.2";
		assertThatExceptionOfType(UnsupportedException.class)
			.isThrownBy(() -> spark.range(1).write().withSchemaEvolution().saveAsTable("writer_evolving"))
			.withMessage(message);
		assertThatExceptionOfType(UnsupportedException.class)
			.isThrownBy(() -> spark.range(1).writeTo("writer_evolving").withSchemaEvolution().append())
			.withMessage(message);
		assertThat(spark.sql("SHOW TABLES LIKE 'writer_evolving'").isEmpty()).isTrue();
	}

	/**
	 * Spark's own tables do not support schema evolution, so the error of the server
	 * shows that it was requested.
	 */
	@Test
	void requestsSchemaEvolutionOnSpark42() {
		try (SparkSession newer = SparkSession.builder().url(TestServer.get("4.2.0").url()).build()) {
			newer.range(2).write().saveAsTable("writer_evolving");
			DataFrame wider = newer.range(2, 3).withColumn("extra", lit("x"));
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> wider.write().mode("append").withSchemaEvolution().saveAsTable("writer_evolving"))
				.satisfies((ex) -> assertThat(ex.errorClass()).startsWith("UNSUPPORTED_SCHEMA_EVOLUTION"));
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> wider.write().withSchemaEvolution().insertInto("writer_evolving"))
				.satisfies((ex) -> assertThat(ex.errorClass()).startsWith("UNSUPPORTED_SCHEMA_EVOLUTION"));
			newer.sql("DROP TABLE writer_evolving");
		}
	}

}
