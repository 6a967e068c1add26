package io.sparkex;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.catalog.Table;
import io.sparkex.catalog.TablePartition;
import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.UnsupportedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the methods of {@link Catalog} that require Spark 4.2.
 */
class Catalog42IntegrationTests {

	@Test
	void createsAndDropsDatabasesAndTables() {
		try (SparkSession spark = TestServer.session("4.2.0")) {
			Catalog catalog = spark.catalog();
			catalog.createDatabase("plant", true, Map.of("comment", "green"));
			catalog.createDatabase("plant", true);
			assertThat(catalog.getDatabase("plant").description()).isEqualTo("green");
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> catalog.createDatabase("plant"));
			spark.sql("CREATE TABLE plant.leaf (id BIGINT, day INT) USING parquet PARTITIONED BY (day)"
					+ " TBLPROPERTIES ('shape' = 'oval')");
			spark.sql("INSERT INTO plant.leaf VALUES (1, 7), (2, 7), (3, 8)");
			spark.sql("CREATE VIEW plant.seven AS SELECT * FROM plant.leaf WHERE day = 7");
			assertThat(catalog.listPartitions("plant.leaf")).containsExactlyInAnyOrder(new TablePartition("day=7"),
					new TablePartition("day=8"));
			assertThat(catalog.listViews("plant")).extracting(Table::name).contains("seven").doesNotContain("leaf");
			assertThat(catalog.listViews("plant", "s*")).extracting(Table::name).containsExactly("seven");
			assertThat(catalog.listViews()).extracting(Table::name).doesNotContain("seven");
			assertThat(catalog.getTableProperties("plant.leaf")).containsEntry("shape", "oval");
			assertThat(catalog.getCreateTableString("plant.leaf")).startsWith("CREATE TABLE")
				.contains("PARTITIONED BY (day)");
			catalog.analyzeTable("plant.leaf");
			assertThat(spark.sql("DESCRIBE EXTENDED plant.leaf")
				.filter("col_name = 'Statistics'")
				.select("data_type")
				.as(String.class)
				.single()).contains("3 rows");
			catalog.truncateTable("plant.leaf");
			assertThat(spark.table("plant.leaf").count()).isZero();
			catalog.dropView("plant.seven");
			catalog.dropView("plant.seven", true);
			catalog.dropTable("plant.leaf");
			catalog.dropTable("plant.leaf", true);
			assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> catalog.dropTable("plant.leaf"));
			catalog.dropDatabase("plant");
			catalog.dropDatabase("plant", true, true);
			assertThat(catalog.databaseExists("plant")).isFalse();
		}
	}

	static Stream<Consumer<Catalog>> newOperations() {
		return Stream.of((catalog) -> catalog.createDatabase("x"), (catalog) -> catalog.dropDatabase("x"),
				(catalog) -> catalog.dropTable("x"), (catalog) -> catalog.dropView("x"),
				(catalog) -> catalog.truncateTable("x"), (catalog) -> catalog.analyzeTable("x"), Catalog::listViews,
				(catalog) -> catalog.listPartitions("x"), (catalog) -> catalog.getTableProperties("x"),
				(catalog) -> catalog.getCreateTableString("x"));
	}

	@ParameterizedTest
	@MethodSource("newOperations")
	void reportsRequiredSparkVersion(Consumer<Catalog> operation) {
		try (SparkSession spark = TestServer.session("4.1.2")) {
			assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> operation.accept(spark.catalog()))
				.withMessageContaining("4.2.0")
				.withMessageContaining("4.1.2");
		}
	}

}
