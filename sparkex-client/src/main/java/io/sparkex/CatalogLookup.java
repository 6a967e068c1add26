package io.sparkex;

import java.util.List;
import java.util.Map;

import io.sparkex.catalog.CatalogMetadata;
import io.sparkex.catalog.Column;
import io.sparkex.catalog.Database;
import io.sparkex.catalog.Function;
import io.sparkex.catalog.Table;
import io.sparkex.catalog.TablePartition;
import io.sparkex.plan.CatalogQuery;
import io.sparkex.plan.Operator;

/**
 * What can be asked of the catalog. Public only through {@link Catalog}.
 */
abstract sealed class CatalogLookup permits Catalog {

	private final SparkSession session;

	CatalogLookup(SparkSession session) {
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

	DataFrame query(Operator operator) {
		return this.session.frame(operator);
	}

	boolean isTrue(Operator operator) {
		// Not by single(), whose limit would hide that the plan may be a change.
		return query(operator).as(Boolean.class).collect().get(0);
	}

	private <T> List<T> list(CatalogQuery query, java.util.function.Function<Row, T> mapper) {
		return query(query).collect().stream().map(mapper).toList();
	}

}
