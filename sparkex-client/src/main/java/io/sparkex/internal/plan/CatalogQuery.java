package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Operators that query the catalog and return rows.
 *
 * @since 0.1.0
 */
public sealed interface CatalogQuery extends Operator {

	@Override
	default List<Relation> inputs() {
		return List.of();
	}

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitCatalogQuery(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Name of the current database.
	 */
	record CurrentDatabase() implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCurrentDatabase(this);
		}

	}

	/**
	 * Name of the current catalog.
	 */
	record CurrentCatalog() implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCurrentCatalog(this);
		}

	}

	/**
	 * Databases of the current catalog.
	 *
	 * @param pattern a name pattern, in which {@code *} matches any text, or {@code null}
	 * for all
	 */
	record ListDatabases(@Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListDatabases(this);
		}

	}

	/**
	 * Tables and views.
	 *
	 * @param database the database, or {@code null} for the current one
	 * @param pattern a name pattern, or {@code null} for all
	 */
	record ListTables(@Nullable String database, @Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListTables(this);
		}

	}

	/**
	 * Functions, built-in functions included.
	 *
	 * @param database the database, or {@code null} for the current one
	 * @param pattern a name pattern, or {@code null} for all
	 */
	record ListFunctions(@Nullable String database, @Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListFunctions(this);
		}

	}

	/**
	 * Columns of a table.
	 *
	 * @param table the name of the table
	 * @param database the database, or {@code null} if the name is qualified
	 */
	record ListColumns(String table, @Nullable String database) implements CatalogQuery {

		public ListColumns {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListColumns(this);
		}

	}

	/**
	 * Catalogs that the session has used.
	 *
	 * @param pattern a name pattern, or {@code null} for all
	 */
	record ListCatalogs(@Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListCatalogs(this);
		}

	}

	/**
	 * Partitions of a table. Requires Spark 4.2 or later.
	 *
	 * @param table the name of the table
	 */
	record ListPartitions(String table) implements CatalogQuery {

		public ListPartitions {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListPartitions(this);
		}

	}

	/**
	 * Views. Requires Spark 4.2 or later.
	 *
	 * @param database the database, or {@code null} for the current one
	 * @param pattern a name pattern, or {@code null} for all
	 */
	record ListViews(@Nullable String database, @Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListViews(this);
		}

	}

	/**
	 * Metadata of a database.
	 *
	 * @param database the name of the database
	 */
	record GetDatabase(String database) implements CatalogQuery {

		public GetDatabase {
			NameChecks.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetDatabase(this);
		}

	}

	/**
	 * Metadata of a table.
	 *
	 * @param table the name of the table
	 * @param database the database, or {@code null} if the name is qualified
	 */
	record GetTable(String table, @Nullable String database) implements CatalogQuery {

		public GetTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetTable(this);
		}

	}

	/**
	 * Metadata of a function.
	 *
	 * @param function the name of the function
	 * @param database the database, or {@code null} if the name is qualified
	 */
	record GetFunction(String function, @Nullable String database) implements CatalogQuery {

		public GetFunction {
			NameChecks.check("function", function);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetFunction(this);
		}

	}

	/**
	 * Existence check of a database.
	 *
	 * @param database the name of the database
	 */
	record DatabaseExists(String database) implements CatalogQuery {

		public DatabaseExists {
			NameChecks.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDatabaseExists(this);
		}

	}

	/**
	 * Existence check of a table or view.
	 *
	 * @param table the name of the table
	 * @param database the database, or {@code null} if the name is qualified
	 */
	record TableExists(String table, @Nullable String database) implements CatalogQuery {

		public TableExists {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTableExists(this);
		}

	}

	/**
	 * Existence check of a function.
	 *
	 * @param function the name of the function
	 * @param database the database, or {@code null} if the name is qualified
	 */
	record FunctionExists(String function, @Nullable String database) implements CatalogQuery {

		public FunctionExists {
			NameChecks.check("function", function);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFunctionExists(this);
		}

	}

	/**
	 * Check if a table is cached.
	 *
	 * @param table the name of the table
	 */
	record IsCached(String table) implements CatalogQuery {

		public IsCached {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitIsCached(this);
		}

	}

	/**
	 * Properties of a table. Requires Spark 4.2 or later.
	 *
	 * @param table the name of the table
	 */
	record GetTableProperties(String table) implements CatalogQuery {

		public GetTableProperties {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetTableProperties(this);
		}

	}

	/**
	 * {@code CREATE TABLE} statement of a table. Requires Spark 4.2 or later.
	 *
	 * @param table the name of the table
	 * @param asSerde {@code true} for Hive syntax
	 */
	record GetCreateTableString(String table, boolean asSerde) implements CatalogQuery {

		public GetCreateTableString {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetCreateTableString(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitCurrentDatabase(CurrentDatabase query);

		R visitCurrentCatalog(CurrentCatalog query);

		R visitListDatabases(ListDatabases query);

		R visitListTables(ListTables query);

		R visitListFunctions(ListFunctions query);

		R visitListColumns(ListColumns query);

		R visitListCatalogs(ListCatalogs query);

		R visitListPartitions(ListPartitions query);

		R visitListViews(ListViews query);

		R visitGetDatabase(GetDatabase query);

		R visitGetTable(GetTable query);

		R visitGetFunction(GetFunction query);

		R visitDatabaseExists(DatabaseExists query);

		R visitTableExists(TableExists query);

		R visitFunctionExists(FunctionExists query);

		R visitIsCached(IsCached query);

		R visitGetTableProperties(GetTableProperties query);

		R visitGetCreateTableString(GetCreateTableString query);

	}

}
