package io.sparkex.internal.protocol;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.plan.CatalogQuery;
import io.sparkex.internal.plan.Operator;
import io.sparkex.internal.plan.Relation;
import io.sparkex.storage.StorageLevel;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StructType;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link CatalogQueryEncoder} and {@link CatalogChangeEncoder} against golden
 * plans.
 */
class CatalogEncoderTests {

	private static final StructType SCHEMA = new StructType().add("a", DataTypes.LongType);

	static Stream<Arguments> operators() {
		return Stream.concat(queries(), changes());
	}

	private static Stream<Arguments> queries() {
		return Stream.of(arguments("current-database", new CatalogQuery.CurrentDatabase()),
				arguments("current-catalog", new CatalogQuery.CurrentCatalog()),
				arguments("list-databases", new CatalogQuery.ListDatabases("a*")),
				arguments("list-databases-all", new CatalogQuery.ListDatabases(null)),
				arguments("list-tables", new CatalogQuery.ListTables("db", "t*")),
				arguments("list-tables-all", new CatalogQuery.ListTables(null, null)),
				arguments("list-functions", new CatalogQuery.ListFunctions("db", "f*")),
				arguments("list-columns", new CatalogQuery.ListColumns("t", "db")),
				arguments("list-columns-qualified", new CatalogQuery.ListColumns("`a b`.t", null)),
				arguments("list-catalogs", new CatalogQuery.ListCatalogs("c*")),
				arguments("list-partitions", new CatalogQuery.ListPartitions("t")),
				arguments("list-views", new CatalogQuery.ListViews("db", "v*")),
				arguments("get-database", new CatalogQuery.GetDatabase("db")),
				arguments("get-table", new CatalogQuery.GetTable("t", "db")),
				arguments("get-function", new CatalogQuery.GetFunction("f", null)),
				arguments("database-exists", new CatalogQuery.DatabaseExists("db")),
				arguments("table-exists", new CatalogQuery.TableExists("t", "db")),
				arguments("function-exists", new CatalogQuery.FunctionExists("f", "db")),
				arguments("is-cached", new CatalogQuery.IsCached("t")),
				arguments("get-table-properties", new CatalogQuery.GetTableProperties("t")),
				arguments("get-create-table-string", new CatalogQuery.GetCreateTableString("t", true)));
	}

	private static Stream<Arguments> changes() {
		Map<String, String> options = new TreeMap<>(Map.of("header", "true", "sep", ";"));
		return Stream.of(arguments("set-current-database", new CatalogChange.SetCurrentDatabase("db")),
				arguments("set-current-catalog", new CatalogChange.SetCurrentCatalog("c")),
				arguments("create-external-table",
						new CatalogChange.CreateExternalTable("t", "/x", "csv", SCHEMA, options)),
				arguments("create-table",
						new CatalogChange.CreateTable("db.t", "/x", "csv", "a comment", SCHEMA, options)),
				arguments("create-table-defaults",
						new CatalogChange.CreateTable("t", null, null, null, null, Map.of())),
				arguments("drop-temp-view", new CatalogChange.DropTempView("v")),
				arguments("drop-global-temp-view", new CatalogChange.DropGlobalTempView("v")),
				arguments("recover-partitions", new CatalogChange.RecoverPartitions("t")),
				arguments("cache-table", new CatalogChange.CacheTable("t", null)),
				arguments("cache-table-level", new CatalogChange.CacheTable("t", StorageLevel.OFF_HEAP)),
				arguments("uncache-table", new CatalogChange.UncacheTable("t")),
				arguments("clear-cache", new CatalogChange.ClearCache()),
				arguments("refresh-table", new CatalogChange.RefreshTable("t")),
				arguments("refresh-by-path", new CatalogChange.RefreshByPath("/x")),
				arguments("drop-table", new CatalogChange.DropTable("t", true, true)),
				arguments("drop-view", new CatalogChange.DropView("v", true)),
				arguments("create-database", new CatalogChange.CreateDatabase("db", true, Map.of("owner", "me"))),
				arguments("drop-database", new CatalogChange.DropDatabase("db", true, true)),
				arguments("truncate-table", new CatalogChange.TruncateTable("t")),
				arguments("analyze-table", new CatalogChange.AnalyzeTable("t", true)));
	}

	@ParameterizedTest
	@MethodSource("operators")
	void encodesOperator(String name, Operator operator) {
		GoldenPlan.compare("catalog-" + name, PlanEncoder.encode(new Relation(42, operator)).message());
	}

}
