package io.sparkex;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.catalog.Column;
import io.sparkex.catalog.Table;
import io.sparkex.storage.StorageLevel;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of docs/catalog.md.
 */
class CatalogPageIntegrationTests {

	@Test
	void queriesAndChangesCatalog(@TempDir Path folder) {
		String path = folder.resolve("files").toString();
		try (SparkSession spark = TestServer.session()) {
			spark.range(3).write().parquet(path);
			spark.sql("CREATE DATABASE IF NOT EXISTS shop");
			spark.sql("CREATE TABLE shop.items (id INT) USING parquet");
			Catalog catalog = spark.catalog();
			List<Table> tables = catalog.listTables("shop", "item*");
			boolean there = catalog.tableExists("shop.items");
			List<String> names = catalog.listColumns("shop.items").stream().map(Column::name).toList();
			assertThat(tables).hasSize(1);
			assertThat(there).isTrue();
			assertThat(names).containsExactly("id");
			catalog.setCurrentDatabase("shop");
			DataFrame items = spark.table("items");
			assertThat(items.count()).isZero();
			catalog.setCurrentDatabase("default");
			StructType schema = new StructType().add("id", DataTypes.LongType).add("name", DataTypes.StringType);
			DataFrame own = catalog.createTable("shop.own", "parquet", schema, "kept by the catalog", Map.of());
			DataFrame files = catalog.createTable("shop.files", path, "parquet");
			assertThat(own.count()).isZero();
			assertThat(files.count()).isEqualTo(3);
			catalog.cacheTable("shop.items", StorageLevel.MEMORY_ONLY);
			boolean cached = catalog.isCached("shop.items");
			catalog.uncacheTable("shop.items");
			assertThat(cached).isTrue();
			spark.sql("DROP DATABASE shop CASCADE");
			spark.conf().set("spark.sql.shuffle.partitions", 8);
			String zone = spark.conf().get("spark.sql.session.timeZone");
			boolean changeable = spark.conf().isModifiable("spark.sql.shuffle.partitions");
			assertThat(zone).isNotEmpty();
			assertThat(changeable).isTrue();
		}
	}

}
