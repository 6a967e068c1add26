package io.sparkex.internal.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Operators that produce rows. Only SQL with views has inputs.
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
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Range of numbers.
	 *
	 * @param start the first number, inclusive
	 * @param end the end, exclusive
	 * @param step the increment, not 0
	 * @param partitions the number of partitions, or {@code null} for the default of the
	 * server
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
	 * SQL query with named or positional arguments.
	 *
	 * @param query the text
	 * @param named the arguments by parameter name
	 * @param positional the arguments by position
	 * @param views the relations that the text refers to, by name
	 */
	record Sql(String query, Map<String, Expression> named, List<Expression> positional,
			Map<String, Relation> views) implements Source {

		/**
		 * Creates a query without views.
		 * @param query the text
		 * @param named the arguments by parameter name
		 * @param positional the arguments by position
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
			views.keySet().forEach((name) -> NameChecks.check("view", name));
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
	 * Table or view of the catalog.
	 *
	 * @param identifier the name in SQL syntax, with dots and backticks
	 * @param options the read options
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
	 * Files or another data source.
	 *
	 * @param format the name of the format, or {@code null} for the default of the server
	 * @param schema the schema in DDL or JSON, or {@code null} to infer it
	 * @param options the options of the data source
	 * @param paths the paths to read
	 * @param predicates for JDBC, a SQL condition for each partition
	 */
	record DataSource(@Nullable String format, @Nullable String schema, Map<String, String> options, List<String> paths,
			List<String> predicates) implements Source {

		/**
		 * Creates a data source without predicates.
		 * @param format the name of the format, or {@code null} for the default of the
		 * server
		 * @param schema the schema in DDL or JSON, or {@code null} to infer it
		 * @param options the options of the data source
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
	 * Encoded relation that was received from the server and is sent back unchanged.
	 *
	 * @param encoded the relation in the protobuf wire format
	 */
	@SuppressWarnings("ArrayRecordComponent")
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
	 * Local data that is sent within the plan.
	 *
	 * @param rows the rows, or {@code null} if there are none
	 * @param schema the schema in DDL or JSON, or {@code null} to use the schema of the
	 * rows
	 */
	record LocalData(@Nullable LocalRows rows, @Nullable String schema) implements Source {

		public LocalData {
			if (rows == null && schema == null) {
				throw new IllegalArgumentException("a schema is required if there are no rows");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitLocalData(this);
		}

	}

	/**
	 * Local data that was uploaded to the server before.
	 *
	 * @param rows the reference to the uploaded rows
	 */
	record CachedLocalData(CachedRows rows) implements Source {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCachedLocalData(this);
		}

	}

	/**
	 * Table-valued function.
	 *
	 * @param name the name of the function
	 * @param arguments the arguments
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
	 * Relation that is cached on the server, such as a checkpoint.
	 *
	 * @param relationId the id that the server assigned
	 */
	record CachedRelation(String relationId) implements Source {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCachedRelation(this);
		}

	}

	/**
	 * Change data feed of a table. Requires Spark 4.2 or later.
	 *
	 * @param identifier the name of the table in SQL syntax
	 * @param options the options that select the changes
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
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
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
