package io.sparkex;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.OptionsBuilder;
import io.sparkex.internal.plan.TableDefinition;
import io.sparkex.internal.plan.Write;
import io.sparkex.internal.query.QueryExecution;

/**
 * Writer that saves a DataFrame to a table of a catalog (DataSource V2), from
 * {@link DataFrame#writeTo(String)}. Columns are matched by name.
 * <p>
 * Methods that configure the writer change it and return it. Methods that return nothing
 * are actions: each runs the query once, waits until all data is written, and throws an
 * {@link io.sparkex.errors.AnalysisException} if the table exists but must not, or does
 * not exist but must. Tables need not support all actions. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class DataFrameWriterV2 {

	private final QueryExecution query;

	private final String table;

	private final OptionsBuilder options = new OptionsBuilder();

	private final OptionsBuilder properties = new OptionsBuilder();

	private @Nullable String provider;

	private List<Expression> partitioning = List.of();

	private List<String> clustering = List.of();

	private boolean schemaEvolution;

	DataFrameWriterV2(QueryExecution query, String table) {
		this.query = query;
		this.table = table;
	}

	/**
	 * Sets the provider (format) of a table that is created.
	 * @param provider the provider, such as {@code parquet} or {@code iceberg}
	 * @return this writer
	 */
	public DataFrameWriterV2 using(String provider) {
		this.provider = provider;
		return this;
	}

	/**
	 * Sets a write option.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, String value) {
		this.options.put(key, value);
		return this;
	}

	/**
	 * Sets a write option.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, boolean value) {
		return option(key, Boolean.toString(value));
	}

	/**
	 * Sets a write option.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, long value) {
		return option(key, Long.toString(value));
	}

	/**
	 * Sets a write option.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, double value) {
		return option(key, Double.toString(value));
	}

	/**
	 * Sets several write options.
	 * @param options the values by option name
	 * @return this writer
	 */
	public DataFrameWriterV2 options(Map<String, String> options) {
		options.forEach(this::option);
		return this;
	}

	/**
	 * Sets a property of a table that is created.
	 * @param property the property name
	 * @param value the property value
	 * @return this writer
	 */
	public DataFrameWriterV2 tableProperty(String property, String value) {
		this.properties.put(property, value);
		return this;
	}

	/**
	 * Sets the partitioning of a table that is created.
	 * @param column the first partition column, or a transform such as
	 * {@code years(col("ts"))}
	 * @param columns further partition columns or transforms
	 * @return this writer
	 * @throws IllegalStateException after {@link #clusterBy(String, String...)}
	 */
	public DataFrameWriterV2 partitionedBy(ColumnLike column, ColumnLike... columns) {
		this.partitioning = Stream.concat(Stream.of(column), Stream.of(columns))
			.map((each) -> each.toColumn().expression())
			.toList();
		checkClustering();
		return this;
	}

	/**
	 * Sets the clustering of a table that is created.
	 * @param colName the name of the first clustering column
	 * @param colNames the names of further clustering columns
	 * @return this writer
	 * @throws IllegalStateException after
	 * {@link #partitionedBy(ColumnLike, ColumnLike...)}
	 */
	public DataFrameWriterV2 clusterBy(String colName, String... colNames) {
		this.clustering = Stream.concat(Stream.of(colName), Stream.of(colNames)).toList();
		checkClustering();
		return this;
	}

	private void checkClustering() {
		if (!this.clustering.isEmpty() && !this.partitioning.isEmpty()) {
			throw new IllegalStateException("clusterBy() cannot be combined with partitionedBy(); choose one");
		}
	}

	/**
	 * Enables schema evolution: new columns and wider types of this DataFrame are added
	 * to the table, if it supports it. Requires Spark 4.2 or later.
	 * @return this writer; the write throws an
	 * {@link io.sparkex.errors.UnsupportedException} if the server runs an older version
	 */
	public DataFrameWriterV2 withSchemaEvolution() {
		this.schemaEvolution = true;
		return this;
	}

	/**
	 * Creates the table, which must not exist, and writes the rows to it.
	 */
	public void create() {
		write(Write.ToTable.Mode.CREATE, null);
	}

	/**
	 * Replaces the rows, schema and properties of the table, which must exist.
	 */
	public void replace() {
		write(Write.ToTable.Mode.REPLACE, null);
	}

	/**
	 * Creates the table, or replaces it if it exists.
	 */
	public void createOrReplace() {
		write(Write.ToTable.Mode.CREATE_OR_REPLACE, null);
	}

	/**
	 * Appends the rows to the table, which must exist.
	 */
	public void append() {
		write(Write.ToTable.Mode.APPEND, null);
	}

	/**
	 * Replaces the rows of the table that match a condition by all rows of this
	 * DataFrame. Rows of this DataFrame are written even if they do not match the
	 * condition. The table must exist.
	 * @param condition the condition on rows of the table
	 */
	public void overwrite(ColumnLike condition) {
		write(Write.ToTable.Mode.OVERWRITE, condition.toColumn().expression());
	}

	/**
	 * Replaces all partitions of the table for which this DataFrame has rows (dynamic
	 * partition overwrite). The table must exist.
	 */
	public void overwritePartitions() {
		write(Write.ToTable.Mode.OVERWRITE_PARTITIONS, null);
	}

	private void write(Write.ToTable.Mode mode, @Nullable Expression condition) {
		Write.ToTable write = new Write.ToTable(this.query.relation(), this.table, mode, condition,
				new TableDefinition(this.provider, this.partitioning, this.clustering, this.properties.values()),
				this.options.values(), this.schemaEvolution);
		this.query.run(write);
	}

}
