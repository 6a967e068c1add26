package io.sparkex.internal.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.storage.StorageLevel;
import io.sparkex.types.StructType;

/**
 * Operators that modify the catalog or the cache. Each execution repeats the
 * modification.
 *
 * @since 0.1.0
 */
public sealed interface CatalogChange extends Operator {

	@Override
	default List<Relation> inputs() {
		return List.of();
	}

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitCatalogChange(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that sets the current database.
	 *
	 * @param database the name of the database
	 */
	record SetCurrentDatabase(String database) implements CatalogChange {

		public SetCurrentDatabase {
			NameChecks.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetCurrentDatabase(this);
		}

	}

	/**
	 * Operator that sets the current catalog.
	 *
	 * @param catalog the name of the catalog
	 */
	record SetCurrentCatalog(String catalog) implements CatalogChange {

		public SetCurrentCatalog {
			NameChecks.check("catalog", catalog);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetCurrentCatalog(this);
		}

	}

	/**
	 * Operator that creates a table over existing files.
	 *
	 * @param table the name of the table
	 * @param path the location of the files, or {@code null} for a managed table
	 * @param source the data source format, or {@code null} for the default
	 * @param schema the columns, or {@code null} to infer them from the files
	 * @param options the options of the data source
	 */
	record CreateExternalTable(String table, @Nullable String path, @Nullable String source,
			@Nullable StructType schema, Map<String, String> options) implements CatalogChange {

		public CreateExternalTable {
			NameChecks.check("table", table);
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateExternalTable(this);
		}

	}

	/**
	 * Operator that creates a table.
	 *
	 * @param table the name of the table
	 * @param path the location of the files, or {@code null} for a managed table
	 * @param source the data source format, or {@code null} for the default
	 * @param description a comment, or {@code null}
	 * @param schema the columns, or {@code null} to infer them from the files
	 * @param options the options of the data source
	 */
	record CreateTable(String table, @Nullable String path, @Nullable String source, @Nullable String description,
			@Nullable StructType schema, Map<String, String> options) implements CatalogChange {

		public CreateTable {
			NameChecks.check("table", table);
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateTable(this);
		}

	}

	/**
	 * Operator that drops a temporary view.
	 *
	 * @param view the name of the view
	 */
	record DropTempView(String view) implements CatalogChange {

		public DropTempView {
			NameChecks.check("view", view);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropTempView(this);
		}

	}

	/**
	 * Operator that drops a global temporary view.
	 *
	 * @param view the name of the view, without its database
	 */
	record DropGlobalTempView(String view) implements CatalogChange {

		public DropGlobalTempView {
			NameChecks.check("view", view);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropGlobalTempView(this);
		}

	}

	/**
	 * Operator that recovers the partitions of a table from its directory.
	 *
	 * @param table the name of the table
	 */
	record RecoverPartitions(String table) implements CatalogChange {

		public RecoverPartitions {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRecoverPartitions(this);
		}

	}

	/**
	 * Operator that caches a table.
	 *
	 * @param table the name of the table
	 * @param storageLevel the storage level, or {@code null} for the default
	 */
	record CacheTable(String table, @Nullable StorageLevel storageLevel) implements CatalogChange {

		public CacheTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCacheTable(this);
		}

	}

	/**
	 * Operator that removes a table from the cache.
	 *
	 * @param table the name of the table
	 */
	record UncacheTable(String table) implements CatalogChange {

		public UncacheTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitUncacheTable(this);
		}

	}

	/**
	 * Operator that removes all tables from the cache.
	 */
	record ClearCache() implements CatalogChange {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitClearCache(this);
		}

	}

	/**
	 * Operator that invalidates and refreshes the cached metadata and data of a table.
	 *
	 * @param table the name of the table
	 */
	record RefreshTable(String table) implements CatalogChange {

		public RefreshTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRefreshTable(this);
		}

	}

	/**
	 * Operator that invalidates and refreshes the cached metadata and data of files under
	 * a path.
	 *
	 * @param path a directory or file
	 */
	record RefreshByPath(String path) implements CatalogChange {

		public RefreshByPath {
			NameChecks.check("path", path);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRefreshByPath(this);
		}

	}

	/**
	 * Operator that drops a table. Requires Spark 4.2 or later.
	 *
	 * @param table the name of the table
	 * @param ifExists {@code true} to ignore a missing table
	 * @param purge {@code true} to delete the files at once
	 */
	record DropTable(String table, boolean ifExists, boolean purge) implements CatalogChange {

		public DropTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropTable(this);
		}

	}

	/**
	 * Operator that drops a persistent view. Requires Spark 4.2 or later.
	 *
	 * @param view the name of the view
	 * @param ifExists {@code true} to ignore a missing view
	 */
	record DropView(String view, boolean ifExists) implements CatalogChange {

		public DropView {
			NameChecks.check("view", view);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropView(this);
		}

	}

	/**
	 * Operator that creates a database. Requires Spark 4.2 or later.
	 *
	 * @param database the name of the database
	 * @param ifNotExists {@code true} to ignore an existing database
	 * @param properties the properties of the database
	 */
	record CreateDatabase(String database, boolean ifNotExists,
			Map<String, String> properties) implements CatalogChange {

		public CreateDatabase {
			NameChecks.check("database", database);
			properties = Options.copyOf(properties);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateDatabase(this);
		}

	}

	/**
	 * Operator that drops a database. Requires Spark 4.2 or later.
	 *
	 * @param database the name of the database
	 * @param ifExists {@code true} to ignore a missing database
	 * @param cascade {@code true} to drop its tables, too
	 */
	record DropDatabase(String database, boolean ifExists, boolean cascade) implements CatalogChange {

		public DropDatabase {
			NameChecks.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropDatabase(this);
		}

	}

	/**
	 * Operator that truncates a table. Requires Spark 4.2 or later.
	 *
	 * @param table the name of the table
	 */
	record TruncateTable(String table) implements CatalogChange {

		public TruncateTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTruncateTable(this);
		}

	}

	/**
	 * Operator that computes the statistics of a table. Requires Spark 4.2 or later.
	 *
	 * @param table the name of the table
	 * @param noScan {@code true} to collect only the size in bytes, without scanning the
	 * table
	 */
	record AnalyzeTable(String table, boolean noScan) implements CatalogChange {

		public AnalyzeTable {
			NameChecks.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAnalyzeTable(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitSetCurrentDatabase(SetCurrentDatabase change);

		R visitSetCurrentCatalog(SetCurrentCatalog change);

		R visitCreateExternalTable(CreateExternalTable change);

		R visitCreateTable(CreateTable change);

		R visitDropTempView(DropTempView change);

		R visitDropGlobalTempView(DropGlobalTempView change);

		R visitRecoverPartitions(RecoverPartitions change);

		R visitCacheTable(CacheTable change);

		R visitUncacheTable(UncacheTable change);

		R visitClearCache(ClearCache change);

		R visitRefreshTable(RefreshTable change);

		R visitRefreshByPath(RefreshByPath change);

		R visitDropTable(DropTable change);

		R visitDropView(DropView change);

		R visitCreateDatabase(CreateDatabase change);

		R visitDropDatabase(DropDatabase change);

		R visitTruncateTable(TruncateTable change);

		R visitAnalyzeTable(AnalyzeTable change);

	}

}
