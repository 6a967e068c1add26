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
 * Describes how a frame is written to a table of a catalog, from
 * {@link DataFrame#writeTo(String)}. Columns meet those of the table by name.
 * <p>
 * The methods that return nothing write: each runs the frame once, waits until all is
 * written, and throws an {@link io.sparkex.errors.AnalysisException} if there is a table
 * where none should be, or none where one should. Not every table can do all of it. A
 * writer changes as its methods are called. Not thread-safe.
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
	 * Chooses the format of a table to be created.
	 * @param provider a name such as {@code parquet} or {@code iceberg}
	 * @return this writer
	 */
	public DataFrameWriterV2 using(String provider) {
		this.provider = provider;
		return this;
	}

	/**
	 * Sets an option of the write.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, String value) {
		this.options.put(key, value);
		return this;
	}

	/**
	 * Sets an option of the write.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, boolean value) {
		return option(key, Boolean.toString(value));
	}

	/**
	 * Sets an option of the write.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, long value) {
		return option(key, Long.toString(value));
	}

	/**
	 * Sets an option of the write.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriterV2 option(String key, double value) {
		return option(key, Double.toString(value));
	}

	/**
	 * Sets options of the write.
	 * @param options values by the names of the options
	 * @return this writer
	 */
	public DataFrameWriterV2 options(Map<String, String> options) {
		options.forEach(this::option);
		return this;
	}

	/**
	 * Sets a property of a table to be created.
	 * @param property the name of the property
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriterV2 tableProperty(String property, String value) {
		this.properties.put(property, value);
		return this;
	}

	/**
	 * Partitions a table to be created.
	 * @param column the first column, or a transform of one such as
	 * {@code years(col("ts"))}
	 * @param columns further ones
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
	 * Keeps rows of a table to be created together by the values of some columns.
	 * @param colName the first column
	 * @param colNames further columns
	 * @return this writer
	 * @throws IllegalStateException after {@link #partitionedBy(Column, Column...)}
	 */
	public DataFrameWriterV2 clusterBy(String colName, String... colNames) {
		this.clustering = Stream.concat(Stream.of(colName), Stream.of(colNames)).toList();
		checkClustering();
		return this;
	}

	private void checkClustering() {
		if (!this.clustering.isEmpty() && !this.partitioning.isEmpty()) {
			throw new IllegalStateException("clusterBy() does not go with partitionedBy(); choose one");
		}
	}

	/**
	 * Lets the table take on the columns and the wider types that the frame has and it
	 * has not, if it can.
	 * @return this writer, whose write is refused by an
	 * {@link io.sparkex.errors.UnsupportedException} where the server is older than Spark
	 * 4.2
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
	 * Replaces the table, which must exist: its rows, columns and properties.
	 */
	public void replace() {
		write(Write.ToTable.Mode.REPLACE, null);
	}

	/**
	 * Replaces the table if there is one, or else creates it.
	 */
	public void createOrReplace() {
		write(Write.ToTable.Mode.CREATE_OR_REPLACE, null);
	}

	/**
	 * Adds the rows to the table, which must exist.
	 */
	public void append() {
		write(Write.ToTable.Mode.APPEND, null);
	}

	/**
	 * Replaces some rows of the table, which must exist, by all of the frame. Rows of the
	 * frame are written even if they do not meet the condition.
	 * @param condition which rows of the table to replace
	 */
	public void overwrite(ColumnLike condition) {
		write(Write.ToTable.Mode.OVERWRITE, condition.toColumn().expression());
	}

	/**
	 * Replaces those partitions of the table, which must exist, that the frame has rows
	 * for.
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
