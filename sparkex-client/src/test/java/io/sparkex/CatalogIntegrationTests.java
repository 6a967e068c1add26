package io.sparkex;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.catalog.CatalogMetadata;
import io.sparkex.catalog.Column;
import io.sparkex.catalog.Database;
import io.sparkex.catalog.Function;
import io.sparkex.catalog.Table;
import io.sparkex.errors.AnalysisException;
import io.sparkex.storage.StorageLevel;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the methods of {@link Catalog} that every supported server has.
 */
class CatalogIntegrationTests {

	@TestSession
	private static SparkSession spark;

	private static Catalog catalog;

	@TempDir
	private Path folder;

	@BeforeAll
	static void prepare() {
		catalog = spark.catalog();
	}

	@BeforeEach
	void createDatabase() {
		spark.sql("CREATE DATABASE shop COMMENT 'What is sold'");
		spark.sql("CREATE TABLE shop.items (id INT NOT NULL COMMENT 'the key', name STRING, day DATE) USING parquet"
				+ " PARTITIONED BY (day) COMMENT 'things'");
	}

	@AfterEach
	void dropDatabase() {
		catalog.setCurrentDatabase("default");
		spark.sql("DROP DATABASE shop CASCADE");
	}

	@Test
	void setsCurrentDatabase() {
		assertThat(catalog.currentDatabase()).isEqualTo("default");
		catalog.setCurrentDatabase("shop");
		assertThat(catalog.currentDatabase()).isEqualTo("shop");
		assertThat(spark.table("items").columns()).containsExactly("id", "name", "day");
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> catalog.setCurrentDatabase("nowhere"))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("SCHEMA_NOT_FOUND"));
	}

	@Test
	void setsCurrentCatalog() {
		catalog.setCurrentCatalog("spark_catalog");
		assertThat(catalog.currentCatalog()).isEqualTo("spark_catalog");
		assertThat(catalog.listCatalogs()).contains(new CatalogMetadata("spark_catalog", null));
		assertThat(catalog.listCatalogs("nothing*")).isEmpty();
	}

	@Test
	void listsDatabases() {
		assertThat(catalog.listDatabases()).extracting(Database::name).contains("default", "shop");
		assertThat(catalog.listDatabases("sh*")).singleElement().isEqualTo(catalog.getDatabase("shop"));
		Database shop = catalog.getDatabase("shop");
		assertThat(shop.catalog()).isEqualTo("spark_catalog");
		assertThat(shop.description()).isEqualTo("What is sold");
		assertThat(shop.locationUri()).endsWith("shop.db");
		assertThat(catalog.databaseExists("shop")).isTrue();
		assertThat(catalog.databaseExists("bakery")).isFalse();
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> catalog.getDatabase("bakery"));
	}

	@Test
	void listsTablesAndViews() {
		spark.range(1).createOrReplaceTempView("catalog_view");
		Table items = new Table("items", "spark_catalog", List.of("shop"), "things", "MANAGED", false);
		Table view = new Table("catalog_view", null, List.of(), null, "TEMPORARY", true);
		assertThat(catalog.getTable("shop.items")).isEqualTo(items);
		assertThat(catalog.getTable("shop", "items")).isEqualTo(items);
		assertThat(items.database()).isEqualTo("shop");
		assertThat(catalog.getTable("catalog_view")).isEqualTo(view);
		assertThat(view.database()).isNull();
		assertThat(catalog.listTables()).contains(view).doesNotContain(items);
		assertThat(catalog.listTables("shop")).contains(items, view);
		assertThat(catalog.listTables("shop", "it*")).containsExactly(items);
		assertThat(catalog.tableExists("shop.items")).isTrue();
		assertThat(catalog.tableExists("shop", "items")).isTrue();
		assertThat(catalog.tableExists("catalog_view")).isTrue();
		assertThat(catalog.tableExists("shop", "nothing")).isFalse();
		assertThatExceptionOfType(AnalysisException.class).isThrownBy(() -> catalog.getTable("shop.nothing"))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND"));
	}

	@Test
	void listsColumns() {
		List<Column> expected = List.of(new Column("id", "the key", "int", false, false, false, false),
				new Column("name", null, "string", true, false, false, false),
				new Column("day", null, "date", true, true, false, false));
		assertThat(catalog.listColumns("shop.items")).hasSize(3);
		assertThat(catalog.listColumns("shop", "items")).isEqualTo(catalog.listColumns("shop.items"));
		assertThat(catalog.listColumns("shop.items")).extracting(Column::name, Column::dataType, Column::isPartition)
			.isEqualTo(expected.stream()
				.map((column) -> org.assertj.core.api.Assertions.tuple(column.name(), column.dataType(),
						column.isPartition()))
				.toList());
		assertThat(catalog.listColumns("shop.items").get(0).description()).isEqualTo("the key");
	}

	@Test
	void listsFunctions() {
		assertThat(catalog.listFunctions()).extracting(Function::name).contains("sum", "explode", "+");
		assertThat(catalog.listFunctions("default", "date_a*")).extracting(Function::name)
			.contains("date_add")
			.doesNotContain("sum");
		Function sum = catalog.getFunction("sum");
		assertThat(sum.className()).isEqualTo("org.apache.spark.sql.catalyst.expressions.aggregate.Sum");
		assertThat(sum.isTemporary()).isTrue();
		assertThat(sum.database()).isNull();
		assertThat(catalog.functionExists("sum")).isTrue();
		assertThat(catalog.functionExists("no_such_function")).isFalse();
		assertThat(catalog.functionExists("default", "no_such_function")).isFalse();
	}

	@Test
	void createsExternalTables() {
		String path = this.folder.resolve("numbers").toString();
		spark.range(3).write().parquet(path);
		assertThat(catalog.createTable("shop.numbers", path).count()).isEqualTo(3);
		assertThat(catalog.getTable("shop.numbers").tableType()).isEqualTo("EXTERNAL");
		String csv = this.folder.resolve("csv").toString();
		spark.range(2).write().option("header", true).csv(csv);
		StructType schema = new StructType().add("id", DataTypes.LongType);
		DataFrame table = catalog.createExternalTable("shop.lines", "csv", schema,
				Map.of("path", csv, "header", "true"));
		assertThat(table.as(Long.class).collect()).containsExactlyInAnyOrder(0L, 1L);
	}

	@Test
	void createsManagedTables() {
		StructType schema = new StructType().add("a b", DataTypes.LongType).add("c", DataTypes.StringType);
		DataFrame table = catalog.createTable("shop.own", "parquet", schema, "a comment", Map.of());
		assertThat(table.count()).isZero();
		assertThat(table.columns()).containsExactly("a b", "c");
		assertThat(catalog.getTable("shop.own").description()).isEqualTo("a comment");
		assertThat(catalog.getTable("shop.own").tableType()).isEqualTo("MANAGED");
		assertThatExceptionOfType(AnalysisException.class)
			.isThrownBy(() -> catalog.createTable("shop.own", "parquet", schema, Map.of()))
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo("TABLE_OR_VIEW_ALREADY_EXISTS"));
	}

	@Test
	void dropsTemporaryViews() {
		spark.range(1).createOrReplaceTempView("catalog_gone");
		spark.range(1).createOrReplaceGlobalTempView("catalog_gone_everywhere");
		assertThat(catalog.dropTempView("catalog_gone")).isTrue();
		assertThat(catalog.dropTempView("catalog_gone")).isFalse();
		assertThat(catalog.dropGlobalTempView("catalog_gone_everywhere")).isTrue();
		assertThat(catalog.dropGlobalTempView("catalog_gone_everywhere")).isFalse();
	}

	@Test
	void cachesTables() {
		assertThat(catalog.isCached("shop.items")).isFalse();
		catalog.cacheTable("shop.items");
		assertThat(catalog.isCached("shop.items")).isTrue();
		assertThat(spark.table("shop.items").storageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK);
		catalog.uncacheTable("shop.items");
		assertThat(catalog.isCached("shop.items")).isFalse();
		catalog.cacheTable("shop.items", StorageLevel.DISK_ONLY);
		assertThat(spark.table("shop.items").storageLevel()).isEqualTo(StorageLevel.DISK_ONLY);
		spark.table("shop.items").unpersist(true);
		assertThat(catalog.isCached("shop.items")).isFalse();
	}

	@Test
	void refreshesCachedFiles() {
		String path = this.folder.resolve("growing").toString();
		spark.range(2).write().parquet(path);
		DataFrame table = catalog.createTable("shop.growing", path);
		assertThat(table.count()).isEqualTo(2);
		spark.range(3).write().mode("append").parquet(path);
		catalog.refreshTable("shop.growing");
		assertThat(spark.table("shop.growing").count()).isEqualTo(5);
		catalog.refreshByPath(path);
		assertThat(spark.read().parquet(path).count()).isEqualTo(5);
	}

	@Test
	void recoversPartitions() {
		String path = this.folder.resolve("parted").toString();
		spark.range(2).withColumn("p", Functions.col("id")).write().partitionBy("p").parquet(path);
		spark.sql("CREATE TABLE shop.parted (id BIGINT, p BIGINT) USING parquet PARTITIONED BY (p) LOCATION '" + path
				+ "'");
		assertThat(spark.table("shop.parted").count()).isZero();
		catalog.recoverPartitions("shop.parted");
		assertThat(spark.table("shop.parted").count()).isEqualTo(2);
	}

	@Test
	void rejectsBlankNamesBeforeCallingServer() {
		assertThatIllegalArgumentException().isThrownBy(() -> catalog.getTable(" "))
			.withMessageContaining("name of the table");
		assertThatIllegalArgumentException().isThrownBy(() -> catalog.dropTempView(""))
			.withMessageContaining("name of the view");
	}

}
