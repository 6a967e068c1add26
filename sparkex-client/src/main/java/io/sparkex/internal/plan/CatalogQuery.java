package io.sparkex.internal.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Questions to the catalog, whose answers are rows.
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
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The name of the database that names without one refer to.
	 */
	record CurrentDatabase() implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCurrentDatabase(this);
		}

	}

	/**
	 * The name of the catalog that names without one refer to.
	 */
	record CurrentCatalog() implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCurrentCatalog(this);
		}

	}

	/**
	 * The databases of the current catalog.
	 *
	 * @param pattern which names, with {@code *} for any text, or {@code null} for all
	 */
	record ListDatabases(@Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListDatabases(this);
		}

	}

	/**
	 * Tables, and views beside them.
	 *
	 * @param database where, or {@code null} for the current database
	 * @param pattern which names, or {@code null} for all
	 */
	record ListTables(@Nullable String database, @Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListTables(this);
		}

	}

	/**
	 * Functions, the built-in ones included.
	 *
	 * @param database where, or {@code null} for the current database
	 * @param pattern which names, or {@code null} for all
	 */
	record ListFunctions(@Nullable String database, @Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListFunctions(this);
		}

	}

	/**
	 * The columns of a table.
	 *
	 * @param table the name of the table
	 * @param database where, or {@code null} if the name says it
	 */
	record ListColumns(String table, @Nullable String database) implements CatalogQuery {

		public ListColumns {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListColumns(this);
		}

	}

	/**
	 * The catalogs that the session has used.
	 *
	 * @param pattern which names, or {@code null} for all
	 */
	record ListCatalogs(@Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListCatalogs(this);
		}

	}

	/**
	 * The partitions of a table. Known to servers from Spark 4.2 on.
	 *
	 * @param table the name of the table
	 */
	record ListPartitions(String table) implements CatalogQuery {

		public ListPartitions {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListPartitions(this);
		}

	}

	/**
	 * Views. Known to servers from Spark 4.2 on.
	 *
	 * @param database where, or {@code null} for the current database
	 * @param pattern which names, or {@code null} for all
	 */
	record ListViews(@Nullable String database, @Nullable String pattern) implements CatalogQuery {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitListViews(this);
		}

	}

	/**
	 * One database.
	 *
	 * @param database the name of the database
	 */
	record GetDatabase(String database) implements CatalogQuery {

		public GetDatabase {
			Names.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetDatabase(this);
		}

	}

	/**
	 * One table.
	 *
	 * @param table the name of the table
	 * @param database where, or {@code null} if the name says it
	 */
	record GetTable(String table, @Nullable String database) implements CatalogQuery {

		public GetTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetTable(this);
		}

	}

	/**
	 * One function.
	 *
	 * @param function the name of the function
	 * @param database where, or {@code null} if the name says it
	 */
	record GetFunction(String function, @Nullable String database) implements CatalogQuery {

		public GetFunction {
			Names.check("function", function);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetFunction(this);
		}

	}

	/**
	 * Whether there is such a database.
	 *
	 * @param database the name of the database
	 */
	record DatabaseExists(String database) implements CatalogQuery {

		public DatabaseExists {
			Names.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDatabaseExists(this);
		}

	}

	/**
	 * Whether there is such a table or view.
	 *
	 * @param table the name of the table
	 * @param database where, or {@code null} if the name says it
	 */
	record TableExists(String table, @Nullable String database) implements CatalogQuery {

		public TableExists {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTableExists(this);
		}

	}

	/**
	 * Whether there is such a function.
	 *
	 * @param function the name of the function
	 * @param database where, or {@code null} if the name says it
	 */
	record FunctionExists(String function, @Nullable String database) implements CatalogQuery {

		public FunctionExists {
			Names.check("function", function);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitFunctionExists(this);
		}

	}

	/**
	 * Whether a table is kept in the cache.
	 *
	 * @param table the name of the table
	 */
	record IsCached(String table) implements CatalogQuery {

		public IsCached {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitIsCached(this);
		}

	}

	/**
	 * The properties of a table. Known to servers from Spark 4.2 on.
	 *
	 * @param table the name of the table
	 */
	record GetTableProperties(String table) implements CatalogQuery {

		public GetTableProperties {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetTableProperties(this);
		}

	}

	/**
	 * The statement that would create a table. Known to servers from Spark 4.2 on.
	 *
	 * @param table the name of the table
	 * @param asSerde whether to write it for Hive
	 */
	record GetCreateTableString(String table, boolean asSerde) implements CatalogQuery {

		public GetCreateTableString {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitGetCreateTableString(this);
		}

	}

	/**
	 * One method for each question.
	 *
	 * @param <R> what the methods return
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
