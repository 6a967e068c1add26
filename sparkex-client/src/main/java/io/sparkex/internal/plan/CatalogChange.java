package io.sparkex.internal.plan;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.storage.StorageLevel;
import io.sparkex.types.StructType;

/**
 * Operators that change the catalog or the cache. They run when their rows, if any, are
 * asked for, each time anew.
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
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Names without a database refer to this one from now on.
	 *
	 * @param database the name of the database
	 */
	record SetCurrentDatabase(String database) implements CatalogChange {

		public SetCurrentDatabase {
			Names.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetCurrentDatabase(this);
		}

	}

	/**
	 * Names without a catalog refer to this one from now on.
	 *
	 * @param catalog the name of the catalog
	 */
	record SetCurrentCatalog(String catalog) implements CatalogChange {

		public SetCurrentCatalog {
			Names.check("catalog", catalog);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSetCurrentCatalog(this);
		}

	}

	/**
	 * A table over files that exist already.
	 *
	 * @param table the name of the table
	 * @param path where its files are, or {@code null} for a table that the catalog keeps
	 * @param source its format, or {@code null} for the default
	 * @param schema its columns, or {@code null} to read them from the files
	 * @param options options of the format
	 */
	record CreateExternalTable(String table, @Nullable String path, @Nullable String source,
			@Nullable StructType schema, Map<String, String> options) implements CatalogChange {

		public CreateExternalTable {
			Names.check("table", table);
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateExternalTable(this);
		}

	}

	/**
	 * A new table.
	 *
	 * @param table the name of the table
	 * @param path where its files are, or {@code null} for a table that the catalog keeps
	 * @param source its format, or {@code null} for the default
	 * @param description a comment, or {@code null}
	 * @param schema its columns, or {@code null} to read them from the files
	 * @param options options of the format
	 */
	record CreateTable(String table, @Nullable String path, @Nullable String source, @Nullable String description,
			@Nullable StructType schema, Map<String, String> options) implements CatalogChange {

		public CreateTable {
			Names.check("table", table);
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateTable(this);
		}

	}

	/**
	 * Drops a view of this session.
	 *
	 * @param view the name of the view
	 */
	record DropTempView(String view) implements CatalogChange {

		public DropTempView {
			Names.check("view", view);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropTempView(this);
		}

	}

	/**
	 * Drops a view that all sessions see.
	 *
	 * @param view the name of the view, without its database
	 */
	record DropGlobalTempView(String view) implements CatalogChange {

		public DropGlobalTempView {
			Names.check("view", view);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropGlobalTempView(this);
		}

	}

	/**
	 * Finds the partitions of a table in its folder.
	 *
	 * @param table the name of the table
	 */
	record RecoverPartitions(String table) implements CatalogChange {

		public RecoverPartitions {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRecoverPartitions(this);
		}

	}

	/**
	 * Keeps a table in the cache.
	 *
	 * @param table the name of the table
	 * @param storageLevel where to keep it, or {@code null} for the default
	 */
	record CacheTable(String table, @Nullable StorageLevel storageLevel) implements CatalogChange {

		public CacheTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCacheTable(this);
		}

	}

	/**
	 * Takes a table out of the cache.
	 *
	 * @param table the name of the table
	 */
	record UncacheTable(String table) implements CatalogChange {

		public UncacheTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitUncacheTable(this);
		}

	}

	/**
	 * Takes everything out of the cache.
	 */
	record ClearCache() implements CatalogChange {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitClearCache(this);
		}

	}

	/**
	 * Forgets what is known of the files of a table.
	 *
	 * @param table the name of the table
	 */
	record RefreshTable(String table) implements CatalogChange {

		public RefreshTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRefreshTable(this);
		}

	}

	/**
	 * Forgets what is known of the files under a path.
	 *
	 * @param path a folder or file
	 */
	record RefreshByPath(String path) implements CatalogChange {

		public RefreshByPath {
			Names.check("path", path);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRefreshByPath(this);
		}

	}

	/**
	 * Drops a table. Known to servers from Spark 4.2 on.
	 *
	 * @param table the name of the table
	 * @param ifExists whether it need not exist
	 * @param purge whether the files are deleted at once
	 */
	record DropTable(String table, boolean ifExists, boolean purge) implements CatalogChange {

		public DropTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropTable(this);
		}

	}

	/**
	 * Drops a view that is not temporary. Known to servers from Spark 4.2 on.
	 *
	 * @param view the name of the view
	 * @param ifExists whether it need not exist
	 */
	record DropView(String view, boolean ifExists) implements CatalogChange {

		public DropView {
			Names.check("view", view);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropView(this);
		}

	}

	/**
	 * Creates a database. Known to servers from Spark 4.2 on.
	 *
	 * @param database the name of the database
	 * @param ifNotExists whether it may exist already
	 * @param properties its properties
	 */
	record CreateDatabase(String database, boolean ifNotExists,
			Map<String, String> properties) implements CatalogChange {

		public CreateDatabase {
			Names.check("database", database);
			properties = Options.copyOf(properties);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCreateDatabase(this);
		}

	}

	/**
	 * Drops a database. Known to servers from Spark 4.2 on.
	 *
	 * @param database the name of the database
	 * @param ifExists whether it need not exist
	 * @param cascade whether its tables are dropped with it
	 */
	record DropDatabase(String database, boolean ifExists, boolean cascade) implements CatalogChange {

		public DropDatabase {
			Names.check("database", database);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDropDatabase(this);
		}

	}

	/**
	 * Removes all rows of a table. Known to servers from Spark 4.2 on.
	 *
	 * @param table the name of the table
	 */
	record TruncateTable(String table) implements CatalogChange {

		public TruncateTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTruncateTable(this);
		}

	}

	/**
	 * Computes the statistics of a table. Known to servers from Spark 4.2 on.
	 *
	 * @param table the name of the table
	 * @param noScan whether to count only bytes, and not rows
	 */
	record AnalyzeTable(String table, boolean noScan) implements CatalogChange {

		public AnalyzeTable {
			Names.check("table", table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitAnalyzeTable(this);
		}

	}

	/**
	 * One method for each change.
	 *
	 * @param <R> what the methods return
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
