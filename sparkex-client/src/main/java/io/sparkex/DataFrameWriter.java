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
 * Writer that saves a DataFrame to files, tables or other data sources, from
 * {@link DataFrame#write()}. Paths are resolved on the server, not on the client.
 * <p>
 * Methods that configure the writer change it and return it. Methods that return nothing
 * are actions: each runs the query once, waits until all data is written, and throws a
 * {@link io.sparkex.errors.SparkException} if the write fails. Not thread-safe.
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
	 * Sets the output format. Without it the server uses its default format, which is
	 * Parquet unless configured otherwise.
	 * @param source a short name such as {@code csv}, or a class name on the server
	 * @return this writer
	 */
	public DataFrameWriter format(String source) {
		this.format = source;
		return this;
	}

	/**
	 * Sets the save mode, which applies if the target already exists. The default is
	 * {@link SaveMode#ErrorIfExists}.
	 * @param saveMode the save mode
	 * @return this writer
	 */
	public DataFrameWriter mode(SaveMode saveMode) {
		this.mode = saveMode;
		return this;
	}

	/**
	 * Sets the save mode by name. The default is {@link SaveMode#ErrorIfExists}.
	 * @param saveMode {@code append}, {@code overwrite}, {@code ignore}, {@code error},
	 * {@code errorifexists} or {@code default}, case-insensitive
	 * @return this writer
	 * @throws IllegalArgumentException if the save mode is unknown
	 */
	public DataFrameWriter mode(String saveMode) {
		return mode(SaveMode.of(saveMode));
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, String value) {
		this.options.put(key, value);
		return this;
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, boolean value) {
		return option(key, Boolean.toString(value));
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, long value) {
		return option(key, Long.toString(value));
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this writer
	 */
	public DataFrameWriter option(String key, double value) {
		return option(key, Double.toString(value));
	}

	/**
	 * Sets several options of the data source.
	 * @param options the values by option name
	 * @return this writer
	 */
	public DataFrameWriter options(Map<String, String> options) {
		options.forEach(this::option);
		return this;
	}

	/**
	 * Partitions the output by columns, with a directory for each combination of values.
	 * @param colNames the names of the partition columns, from the outer to the inner
	 * directory
	 * @return this writer
	 * @throws IllegalStateException after {@link #clusterBy(String, String...)}
	 */
	public DataFrameWriter partitionBy(String... colNames) {
		this.layout.partitionBy(colNames);
		return this;
	}

	/**
	 * Distributes the rows over buckets by the hash of columns. Supported by
	 * {@link #saveAsTable(String)} only.
	 * @param numBuckets the number of buckets, at least 1
	 * @param colName the name of the first bucket column
	 * @param colNames the names of further bucket columns
	 * @return this writer
	 * @throws IllegalArgumentException if the number of buckets is not positive
	 * @throws IllegalStateException after {@link #clusterBy(String, String...)}
	 */
	public DataFrameWriter bucketBy(int numBuckets, String colName, String... colNames) {
		this.layout.bucketBy(numBuckets, colName, colNames);
		return this;
	}

	/**
	 * Sorts the rows within each bucket. Requires
	 * {@link #bucketBy(int, String, String...)}.
	 * @param colName the name of the first sort column
	 * @param colNames the names of further sort columns
	 * @return this writer
	 */
	public DataFrameWriter sortBy(String colName, String... colNames) {
		this.layout.sortBy(colName, colNames);
		return this;
	}

	/**
	 * Clusters the output by columns, if the format supports clustering.
	 * @param colName the name of the first clustering column
	 * @param colNames the names of further clustering columns
	 * @return this writer
	 * @throws IllegalStateException after {@link #partitionBy(String...)} or
	 * {@link #bucketBy(int, String, String...)}
	 */
	public DataFrameWriter clusterBy(String colName, String... colNames) {
		this.layout.clusterBy(colName, colNames);
		return this;
	}

	/**
	 * Enables schema evolution: new columns and wider types of this DataFrame are added
	 * to the target, if the format supports it. Requires Spark 4.2 or later.
	 * @return this writer; the write throws an
	 * {@link io.sparkex.errors.UnsupportedException} if the server runs an older version
	 */
	public DataFrameWriter withSchemaEvolution() {
		this.schemaEvolution = true;
		return this;
	}

	/**
	 * Saves the DataFrame to the target that the options describe.
	 * @throws IllegalStateException if buckets are set
	 */
	public void save() {
		this.layout.checkNoBuckets("save()");
		write(null);
	}

	/**
	 * Saves the DataFrame as files of a directory.
	 * @param path the path of the directory, which is created if necessary
	 * @throws IllegalStateException if buckets are set
	 */
	public void save(String path) {
		this.layout.checkNoBuckets("save()");
		write(new SaveTarget(SaveTarget.Kind.PATH, path));
	}

	/**
	 * Saves the DataFrame as a table, which is created if necessary. When rows are added
	 * to an existing table, columns are matched by name.
	 * @param tableName the table name, which may be qualified
	 * @throws IllegalStateException if a sort order is set without buckets
	 */
	public void saveAsTable(String tableName) {
		write(new SaveTarget(SaveTarget.Kind.TABLE, tableName));
	}

	/**
	 * Inserts the rows into an existing table. Columns are matched by position, not by
	 * name. Existing rows are replaced in mode {@link SaveMode#Overwrite}; all other
	 * modes append.
	 * @param tableName the table name, which may be qualified
	 * @throws IllegalStateException if partitions, buckets or clustering are set; the
	 * table defines them
	 */
	public void insertInto(String tableName) {
		this.layout.checkNone("insertInto()");
		write(new SaveTarget(SaveTarget.Kind.EXISTING_TABLE, tableName));
	}

	/**
	 * Saves the DataFrame to a database table with JDBC. The server must have the driver.
	 * @param url the JDBC URL
	 * @param table the name of the table
	 * @param connectionProperties connection properties that override options set before,
	 * such as {@code user}, {@code password} and {@code driver}
	 * @throws IllegalStateException if partitions, buckets or clustering are set
	 */
	public void jdbc(String url, String table, Properties connectionProperties) {
		this.layout.checkNone("jdbc()");
		connectionProperties.stringPropertyNames()
			.forEach((key) -> option(key, connectionProperties.getProperty(key, "")));
		saveJdbc(url, table);
	}

	/**
	 * Saves the DataFrame to a database table with JDBC. The server must have the driver.
	 * @param url the JDBC URL
	 * @param table the name of the table
	 * @param connectionProperties connection properties that override options set before,
	 * such as {@code user}, {@code password} and {@code driver}
	 * @throws IllegalStateException if partitions, buckets or clustering are set
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
	 * Saves the DataFrame as CSV files, without a header unless the option {@code header}
	 * is set.
	 * @param path the path of the directory
	 */
	public void csv(String path) {
		format("csv").save(path);
	}

	/**
	 * Saves the DataFrame as newline-delimited JSON files, with one object a line.
	 * @param path the path of the directory
	 */
	public void json(String path) {
		format("json").save(path);
	}

	/**
	 * Saves the DataFrame as Parquet files.
	 * @param path the path of the directory
	 */
	public void parquet(String path) {
		format("parquet").save(path);
	}

	/**
	 * Saves the DataFrame as ORC files.
	 * @param path the path of the directory
	 */
	public void orc(String path) {
		format("orc").save(path);
	}

	/**
	 * Saves the DataFrame as text files, with one row a line. It must have a single
	 * string column.
	 * @param path the path of the directory
	 */
	public void text(String path) {
		format("text").save(path);
	}

	/**
	 * Saves the DataFrame as XML files, with one element for each row. The option
	 * {@code rowTag} names the elements.
	 * @param path the path of the directory
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
