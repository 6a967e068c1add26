package io.sparkex;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sparkex.errors.AnalysisException;
import io.sparkex.errors.RemoteException;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for tables that support partial overwrites and merges.
 */
class LakeTablesIntegrationTests {

	private static final String TABLE = "lake.db.items";

	private static SparkSession spark;

	@BeforeAll
	static void open() {
		assumeThat(Runtime.version().feature()).as("Spark 4.1 cannot read files on newer Java").isLessThan(23);
		spark = IcebergServer.session();
	}

	@AfterAll
	static void close() {
		if (spark != null) {
			spark.sql("DROP TABLE IF EXISTS " + TABLE + " PURGE");
			spark.close();
		}
	}

	@BeforeEach
	void drop() {
		spark.sql("DROP TABLE IF EXISTS " + TABLE + " PURGE");
	}

	private static DataFrame items(String... rows) {
		return spark.sql("SELECT * FROM VALUES " + String.join(", ", rows) + " AS changes(id, name, day)");
	}

	private static void create() {
		items("(1, 'a', 'mon')", "(2, 'b', 'mon')", "(3, 'c', 'tue')").writeTo(TABLE)
			.partitionedBy(col("day"))
			.create();
	}

	private static List<String> rows() {
		return spark.table(TABLE).orderBy("id").collect().stream().map((row) -> row.get(0) + " " + row.get(1)).toList();
	}

	@Test
	void createsTableWithProperties() {
		items("(1, 'a', 'mon')").writeTo(TABLE)
			.using("iceberg")
			.partitionedBy(col("day"), Functions.bucket(4, col("id")))
			.tableProperty("sparkex.team", "lake")
			.option("write-format", "orc")
			.option("fanout-enabled", true)
			.option("target-file-size-bytes", 1_048_576)
			.options(Map.of("check-nullability", "false"))
			.create();
		assertThat(rows()).containsExactly("1 a");
		String description = spark.sql("SHOW CREATE TABLE " + TABLE).as(String.class).single();
		assertThat(description).contains("USING iceberg", "PARTITIONED BY (day, bucket(4, id))",
				"'sparkex.team' = 'lake'");
		assertThat(spark.table(TABLE + ".files").select("file_format").as(String.class).single()).isEqualTo("ORC");
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> items("(2, 'b', 'tue')").writeTo(TABLE).create())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_ALREADY_EXISTS"));
	}

	@Test
	void replacesExistingTable() {
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> spark.range(1).writeTo(TABLE).replace())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND"));
		spark.range(1).writeTo(TABLE).createOrReplace();
		spark.range(2).withColumn("n", lit("x")).writeTo(TABLE).replace();
		assertThat(rows()).containsExactly("0 x", "1 x");
		spark.range(1).withColumn("n", lit("y")).writeTo(TABLE).createOrReplace();
		assertThat(rows()).containsExactly("0 y");
	}

	@Test
	void appendsByName() {
		create();
		spark.sql("SELECT 'wed' AS day, 4 AS id, 'd' AS name").writeTo(TABLE).append();
		assertThat(rows()).containsExactly("1 a", "2 b", "3 c", "4 d");
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> spark.range(1).writeTo("lake.db.missing").append())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND"));
	}

	@Test
	void overwritesRowsByCondition() {
		create();
		items("(9, 'z', 'mon')").writeTo(TABLE).overwrite(col("day").equalTo("mon"));
		assertThat(rows()).containsExactly("3 c", "9 z");
	}

	@Test
	void overwritesPartitionsDynamically() {
		create();
		items("(8, 'y', 'tue')", "(9, 'z', 'wed')").writeTo(TABLE).overwritePartitions();
		assertThat(rows()).containsExactly("1 a", "2 b", "8 y", "9 z");
	}

	@Test
	void mergesWithAllActions() {
		create();
		DataFrame changes = items("(1, 'A', 'mon')", "(2, 'B', 'mon')", "(4, 'D', 'tue')", "(5, 'E', 'tue')");
		changes.as("s")
			.mergeInto(TABLE, col("items.id").equalTo(col("s.id")))
			.whenMatched(col("s.id").equalTo(2))
			.delete()
			.whenMatched()
			.update(Map.of("name", Functions.concat(col("items.name"), col("s.name")), "day", "sun"))
			.whenNotMatched(col("s.id").equalTo(5))
			.insert(Map.of("id", col("s.id"), "name", "new"))
			.whenNotMatched()
			.insertAll()
			.whenNotMatchedBySource(col("items.id").equalTo(3))
			.update(Map.of("items.name", "left"))
			.merge();
		assertThat(rows()).containsExactly("1 aA", "3 left", "4 D", "5 new");
		assertThat(spark.table(TABLE).filter("id = 1").select("day").as(String.class).single()).isEqualTo("sun");
		assertThat(spark.table(TABLE).filter("id = 5 AND day IS NULL").count()).isEqualTo(1);
	}

	@Test
	void mergesWholeRows() {
		create();
		items("(1, 'A', 'sun')").as("s")
			.mergeInto(TABLE, col("items.id").equalTo(col("s.id")))
			.whenMatched()
			.updateAll()
			.whenNotMatchedBySource()
			.delete()
			.merge();
		assertThat(rows()).containsExactly("1 A");
	}

	@Test
	void mergesByColumnsOfSource() {
		create();
		DataFrame changes = items("(1, 'A', 'mon')");
		changes.mergeInto(TABLE, col("items.id").equalTo(changes.col("id")))
			.whenMatched()
			.update(Map.of("name", changes.col("name")))
			.merge();
		assertThat(rows()).containsExactly("1 A", "2 b", "3 c");
	}

	@Test
	void reportsAmbiguousMatchesInMerge() {
		create();
		MergeIntoWriter writer = items("(1, 'A', 'mon')", "(1, 'B', 'mon')").as("s")
			.mergeInto(TABLE, col("items.id").equalTo(col("s.id")))
			.whenMatched()
			.updateAll();
		assertThatExceptionOfType(RemoteException.class).isThrownBy(writer::merge)
			.satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).contains("MERGE_CARDINALITY_VIOLATION"));
		assertThat(rows()).containsExactly("1 a", "2 b", "3 c");
	}

	@Test
	void evolvesSchemaInMerge() {
		spark.range(2).writeTo(TABLE).create();
		spark.range(1, 3)
			.withColumn("extra", lit("x"))
			.as("s")
			.mergeInto(TABLE, col("items.id").equalTo(col("s.id")))
			.whenMatched()
			.updateAll()
			.whenNotMatched()
			.insertAll()
			.withSchemaEvolution()
			.merge();
		assertThat(spark.table(TABLE).columns()).containsExactly("id", "extra");
		assertThat(rows()).containsExactly("0 null", "1 x", "2 x");
	}

	@Test
	void reportsTableThatCannotBeMerged() {
		spark.range(1).write().mode("overwrite").saveAsTable("plain_items");
		assertThatExceptionOfType(RemoteException.class)
			.isThrownBy(() -> spark.range(1)
				.as("s")
				.mergeInto("plain_items", col("plain_items.id").equalTo(col("s.id")))
				.whenMatched()
				.delete()
				.merge())
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("MERGE INTO TABLE"));
		spark.sql("DROP TABLE plain_items");
	}

}
