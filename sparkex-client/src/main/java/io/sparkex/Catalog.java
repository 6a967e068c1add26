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
 * The databases, tables, views and functions that SQL can name, from
 * {@link SparkSession#catalog()}.
 * <p>
 * Each method asks the server at once. Names may be qualified, as in
 * {@code catalog.database.table}, with back-quotes where a part of them has unusual
 * letters. Thread-safe; the current database and catalog are those of the session.
 *
 * @since 0.1.0
 */
public final class Catalog {

	private final SparkSession session;

	Catalog(SparkSession session) {
		this.session = session;
	}

	/**
	 * The database that names without one refer to.
	 * @return the name of the database
	 */
	public String currentDatabase() {
		return query(new CatalogQuery.CurrentDatabase()).as(String.class).single();
	}

	/**
	 * The catalog that names without one refer to.
	 * @return the name of the catalog
	 */
	public String currentCatalog() {
		return query(new CatalogQuery.CurrentCatalog()).as(String.class).single();
	}

	/**
	 * The catalogs that this session has used.
	 * @return all of them, in an unmodifiable list
	 */
	public List<CatalogMetadata> listCatalogs() {
		return list(new CatalogQuery.ListCatalogs(null), CatalogRows::catalog);
	}

	/**
	 * The catalogs that this session has used.
	 * @param pattern the names, with {@code *} for any text and {@code |} between
	 * alternatives
	 * @return all of them, in an unmodifiable list
	 */
	public List<CatalogMetadata> listCatalogs(String pattern) {
		return list(new CatalogQuery.ListCatalogs(pattern), CatalogRows::catalog);
	}

	/**
	 * The databases of the current catalog.
	 * @return all of them, in an unmodifiable list
	 */
	public List<Database> listDatabases() {
		return list(new CatalogQuery.ListDatabases(null), CatalogRows::database);
	}

	/**
	 * The databases of the current catalog.
	 * @param pattern the names, with {@code *} for any text and {@code |} between
	 * alternatives
	 * @return all of them, in an unmodifiable list
	 */
	public List<Database> listDatabases(String pattern) {
		return list(new CatalogQuery.ListDatabases(pattern), CatalogRows::database);
	}

	/**
	 * Tables and views, temporary ones included.
	 * @return all of them, in an unmodifiable list
	 */
	public List<Table> listTables() {
		return list(new CatalogQuery.ListTables(null, null), CatalogRows::table);
	}

	/**
	 * Tables and views, temporary ones included.
	 * @param dbName the name of a database, which may be qualified
	 * @return all of them, in an unmodifiable list
	 */
	public List<Table> listTables(String dbName) {
		return list(new CatalogQuery.ListTables(dbName, null), CatalogRows::table);
	}

	/**
	 * Tables and views, temporary ones included.
	 * @param dbName the name of a database, which may be qualified
	 * @param pattern the names, with {@code *} for any text and {@code |} between
	 * alternatives
	 * @return all of them, in an unmodifiable list
	 */
	public List<Table> listTables(String dbName, String pattern) {
		return list(new CatalogQuery.ListTables(dbName, pattern), CatalogRows::table);
	}

	/**
	 * Views, temporary ones included. Needs Spark 4.2 on the server.
	 * @return all of them, in an unmodifiable list
	 */
	public List<Table> listViews() {
		return list(new CatalogQuery.ListViews(null, null), CatalogRows::table);
	}

	/**
	 * Views, temporary ones included. Needs Spark 4.2 on the server.
	 * @param dbName the name of a database, which may be qualified
	 * @return all of them, in an unmodifiable list
	 */
	public List<Table> listViews(String dbName) {
		return list(new CatalogQuery.ListViews(dbName, null), CatalogRows::table);
	}

	/**
	 * Views, temporary ones included. Needs Spark 4.2 on the server.
	 * @param dbName the name of a database, which may be qualified
	 * @param pattern the names, with {@code *} for any text and {@code |} between
	 * alternatives
	 * @return all of them, in an unmodifiable list
	 */
	public List<Table> listViews(String dbName, String pattern) {
		return list(new CatalogQuery.ListViews(dbName, pattern), CatalogRows::table);
	}

	/**
	 * Functions, the built-in and temporary ones included.
	 * @return all of them, in an unmodifiable list
	 */
	public List<Function> listFunctions() {
		return list(new CatalogQuery.ListFunctions(null, null), CatalogRows::function);
	}

	/**
	 * Functions, the built-in and temporary ones included.
	 * @param dbName the name of a database, which may be qualified
	 * @return all of them, in an unmodifiable list
	 */
	public List<Function> listFunctions(String dbName) {
		return list(new CatalogQuery.ListFunctions(dbName, null), CatalogRows::function);
	}

	/**
	 * Functions, the built-in and temporary ones included.
	 * @param dbName the name of a database, which may be qualified
	 * @param pattern the names, with {@code *} for any text and {@code |} between
	 * alternatives
	 * @return all of them, in an unmodifiable list
	 */
	public List<Function> listFunctions(String dbName, String pattern) {
		return list(new CatalogQuery.ListFunctions(dbName, pattern), CatalogRows::function);
	}

	/**
	 * The columns of a table or view.
	 * @param tableName the name, which may be qualified
	 * @return all of them, in an unmodifiable list
	 */
	public List<Column> listColumns(String tableName) {
		return list(new CatalogQuery.ListColumns(tableName, null), CatalogRows::column);
	}

	/**
	 * The columns of a table or view.
	 * @param dbName the name of the database in the session catalog
	 * @param tableName the name of the table
	 * @return all of them, in an unmodifiable list
	 */
	public List<Column> listColumns(String dbName, String tableName) {
		return list(new CatalogQuery.ListColumns(tableName, dbName), CatalogRows::column);
	}

	/**
	 * The partitions of a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @return all of them, in an unmodifiable list
	 */
	public List<TablePartition> listPartitions(String tableName) {
		return list(new CatalogQuery.ListPartitions(tableName), CatalogRows::partition);
	}

	/**
	 * The database of a name.
	 * @param dbName the name, which may be qualified
	 * @return what the catalog says of it
	 * @throws io.sparkex.errors.AnalysisException if there is none
	 */
	public Database getDatabase(String dbName) {
		return CatalogRows.database(query(new CatalogQuery.GetDatabase(dbName)).single());
	}

	/**
	 * The table or view of a name.
	 * @param tableName the name, which may be qualified
	 * @return what the catalog says of it
	 * @throws io.sparkex.errors.AnalysisException if there is none
	 */
	public Table getTable(String tableName) {
		return CatalogRows.table(query(new CatalogQuery.GetTable(tableName, null)).single());
	}

	/**
	 * The table or view of a name.
	 * @param dbName the name of the database in the session catalog
	 * @param tableName the name of the table
	 * @return what the catalog says of it
	 * @throws io.sparkex.errors.AnalysisException if there is none
	 */
	public Table getTable(String dbName, String tableName) {
		return CatalogRows.table(query(new CatalogQuery.GetTable(tableName, dbName)).single());
	}

	/**
	 * The function of a name.
	 * @param functionName the name, which may be qualified
	 * @return what the catalog says of it
	 * @throws io.sparkex.errors.AnalysisException if there is none
	 */
	public Function getFunction(String functionName) {
		return CatalogRows.function(query(new CatalogQuery.GetFunction(functionName, null)).single());
	}

	/**
	 * The function of a name.
	 * @param dbName the name of the database in the session catalog
	 * @param functionName the name of the function
	 * @return what the catalog says of it
	 * @throws io.sparkex.errors.AnalysisException if there is none
	 */
	public Function getFunction(String dbName, String functionName) {
		return CatalogRows.function(query(new CatalogQuery.GetFunction(functionName, dbName)).single());
	}

	/**
	 * Whether there is a database of a name.
	 * @param dbName the name, which may be qualified
	 * @return {@code true} if there is
	 */
	public boolean databaseExists(String dbName) {
		return isTrue(new CatalogQuery.DatabaseExists(dbName));
	}

	/**
	 * Whether there is a table or view of a name.
	 * @param tableName the name, which may be qualified
	 * @return {@code true} if there is
	 */
	public boolean tableExists(String tableName) {
		return isTrue(new CatalogQuery.TableExists(tableName, null));
	}

	/**
	 * Whether there is a table or view of a name.
	 * @param dbName the name of the database in the session catalog
	 * @param tableName the name of the table
	 * @return {@code true} if there is
	 */
	public boolean tableExists(String dbName, String tableName) {
		return isTrue(new CatalogQuery.TableExists(tableName, dbName));
	}

	/**
	 * Whether there is a function of a name.
	 * @param functionName the name, which may be qualified
	 * @return {@code true} if there is
	 */
	public boolean functionExists(String functionName) {
		return isTrue(new CatalogQuery.FunctionExists(functionName, null));
	}

	/**
	 * Whether there is a function of a name.
	 * @param dbName the name of the database in the session catalog
	 * @param functionName the name of the function
	 * @return {@code true} if there is
	 */
	public boolean functionExists(String dbName, String functionName) {
		return isTrue(new CatalogQuery.FunctionExists(functionName, dbName));
	}

	/**
	 * The properties of a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @return values by name, in an unmodifiable map
	 */
	public Map<String, String> getTableProperties(String tableName) {
		return CatalogRows.properties(query(new CatalogQuery.GetTableProperties(tableName)).collect());
	}

	/**
	 * The statement that would create a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @return the statement
	 */
	public String getCreateTableString(String tableName) {
		return getCreateTableString(tableName, false);
	}

	/**
	 * The statement that would create a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @param asSerde whether to write the statement for Hive
	 * @return the statement
	 */
	public String getCreateTableString(String tableName, boolean asSerde) {
		return query(new CatalogQuery.GetCreateTableString(tableName, asSerde)).as(String.class).single();
	}

	/**
	 * Whether a table or view is kept in the cache.
	 * @param tableName the name, which may be qualified
	 * @return {@code true} if there is
	 */
	public boolean isCached(String tableName) {
		return isTrue(new CatalogQuery.IsCached(tableName));
	}

	/**
	 * Lets names without a database refer to another one from now on.
	 * @param dbName the name of the database
	 */
	public void setCurrentDatabase(String dbName) {
		change(new CatalogChange.SetCurrentDatabase(dbName));
	}

	/**
	 * Lets names without a catalog refer to another one from now on.
	 * @param catalogName the name of the catalog
	 */
	public void setCurrentCatalog(String catalogName) {
		change(new CatalogChange.SetCurrentCatalog(catalogName));
	}

	/**
	 * Creates a table over files that exist, or will.
	 * @param tableName the name, which may be qualified
	 * @param path where the files are
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String path) {
		return create(tableName, new CatalogChange.CreateTable(tableName, path, null, null, null, Map.of()));
	}

	/**
	 * Creates a table over files that exist, or will.
	 * @param tableName the name, which may be qualified
	 * @param path where the files are
	 * @param source the format, such as {@code parquet}
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String path, String source) {
		return create(tableName, new CatalogChange.CreateTable(tableName, path, source, null, null, Map.of()));
	}

	/**
	 * Creates a table. With the option {@code path} it is over those files, without it
	 * the catalog keeps its files.
	 * @param tableName the name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, null, null, options));
	}

	/**
	 * Creates a table. With the option {@code path} it is over those files, without it
	 * the catalog keeps its files.
	 * @param tableName the name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param description a comment
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, String description, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, description, null, options));
	}

	/**
	 * Creates a table. With the option {@code path} it is over those files, without it
	 * the catalog keeps its files.
	 * @param tableName the name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param schema the columns
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, StructType schema, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, null, schema, options));
	}

	/**
	 * Creates a table. With the option {@code path} it is over those files, without it
	 * the catalog keeps its files.
	 * @param tableName the name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param schema the columns
	 * @param description a comment
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createTable(String tableName, String source, StructType schema, String description,
			Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateTable(tableName, null, source, description, schema, options));
	}

	/**
	 * Creates a table over files, as {@link #createTable} does.
	 * @param tableName the name, which may be qualified
	 * @param path where the files are
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String path) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, path, null, null, Map.of()));
	}

	/**
	 * Creates a table over files, as {@link #createTable} does.
	 * @param tableName the name, which may be qualified
	 * @param path where the files are
	 * @param source the format, such as {@code parquet}
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String path, String source) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, path, source, null, Map.of()));
	}

	/**
	 * Creates a table over files, as {@link #createTable} does.
	 * @param tableName the name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String source, Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, null, source, null, options));
	}

	/**
	 * Creates a table over files, as {@link #createTable} does.
	 * @param tableName the name, which may be qualified
	 * @param source the format, such as {@code parquet}
	 * @param schema the columns
	 * @param options options of the format
	 * @return the table
	 */
	public DataFrame createExternalTable(String tableName, String source, StructType schema,
			Map<String, String> options) {
		return create(tableName, new CatalogChange.CreateExternalTable(tableName, null, source, schema, options));
	}

	/**
	 * Drops a temporary view of this session, and takes it out of the cache.
	 * @param viewName the name of the view
	 * @return whether there was one
	 */
	public boolean dropTempView(String viewName) {
		return dropped(viewName, new CatalogChange.DropTempView(viewName));
	}

	/**
	 * Drops a temporary view that all sessions see, and takes it out of the cache.
	 * @param viewName the name of the view, without its database {@code global_temp}
	 * @return whether there was one
	 */
	public boolean dropGlobalTempView(String viewName) {
		return dropped(viewName, new CatalogChange.DropGlobalTempView(viewName));
	}

	/**
	 * Drops a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 */
	public void dropTable(String tableName) {
		dropTable(tableName, false, false);
	}

	/**
	 * Drops a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @param ifExists whether it need not exist
	 */
	public void dropTable(String tableName, boolean ifExists) {
		dropTable(tableName, ifExists, false);
	}

	/**
	 * Drops a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @param ifExists whether it need not exist
	 * @param purge whether its files are deleted without a way back
	 */
	public void dropTable(String tableName, boolean ifExists, boolean purge) {
		change(new CatalogChange.DropTable(tableName, ifExists, purge));
	}

	/**
	 * Drops a view that is not temporary. Needs Spark 4.2 on the server.
	 * @param viewName the name, which may be qualified
	 */
	public void dropView(String viewName) {
		dropView(viewName, false);
	}

	/**
	 * Drops a view that is not temporary. Needs Spark 4.2 on the server.
	 * @param viewName the name, which may be qualified
	 * @param ifExists whether it need not exist
	 */
	public void dropView(String viewName, boolean ifExists) {
		change(new CatalogChange.DropView(viewName, ifExists));
	}

	/**
	 * Creates a database. Needs Spark 4.2 on the server.
	 * @param dbName the name, which may be qualified
	 */
	public void createDatabase(String dbName) {
		createDatabase(dbName, false, Map.of());
	}

	/**
	 * Creates a database. Needs Spark 4.2 on the server.
	 * @param dbName the name, which may be qualified
	 * @param ifNotExists whether it may exist already
	 */
	public void createDatabase(String dbName, boolean ifNotExists) {
		createDatabase(dbName, ifNotExists, Map.of());
	}

	/**
	 * Creates a database. Needs Spark 4.2 on the server.
	 * @param dbName the name, which may be qualified
	 * @param ifNotExists whether it may exist already
	 * @param properties its properties; {@code comment} and {@code location} have a
	 * meaning of their own
	 */
	public void createDatabase(String dbName, boolean ifNotExists, Map<String, String> properties) {
		change(new CatalogChange.CreateDatabase(dbName, ifNotExists, properties));
	}

	/**
	 * Drops a database, which must be empty. Needs Spark 4.2 on the server.
	 * @param dbName the name, which may be qualified
	 */
	public void dropDatabase(String dbName) {
		dropDatabase(dbName, false, false);
	}

	/**
	 * Drops a database, which must be empty. Needs Spark 4.2 on the server.
	 * @param dbName the name, which may be qualified
	 * @param ifExists whether it need not exist
	 */
	public void dropDatabase(String dbName, boolean ifExists) {
		dropDatabase(dbName, ifExists, false);
	}

	/**
	 * Drops a database. Needs Spark 4.2 on the server.
	 * @param dbName the name, which may be qualified
	 * @param ifExists whether it need not exist
	 * @param cascade whether what is in it is dropped with it
	 */
	public void dropDatabase(String dbName, boolean ifExists, boolean cascade) {
		change(new CatalogChange.DropDatabase(dbName, ifExists, cascade));
	}

	/**
	 * Removes all rows of a table. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 */
	public void truncateTable(String tableName) {
		change(new CatalogChange.TruncateTable(tableName));
	}

	/**
	 * Computes the statistics of a table, which the optimizer uses. Needs Spark 4.2 on
	 * the server.
	 * @param tableName the name, which may be qualified
	 */
	public void analyzeTable(String tableName) {
		analyzeTable(tableName, false);
	}

	/**
	 * Computes the statistics of a table, which the optimizer uses. Needs Spark 4.2 on
	 * the server.
	 * @param tableName the name, which may be qualified
	 * @param noScan whether to take only the sizes of the files, and count no rows
	 */
	public void analyzeTable(String tableName, boolean noScan) {
		change(new CatalogChange.AnalyzeTable(tableName, noScan));
	}

	/**
	 * Looks for the partitions of a table in its folder and adds them to the catalog.
	 * @param tableName the name, which may be qualified
	 */
	public void recoverPartitions(String tableName) {
		change(new CatalogChange.RecoverPartitions(tableName));
	}

	/**
	 * Keeps a table or view in memory and on disk, once it has been read.
	 * @param tableName the name, which may be qualified
	 */
	public void cacheTable(String tableName) {
		change(new CatalogChange.CacheTable(tableName, null));
	}

	/**
	 * Keeps a table or view in the cache, once it has been read.
	 * @param tableName the name, which may be qualified
	 * @param storageLevel where to keep it
	 */
	public void cacheTable(String tableName, StorageLevel storageLevel) {
		change(new CatalogChange.CacheTable(tableName, storageLevel));
	}

	/**
	 * Takes a table or view out of the cache.
	 * @param tableName the name, which may be qualified
	 */
	public void uncacheTable(String tableName) {
		change(new CatalogChange.UncacheTable(tableName));
	}

	/**
	 * Takes all tables and frames out of the cache, those of other sessions as well.
	 */
	public void clearCache() {
		change(new CatalogChange.ClearCache());
	}

	/**
	 * Lets Spark look again for the files of a table and what is in them.
	 * @param tableName the name, which may be qualified
	 */
	public void refreshTable(String tableName) {
		change(new CatalogChange.RefreshTable(tableName));
	}

	/**
	 * Lets Spark look again for the files of every frame that reads under a path.
	 * @param path a folder or file
	 */
	public void refreshByPath(String path) {
		change(new CatalogChange.RefreshByPath(path));
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
		return this.session.frame(operator);
	}

	private boolean isTrue(Operator operator) {
		// Not by single(), whose limit would hide that the plan may be a change.
		return query(operator).as(Boolean.class).collect().get(0);
	}

	private <T> List<T> list(CatalogQuery query, java.util.function.Function<Row, T> mapper) {
		return query(query).collect().stream().map(mapper).toList();
	}

}
