package io.sparkex;

import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.LayoutBuilder;
import io.sparkex.internal.plan.OptionsBuilder;
import io.sparkex.internal.plan.SaveTarget;
import io.sparkex.internal.plan.Write;
import io.sparkex.internal.query.QueryExecution;

/**
 * Describes how a frame is written to files, a table or another target, from
 * {@link DataFrame#write()}. Paths are those of the server, not of this machine.
 * <p>
 * The methods that return nothing write: each runs the frame once, waits until all is
 * written, and throws what {@link DataFrame} terminals throw. A writer changes as its
 * methods are called. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class DataFrameWriter {

	private final QueryExecution query;

	private final OptionsBuilder options = new OptionsBuilder();

	private final LayoutBuilder layout = new LayoutBuilder();

	private SaveMode mode = SaveMode.ErrorIfExists;

	private @Nullable String format;

	private boolean schemaEvolution;

	DataFrameWriter(QueryExecution query) {
		this.query = query;
	}

	/**
	 * Chooses the format; without it the server takes its default, which is Parquet
	 * unless configured otherwise.
	 * @param source a name such as {@code csv}, or a class of the server
	 * @return this writer
	 */
	public DataFrameWriter format(String source) {
		this.format = source;
		return this;
	}

	/**
	 * Chooses what happens where there is something already; without it the write fails.
	 * @param saveMode the mode
	 * @return this writer
	 */
	public DataFrameWriter mode(SaveMode saveMode) {
		this.mode = saveMode;
		return this;
	}

	/**
	 * Chooses what happens where there is something already; without it the write fails.
	 * @param saveMode {@code append}, {@code overwrite}, {@code ignore}, or one of
	 * {@code error}, {@code errorifexists} and {@code default}, in any case
	 * @return this writer
	 * @throws IllegalArgumentException for another mode
	 */
	public DataFrameWriter mode(String saveMode) {
		return mode(SaveMode.of(saveMode));
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, String value) {
		this.options.put(key, value);
		return this;
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, boolean value) {
		return option(key, Boolean.toString(value));
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, long value) {
		return option(key, Long.toString(value));
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, double value) {
		return option(key, Double.toString(value));
	}

	/**
	 * Sets options of the format.
	 * @param options values by the names of the options
	 * @return this writer
	 */
	public DataFrameWriter options(Map<String, String> options) {
		options.forEach(this::option);
		return this;
	}

	/**
	 * Gives each combination of values of some columns a folder of its own.
	 * @param colNames the columns, from the outer to the inner folder
	 * @return this writer
	 * @throws IllegalStateException after {@link #clusterBy(String, String...)}
	 */
	public DataFrameWriter partitionBy(String... colNames) {
		this.layout.partitionBy(colNames);
		return this;
	}

	/**
	 * Spreads the rows over buckets by the hash of some columns. Only
	 * {@link #saveAsTable(String)} can do so.
	 * @param numBuckets the count of buckets, at least 1
	 * @param colName the first column
	 * @param colNames further columns
	 * @return this writer
	 * @throws IllegalArgumentException if the count is not positive
	 * @throws IllegalStateException after {@link #clusterBy(String, String...)}
	 */
	public DataFrameWriter bucketBy(int numBuckets, String colName, String... colNames) {
		this.layout.bucketBy(numBuckets, colName, colNames);
		return this;
	}

	/**
	 * Sorts the rows within each bucket; needs {@link #bucketBy(int, String, String...)}.
	 * @param colName the first column
	 * @param colNames further columns
	 * @return this writer
	 */
	public DataFrameWriter sortBy(String colName, String... colNames) {
		this.layout.sortBy(colName, colNames);
		return this;
	}

	/**
	 * Keeps rows together by the values of some columns, in a format that can.
	 * @param colName the first column
	 * @param colNames further columns
	 * @return this writer
	 * @throws IllegalStateException after {@link #partitionBy(String...)} or
	 * {@link #bucketBy(int, String, String...)}
	 */
	public DataFrameWriter clusterBy(String colName, String... colNames) {
		this.layout.clusterBy(colName, colNames);
		return this;
	}

	/**
	 * Lets the target take on the columns and the wider types that the frame has and it
	 * has not, in a format that can.
	 * @return this writer, whose write is refused by an
	 * {@link io.sparkex.errors.UnsupportedException} where the server is older than Spark
	 * 4.2
	 */
	public DataFrameWriter withSchemaEvolution() {
		this.schemaEvolution = true;
		return this;
	}

	/**
	 * Writes to a target that the options describe.
	 * @throws IllegalStateException if buckets were asked for
	 */
	public void save() {
		this.layout.checkNoBuckets("save()");
		write(null);
	}

	/**
	 * Writes files into a folder.
	 * @param path the folder, created if need be
	 * @throws IllegalStateException if buckets were asked for
	 */
	public void save(String path) {
		this.layout.checkNoBuckets("save()");
		write(new SaveTarget(SaveTarget.Kind.PATH, path));
	}

	/**
	 * Writes to a table and creates it if need be. To a table that exists, rows are added
	 * by the names of the columns.
	 * @param tableName the name, which may be qualified
	 * @throws IllegalStateException if sorting was asked for without buckets
	 */
	public void saveAsTable(String tableName) {
		write(new SaveTarget(SaveTarget.Kind.TABLE, tableName));
	}

	/**
	 * Writes to a table that exists, by the position of the columns and not their names.
	 * Adds the rows, or replaces those that are there in the mode
	 * {@link SaveMode#Overwrite}; other modes count as {@link SaveMode#Append}.
	 * @param tableName the name, which may be qualified
	 * @throws IllegalStateException if partitions, buckets or clustering were asked for,
	 * which the table has decided already
	 */
	public void insertInto(String tableName) {
		this.layout.checkNone("insertInto()");
		write(new SaveTarget(SaveTarget.Kind.EXISTING_TABLE, tableName));
	}

	/**
	 * Writes to a table of another database, through a driver that the server has.
	 * @param url the URL of the database
	 * @param table the name of the table
	 * @param connectionProperties options over those set before, such as {@code user},
	 * {@code password} and {@code driver}
	 * @throws IllegalStateException if partitions, buckets or clustering were asked for
	 */
	public void jdbc(String url, String table, Properties connectionProperties) {
		this.layout.checkNone("jdbc()");
		connectionProperties.stringPropertyNames()
			.forEach((key) -> option(key, connectionProperties.getProperty(key, "")));
		saveJdbc(url, table);
	}

	/**
	 * Writes to a table of another database, through a driver that the server has.
	 * @param url the URL of the database
	 * @param table the name of the table
	 * @param connectionProperties options over those set before, such as {@code user},
	 * {@code password} and {@code driver}
	 * @throws IllegalStateException if partitions, buckets or clustering were asked for
	 */
	public void jdbc(String url, String table, Map<String, String> connectionProperties) {
		this.layout.checkNone("jdbc()");
		options(connectionProperties);
		saveJdbc(url, table);
	}

	private void saveJdbc(String url, String table) {
		option("url", url).option("dbtable", table).format("jdbc").save();
	}

	/**
	 * Writes CSV files, without a header unless the option {@code header} is set.
	 * @param path the folder
	 */
	public void csv(String path) {
		format("csv").save(path);
	}

	/**
	 * Writes JSON files, of one object a line.
	 * @param path the folder
	 */
	public void json(String path) {
		format("json").save(path);
	}

	/**
	 * Writes Parquet files.
	 * @param path the folder
	 */
	public void parquet(String path) {
		format("parquet").save(path);
	}

	/**
	 * Writes ORC files.
	 * @param path the folder
	 */
	public void orc(String path) {
		format("orc").save(path);
	}

	/**
	 * Writes text files, of one row a line; the frame has just one column, of text.
	 * @param path the folder
	 */
	public void text(String path) {
		format("text").save(path);
	}

	/**
	 * Writes XML files, of one element a row, named by the option {@code rowTag}.
	 * @param path the folder
	 */
	public void xml(String path) {
		format("xml").save(path);
	}

	private void write(@Nullable SaveTarget target) {
		Write.Save write = new Write.Save(this.query.relation(), this.format, target, this.mode.mode(),
				this.layout.build(), this.options.values(), this.schemaEvolution);
		this.query.run(write);
	}

}
