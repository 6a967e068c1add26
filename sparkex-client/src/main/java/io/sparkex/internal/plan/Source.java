package io.sparkex.internal.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Operators that bring rows into the plan; but for SQL with views, they read no other
 * relation.
 *
 * @since 0.1.0
 */
public sealed interface Source extends Operator {

	@Override
	default List<Relation> inputs() {
		return List.of();
	}

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitSource(this);
	}

	/**
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Numbers from {@code start} up to, but not including, {@code end}.
	 *
	 * @param start the first number
	 * @param end the bound
	 * @param step the distance, not 0
	 * @param partitions the count of partitions, or {@code null} for the server's choice
	 */
	record Range(long start, long end, long step, @Nullable Integer partitions) implements Source {

		public Range {
			if (step == 0) {
				throw new IllegalArgumentException("step must not be 0");
			}
			if (partitions != null && partitions < 1) {
				throw new IllegalArgumentException("partitions must be at least 1 but is " + partitions);
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRange(this);
		}

	}

	/**
	 * A query in SQL with its arguments, named or positional.
	 *
	 * @param query the text
	 * @param named arguments by the name of their parameter
	 * @param positional arguments by position
	 * @param views relations by the name that the text has for them
	 */
	record Sql(String query, Map<String, Expression> named, List<Expression> positional,
			Map<String, Relation> views) implements Source {

		/**
		 * A query that reads only what the catalog has.
		 * @param query the text
		 * @param named arguments by the name of their parameter
		 * @param positional arguments by position
		 */
		public Sql(String query, Map<String, Expression> named, List<Expression> positional) {
			this(query, named, positional, Map.of());
		}

		public Sql {
			if (query.isBlank()) {
				throw new IllegalArgumentException("query must not be blank");
			}
			if (!named.isEmpty() && !positional.isEmpty()) {
				throw new IllegalArgumentException("named and positional arguments cannot be mixed");
			}
			named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
			positional = List.copyOf(positional);
			views.keySet().forEach((name) -> Names.check("view", name));
			views = Collections.unmodifiableMap(new LinkedHashMap<>(views));
		}

		@Override
		public List<Relation> inputs() {
			return List.copyOf(this.views.values());
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSql(this);
		}

	}

	/**
	 * A table or view of the catalog.
	 *
	 * @param identifier the name as SQL writes it, with its dots and back-quotes
	 * @param options options of the read
	 */
	record NamedTable(String identifier, Map<String, String> options) implements Source {

		public NamedTable {
			if (identifier.isBlank()) {
				throw new IllegalArgumentException("identifier must not be blank");
			}
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitNamedTable(this);
		}

	}

	/**
	 * Files, or another source that Spark reads through a format.
	 *
	 * @param format the name of the format, or {@code null} for the server's default
	 * @param schema the schema as DDL or JSON, or {@code null} to infer it
	 * @param options options of the format
	 * @param paths the paths to read
	 * @param predicates for JDBC, a condition in SQL for each partition
	 */
	record DataSource(@Nullable String format, @Nullable String schema, Map<String, String> options, List<String> paths,
			List<String> predicates) implements Source {

		/**
		 * A source without predicates.
		 * @param format the name of the format, or {@code null} for the server's default
		 * @param schema the schema as DDL or JSON, or {@code null} to infer it
		 * @param options options of the format
		 * @param paths the paths to read
		 */
		public DataSource(@Nullable String format, @Nullable String schema, Map<String, String> options,
				List<String> paths) {
			this(format, schema, options, paths, List.of());
		}

		public DataSource {
			options = Options.copyOf(options);
			paths = List.copyOf(paths);
			predicates = List.copyOf(predicates);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDataSource(this);
		}

	}

	/**
	 * A relation that the server has sent in its own encoding, to be sent back as it is.
	 *
	 * @param encoded the bytes of the relation
	 */
	record ServerRelation(byte[] encoded) implements Source {

		public ServerRelation {
			encoded = encoded.clone();
		}

		@Override
		public byte[] encoded() {
			return this.encoded.clone();
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitServerRelation(this);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof ServerRelation that && Arrays.equals(this.encoded, that.encoded);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.encoded);
		}

		@Override
		public String toString() {
			return "ServerRelation[" + this.encoded.length + " bytes]";
		}

	}

	/**
	 * Rows of the program that made the plan.
	 *
	 * @param rows the rows, or {@code null} if there are none
	 * @param schema the schema as DDL or JSON, or {@code null} if that of the rows will
	 * do
	 */
	record LocalData(@Nullable LocalRows rows, @Nullable String schema) implements Source {

		public LocalData {
			if (rows == null && schema == null) {
				throw new IllegalArgumentException("Where there are no rows there must be a schema");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLocalData(this);
		}

	}

	/**
	 * Rows of this program that the server has already.
	 *
	 * @param rows where it has them
	 */
	record CachedLocalData(CachedRows rows) implements Source {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCachedLocalData(this);
		}

	}

	/**
	 * The rows that a function makes.
	 *
	 * @param name the name of the function
	 * @param arguments its arguments
	 */
	record TableFunction(String name, List<Expression> arguments) implements Source {

		public TableFunction {
			arguments = List.copyOf(arguments);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitTableFunction(this);
		}

	}

	/**
	 * A relation that the server keeps, such as a checkpoint.
	 *
	 * @param relationId the id the server gave it
	 */
	record CachedRelation(String relationId) implements Source {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCachedRelation(this);
		}

	}

	/**
	 * The changes of a table. Known to servers from Spark 4.2 on.
	 *
	 * @param identifier the name as SQL writes it
	 * @param options which changes
	 */
	record Changes(String identifier, Map<String, String> options) implements Source {

		public Changes {
			options = Options.copyOf(options);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitChanges(this);
		}

	}

	/**
	 * One method for each source.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitRange(Range range);

		R visitSql(Sql sql);

		R visitNamedTable(NamedTable table);

		R visitDataSource(DataSource source);

		R visitServerRelation(ServerRelation relation);

		R visitLocalData(LocalData data);

		R visitCachedLocalData(CachedLocalData data);

		R visitTableFunction(TableFunction function);

		R visitCachedRelation(CachedRelation relation);

		R visitChanges(Changes changes);

	}

}
