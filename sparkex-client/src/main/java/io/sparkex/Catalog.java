package io.sparkex;

import java.util.List;
import java.util.Map;

import io.sparkex.catalog.CatalogMetadata;
import io.sparkex.catalog.Column;
import io.sparkex.catalog.Database;
import io.sparkex.catalog.Function;
import io.sparkex.catalog.Table;
import io.sparkex.catalog.TablePartition;
import io.sparkex.internal.plan.CatalogChange;
import io.sparkex.internal.plan.CatalogQuery;
import io.sparkex.internal.plan.Operator;
import io.sparkex.storage.StorageLevel;
import io.sparkex.types.StructType;

/**
 * The catalog of a session: databases, tables, views and functions. Returned by
 * {@link SparkSession#catalog()}.
 * <p>
 * Each method calls the server immediately. Names may be qualified, as in
 * {@code catalog.database.table}; parts with special characters must be quoted with
 * backquotes. The current database and the current catalog belong to the session.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class Catalog {

	private final SparkSession session;

	Catalog(SparkSession session) {
		this.session = session;
	}

	/**
	 * Returns the current catalog, which is used for names without a catalog.
	 * @return the catalog name
	 */
	public String currentCatalog() {
		return query(new CatalogQuery.CurrentCatalog()).as(String.class).single();
	}

	/**
	 * Sets the current catalog of this session.
	 * @param catalogName the catalog name
	 */
	public void setCurrentCatalog(String catalogName) {
		change(new CatalogChange.SetCurrentCatalog(catalogName));
	}

	/**
	 * Returns the catalogs that this session has used.
	 * @return the catalogs, in an unmodifiable list
	 */
	public List<CatalogMetadata> listCatalogs() {
		return list(new CatalogQuery.ListCatalogs(null), CatalogRows::catalog);
	}

	/**
	 * Returns the catalogs that this session has used and whose names match a pattern.
	 * @param pattern the name pattern; {@code *} matches any characters, {@code |}
	 * separates alternatives
	 * @return the catalogs, in an unmodifiable list
	 */
	public List<CatalogMetadata> listCatalogs(String pattern) {
		return list(new CatalogQuery.ListCatalogs(pattern), CatalogRows::catalog);
	}

	/**
	 * Returns the current database, which is used for names without a database.
	 * @return the database name
	 */
	public String currentDatabase() {
		return query(new CatalogQuery.CurrentDatabase()).as(String.class).single();
	}

	/**
	 * Sets the current database of this session.
	 * @param dbName the database name
	 */
	public void setCurrentDatabase(String dbName) {
		change(new CatalogChange.SetCurrentDatabase(dbName));
	}

	/**
	 * Returns the databases of the current catalog.
	 * @return the databases, in an unmodifiable list
	 */
	public List<Database> listDatabases() {
		return list(new CatalogQuery.ListDatabases(null), CatalogRows::database);
	}

	/**
	 * Returns the databases of the current catalog whose names match a pattern.
	 * @param pattern the name pattern; {@code *} matches any characters, {@code |}
	 * separates alternatives
	 * @return the databases, in an unmodifiable list
	 */
	public List<Database> listDatabases(String pattern) {
		return list(new CatalogQuery.ListDatabases(pattern), CatalogRows::database);
	}

	/**
	 * Returns a database.
	 * @param dbName the database name, which may be qualified
	 * @return the description of the database
	 * @throws io.sparkex.errors.AnalysisException if the database does not exist
	 */
	public Database getDatabase(String dbName) {
		return CatalogRows.database(query(new CatalogQuery.GetDatabase(dbName)).single());
	}

	/**
	 * Returns {@code true} if a database exists.
	 * @param dbName the database name, which may be qualified
	 * @return {@code true} if the database exists
	 */
	public boolean databaseExists(String dbName) {
		return isTrue(new CatalogQuery.DatabaseExists(dbName));
	}

	/**
	 * Creates a database. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 */
	public void createDatabase(String dbName) {
		createDatabase(dbName, false, Map.of());
	}

	/**
	 * Creates a database. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 * @param ifNotExists {@code true} to ignore a database that already exists
	 */
	public void createDatabase(String dbName, boolean ifNotExists) {
		createDatabase(dbName, ifNotExists, Map.of());
	}

	/**
	 * Creates a database with properties. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 * @param ifNotExists {@code true} to ignore a database that already exists
	 * @param properties the properties; {@code comment} and {@code location} set the
	 * comment and the location
	 */
	public void createDatabase(String dbName, boolean ifNotExists, Map<String, String> properties) {
		change(new CatalogChange.CreateDatabase(dbName, ifNotExists, properties));
	}

	/**
	 * Drops a database, which must be empty. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 */
	public void dropDatabase(String dbName) {
		dropDatabase(dbName, false, false);
	}

	/**
	 * Drops a database, which must be empty. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 * @param ifExists {@code true} to ignore a database that does not exist
	 */
	public void dropDatabase(String dbName, boolean ifExists) {
		dropDatabase(dbName, ifExists, false);
	}

	/**
	 * Drops a database. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 * @param ifExists {@code true} to ignore a database that does not exist
	 * @param cascade {@code true} to drop its tables, views and functions as well
	 */
	public void dropDatabase(String dbName, boolean ifExists, boolean cascade) {
		change(new CatalogChange.DropDatabase(dbName, ifExists, cascade));
	}

	/**
	 * Returns the tables and views of the current database, including temporary views.
	 * @return the tables and views, in an unmodifiable list
	 */
	public List<Table> listTables() {
		return list(new CatalogQuery.ListTables(null, null), CatalogRows::table);
	}

	/**
	 * Returns the tables and views of a database, including temporary views.
	 * @param dbName the database name, which may be qualified
	 * @return the tables and views, in an unmodifiable list
	 */
	public List<Table> listTables(String dbName) {
		return list(new CatalogQuery.ListTables(dbName, null), CatalogRows::table);
	}

	/**
	 * Returns the tables and views of a database whose names match a pattern, including
	 * temporary views.
	 * @param dbName the database name, which may be qualified
	 * @param pattern the name pattern; {@code *} matches any characters, {@code |}
	 * separates alternatives
	 * @return the tables and views, in an unmodifiable list
	 */
	public List<Table> listTables(String dbName, String pattern) {
		return list(new CatalogQuery.ListTables(dbName, pattern), CatalogRows::table);
	}

	/**
	 * Returns a table or view.
	 * @param tableName the table name, which may be qualified
	 * @return the description of the table
	 * @throws io.sparkex.errors.AnalysisException if the table does not exist
	 */
	public Table getTable(String tableName) {
		return CatalogRows.table(query(new CatalogQuery.GetTable(tableName, null)).single());
	}

	/**
	 * Returns a table or view in a database of the session catalog.
	 * @param dbName the name of a database in the session catalog
	 * @param tableName the name of the table
	 * @return the description of the table
	 * @throws io.sparkex.errors.AnalysisException if the table does not exist
	 */
	public Table getTable(String dbName, String tableName) {
		return CatalogRows.table(query(new CatalogQuery.GetTable(tableName, dbName)).single());
	}

	/**
	 * Returns {@code true} if a table or view exists.
	 * @param tableName the table name, which may be qualified
	 * @return {@code true} if the table or view exists
	 */
	public boolean tableExists(String tableName) {
		return isTrue(new CatalogQuery.TableExists(tableName, null));
	}

	/**
	 * Returns {@code true} if a table or view exists in a database of the session
	 * catalog.
	 * @param dbName the name of a database in the session catalog
	 * @param tableName the name of the table
	 * @return {@code true} if the table or view exists
	 */
	public boolean tableExists(String dbName, String tableName) {
		return isTrue(new CatalogQuery.TableExists(tableName, dbName));
	}

	/**
	 * Returns the properties of a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @return the values by property name, in an unmodifiable map
	 */
	public Map<String, String> getTableProperties(String tableName) {
		return CatalogRows.properties(query(new CatalogQuery.GetTableProperties(tableName)).collect());
	}

	/**
	 * Returns the CREATE TABLE statement of a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @return the statement
	 */
	public String getCreateTableString(String tableName) {
		return getCreateTableString(tableName, false);
	}

	/**
	 * Returns the CREATE TABLE statement of a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @param asSerde {@code true} for a statement in Hive syntax
	 * @return the statement
	 */
	public String getCreateTableString(String tableName, boolean asSerde) {
		return query(new CatalogQuery.GetCreateTableString(tableName, asSerde)).as(String.class).single();
	}

	/**
	 * Returns the columns of a table or view.
	 * @param tableName the table name, which may be qualified
	 * @return the columns, in an unmodifiable list
	 */
	public List<Column> listColumns(String tableName) {
		return list(new CatalogQuery.ListColumns(tableName, null), CatalogRows::column);
	}

	/**
	 * Returns the columns of a table or view in a database of the session catalog.
	 * @param dbName the name of a database in the session catalog
	 * @param tableName the name of the table
	 * @return the columns, in an unmodifiable list
	 */
	public List<Column> listColumns(String dbName, String tableName) {
		return list(new CatalogQuery.ListColumns(tableName, dbName), CatalogRows::column);
	}

	/**
	 * Returns the partitions of a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @return the partitions, in an unmodifiable list
	 */
	public List<TablePartition> listPartitions(String tableName) {
		return list(new CatalogQuery.ListPartitions(tableName), CatalogRows::partition);
	}

	/**
	 * Creates a table over the files of a path, in the default format of the server.
	 * @param tableName the table name, which may be qualified
	 * @param path the path of the files, which need not exist yet
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String path) {
		return create(tableName, new CatalogChange.CreateTable(tableName, path, null, null, null, Map.of()));
	}

	/**
	 * Creates a table over the files of a path.
	 * @param tableName the table name, which may be qualified
	 * @param path the path of the files, which need not exist yet
	 * @param source the format, such as {@code parquet}
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String path, String source) {
		return create(tableName, new CatalogChange.CreateTable(tableName, path, source, null, null, Map.of()));
	}

	/**
	 * Creates a table. With the option {@code path} the table is external and uses the
	 * files of that path; without it the catalog manages the files.
	 * @param tableName the table name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, null, null, options));
	}

	/**
	 * Creates a table with a comment. With the option {@code path} the table is external
	 * and uses the files of that path; without it the catalog manages the files.
	 * @param tableName the table name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param description the comment of the table
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, String description, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, description, null, options));
	}

	/**
	 * Creates a table with a schema. With the option {@code path} the table is external
	 * and uses the files of that path; without it the catalog manages the files.
	 * @param tableName the table name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param schema the schema of the table
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, StructType schema, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, null, schema, options));
	}

	/**
	 * Creates a table with a schema and a comment. With the option {@code path} the table
	 * is external and uses the files of that path; without it the catalog manages the
	 * files.
	 * @param tableName the table name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param schema the schema of the table
	 * @param description the comment of the table
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, StructType schema, String description,
			Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, description, schema, options));
	}

	/**
	 * Creates a table over the files of a path. Spark's older name of
	 * {@link #createTable(String, String)}.
	 * @param tableName the table name, which may be qualified
	 * @param path the path of the files
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String path) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, path, null, null, Map.of()));
	}

	/**
	 * Creates a table over the files of a path. Spark's older name of
	 * {@link #createTable(String, String, String)}.
	 * @param tableName the table name, which may be qualified
	 * @param path the path of the files
	 * @param source the format, such as {@code parquet}
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String path, String source) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, path, source, null, Map.of()));
	}

	/**
	 * Creates a table over the files of the option {@code path}. Spark's older name of
	 * {@link #createTable(String, String, Map)}.
	 * @param tableName the table name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String source, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, null, source, null, options));
	}

	/**
	 * Creates a table over the files of the option {@code path}. Spark's older name of
	 * {@link #createTable(String, String, StructType, Map)}.
	 * @param tableName the table name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param schema the schema of the table
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String source, StructType schema,
			Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, null, source, schema, options));
	}

	/**
	 * Drops a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 */
	public void dropTable(String tableName) {
		dropTable(tableName, false, false);
	}

	/**
	 * Drops a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @param ifExists {@code true} to ignore a table that does not exist
	 */
	public void dropTable(String tableName, boolean ifExists) {
		dropTable(tableName, ifExists, false);
	}

	/**
	 * Drops a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @param ifExists {@code true} to ignore a table that does not exist
	 * @param purge {@code true} to delete the files permanently, without moving them to a
	 * trash
	 */
	public void dropTable(String tableName, boolean ifExists, boolean purge) {
		change(new CatalogChange.DropTable(tableName, ifExists, purge));
	}

	/**
	 * Deletes all rows of a table. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 */
	public void truncateTable(String tableName) {
		change(new CatalogChange.TruncateTable(tableName));
	}

	/**
	 * Computes the statistics of a table for the query optimizer. Requires Spark 4.2 or
	 * later.
	 * @param tableName the table name, which may be qualified
	 */
	public void analyzeTable(String tableName) {
		analyzeTable(tableName, false);
	}

	/**
	 * Computes the statistics of a table for the query optimizer. Requires Spark 4.2 or
	 * later.
	 * @param tableName the table name, which may be qualified
	 * @param noScan {@code true} to collect only the file sizes, without counting rows
	 */
	public void analyzeTable(String tableName, boolean noScan) {
		change(new CatalogChange.AnalyzeTable(tableName, noScan));
	}

	/**
	 * Scans the directory of a partitioned table and adds the partitions it finds to the
	 * catalog.
	 * @param tableName the table name, which may be qualified
	 */
	public void recoverPartitions(String tableName) {
		change(new CatalogChange.RecoverPartitions(tableName));
	}

	/**
	 * Invalidates the cached data and metadata of a table, so that Spark lists and reads
	 * its files again.
	 * @param tableName the table name, which may be qualified
	 */
	public void refreshTable(String tableName) {
		change(new CatalogChange.RefreshTable(tableName));
	}

	/**
	 * Invalidates the cached data and metadata of all DataFrames that read files under a
	 * path.
	 * @param path a directory or file
	 */
	public void refreshByPath(String path) {
		change(new CatalogChange.RefreshByPath(path));
	}

	/**
	 * Returns the views of the current database, including temporary views. Requires
	 * Spark 4.2 or later.
	 * @return the views, in an unmodifiable list
	 */
	public List<Table> listViews() {
		return list(new CatalogQuery.ListViews(null, null), CatalogRows::table);
	}

	/**
	 * Returns the views of a database, including temporary views. Requires Spark 4.2 or
	 * later.
	 * @param dbName the database name, which may be qualified
	 * @return the views, in an unmodifiable list
	 */
	public List<Table> listViews(String dbName) {
		return list(new CatalogQuery.ListViews(dbName, null), CatalogRows::table);
	}

	/**
	 * Returns the views of a database whose names match a pattern, including temporary
	 * views. Requires Spark 4.2 or later.
	 * @param dbName the database name, which may be qualified
	 * @param pattern the name pattern; {@code *} matches any characters, {@code |}
	 * separates alternatives
	 * @return the views, in an unmodifiable list
	 */
	public List<Table> listViews(String dbName, String pattern) {
		return list(new CatalogQuery.ListViews(dbName, pattern), CatalogRows::table);
	}

	/**
	 * Drops a view that is not temporary. Requires Spark 4.2 or later.
	 * @param viewName the view name, which may be qualified
	 */
	public void dropView(String viewName) {
		dropView(viewName, false);
	}

	/**
	 * Drops a view that is not temporary. Requires Spark 4.2 or later.
	 * @param viewName the view name, which may be qualified
	 * @param ifExists {@code true} to ignore a view that does not exist
	 */
	public void dropView(String viewName, boolean ifExists) {
		change(new CatalogChange.DropView(viewName, ifExists));
	}

	/**
	 * Drops a temporary view of this session. Its cached data is removed.
	 * @param viewName the view name
	 * @return {@code true} if the view existed
	 */
	public boolean dropTempView(String viewName) {
		return dropped(viewName, new CatalogChange.DropTempView(viewName));
	}

	/**
	 * Drops a global temporary view. Its cached data is removed.
	 * @param viewName the view name, without the database {@code global_temp}
	 * @return {@code true} if the view existed
	 */
	public boolean dropGlobalTempView(String viewName) {
		return dropped(viewName, new CatalogChange.DropGlobalTempView(viewName));
	}

	/**
	 * Returns the functions of the current database, including built-in and temporary
	 * functions.
	 * @return the functions, in an unmodifiable list
	 */
	public List<Function> listFunctions() {
		return list(new CatalogQuery.ListFunctions(null, null), CatalogRows::function);
	}

	/**
	 * Returns the functions of a database, including built-in and temporary functions.
	 * @param dbName the database name, which may be qualified
	 * @return the functions, in an unmodifiable list
	 */
	public List<Function> listFunctions(String dbName) {
		return list(new CatalogQuery.ListFunctions(dbName, null), CatalogRows::function);
	}

	/**
	 * Returns the functions of a database whose names match a pattern, including built-in
	 * and temporary functions.
	 * @param dbName the database name, which may be qualified
	 * @param pattern the name pattern; {@code *} matches any characters, {@code |}
	 * separates alternatives
	 * @return the functions, in an unmodifiable list
	 */
	public List<Function> listFunctions(String dbName, String pattern) {
		return list(new CatalogQuery.ListFunctions(dbName, pattern), CatalogRows::function);
	}

	/**
	 * Returns a function.
	 * @param functionName the function name, which may be qualified
	 * @return the description of the function
	 * @throws io.sparkex.errors.AnalysisException if the function does not exist
	 */
	public Function getFunction(String functionName) {
		return CatalogRows.function(query(new CatalogQuery.GetFunction(functionName, null)).single());
	}

	/**
	 * Returns a function in a database of the session catalog.
	 * @param dbName the name of a database in the session catalog
	 * @param functionName the name of the function
	 * @return the description of the function
	 * @throws io.sparkex.errors.AnalysisException if the function does not exist
	 */
	public Function getFunction(String dbName, String functionName) {
		return CatalogRows.function(query(new CatalogQuery.GetFunction(functionName, dbName)).single());
	}

	/**
	 * Returns {@code true} if a function exists.
	 * @param functionName the function name, which may be qualified
	 * @return {@code true} if the function exists
	 */
	public boolean functionExists(String functionName) {
		return isTrue(new CatalogQuery.FunctionExists(functionName, null));
	}

	/**
	 * Returns {@code true} if a function exists in a database of the session catalog.
	 * @param dbName the name of a database in the session catalog
	 * @param functionName the name of the function
	 * @return {@code true} if the function exists
	 */
	public boolean functionExists(String dbName, String functionName) {
		return isTrue(new CatalogQuery.FunctionExists(functionName, dbName));
	}

	/**
	 * Returns {@code true} if a table or view is cached.
	 * @param tableName the table name, which may be qualified
	 * @return {@code true} if the table is cached
	 */
	public boolean isCached(String tableName) {
		return isTrue(new CatalogQuery.IsCached(tableName));
	}

	/**
	 * Caches a table or view in memory and on disk when it is read for the first time.
	 * @param tableName the table name, which may be qualified
	 */
	public void cacheTable(String tableName) {
		change(new CatalogChange.CacheTable(tableName, null));
	}

	/**
	 * Caches a table or view with a storage level when it is read for the first time.
	 * @param tableName the table name, which may be qualified
	 * @param storageLevel the storage level
	 */
	public void cacheTable(String tableName, StorageLevel storageLevel) {
		change(new CatalogChange.CacheTable(tableName, storageLevel));
	}

	/**
	 * Removes a table or view from the cache.
	 * @param tableName the table name, which may be qualified
	 */
	public void uncacheTable(String tableName) {
		change(new CatalogChange.UncacheTable(tableName));
	}

	/**
	 * Removes all tables and DataFrames from the cache, including those of other
	 * sessions.
	 */
	public void clearCache() {
		change(new CatalogChange.ClearCache());
	}

	private boolean dropped(String view, CatalogChange drop) {
		boolean existed = isTrue(drop);
		this.session.runner().noteDropped(view);
		return existed;
	}

	private void change(CatalogChange change) {
		this.session.runner().change(change);
	}

	private DataFrame create(String tableName, CatalogChange change) {
		change(change);
		return this.session.table(tableName);
	}

	private DataFrame query(Operator operator) {
		return this.session.dataFrame(operator);
	}

	private boolean isTrue(Operator operator) {
		// Not single(): its limit would hide that the plan may be a change.
		return query(operator).as(Boolean.class).collect().get(0);
	}

	private <T> List<T> list(CatalogQuery query, java.util.function.Function<Row, T> mapper) {
		return query(query).collect().stream().map(mapper).toList();
	}

}
