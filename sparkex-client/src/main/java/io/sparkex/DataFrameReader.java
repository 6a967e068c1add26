package io.sparkex;

import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.OptionsBuilder;
import io.sparkex.internal.plan.Reshaping;
import io.sparkex.internal.plan.Source;
import io.sparkex.internal.plan.TextFormat;
import io.sparkex.types.DataType;
import io.sparkex.types.StructType;

/**
 * Reader that loads a DataFrame from files or other data sources, from
 * {@link SparkSession#read()}. Paths are resolved on the server, not on the client.
 * <p>
 * Methods that configure the reader change it and return it. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class DataFrameReader {

	private final SparkSession session;

	private @Nullable String format;

	private @Nullable String schema;

	private @Nullable StructType schemaType;

	private final OptionsBuilder options = new OptionsBuilder();

	DataFrameReader(SparkSession session) {
		this.session = session;
	}

	/**
	 * Sets the format of the data source.
	 * @param source a short name such as {@code csv}, or a class name on the server
	 * @return this reader
	 */
	public DataFrameReader format(String source) {
		this.format = source;
		return this;
	}

	/**
	 * Sets the schema of the input. Sources that would otherwise infer the schema skip
	 * that step.
	 * @param schema the schema
	 * @return this reader
	 */
	public DataFrameReader schema(StructType schema) {
		this.schema = schema.toDDL();
		this.schemaType = schema;
		return this;
	}

	/**
	 * Sets the schema of the input as DDL. Sources that would otherwise infer the schema
	 * skip that step.
	 * @param schemaString the schema as DDL, such as {@code id INT, name STRING}
	 * @return this reader
	 */
	public DataFrameReader schema(String schemaString) {
		this.schema = schemaString;
		this.schemaType = null;
		return this;
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this reader
	 */
	public DataFrameReader option(String key, String value) {
		this.options.put(key, value);
		return this;
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this reader
	 */
	public DataFrameReader option(String key, boolean value) {
		return option(key, Boolean.toString(value));
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this reader
	 */
	public DataFrameReader option(String key, long value) {
		return option(key, Long.toString(value));
	}

	/**
	 * Sets an option of the data source.
	 * @param key the option name, case-insensitive
	 * @param value the option value
	 * @return this reader
	 */
	public DataFrameReader option(String key, double value) {
		return option(key, Double.toString(value));
	}

	/**
	 * Sets several options of the data source.
	 * @param options the values by option name
	 * @return this reader
	 */
	public DataFrameReader options(Map<String, String> options) {
		options.forEach(this::option);
		return this;
	}

	/**
	 * Loads a source that has no path.
	 * @return the DataFrame
	 */
	public DataFrame load() {
		return load(new String[0]);
	}

	/**
	 * Loads the files of a path.
	 * @param path the path of a file or directory, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame load(String path) {
		return load(new String[] { path });
	}

	/**
	 * Loads the files of several paths.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame load(String... paths) {
		return this.session.dataFrame(source(List.of(paths), List.of()));
	}

	/**
	 * Loads a table or view.
	 * @param tableName the table name, which may be qualified
	 * @return the DataFrame
	 * @throws IllegalArgumentException if a schema is set
	 */
	public DataFrame table(String tableName) {
		rejectSchema("A table");
		return this.session.dataFrame(new Source.NamedTable(tableName, this.options.values()));
	}

	/**
	 * Loads the change data feed of a table. The options {@code startingVersion},
	 * {@code startingTimestamp}, {@code endingVersion} and {@code endingTimestamp} select
	 * the range of changes. Requires Spark 4.2 or later.
	 * @param tableName the table name, which may be qualified
	 * @return the DataFrame, with the columns of the table and columns that describe the
	 * change
	 * @throws IllegalArgumentException if a schema is set
	 */
	public DataFrame changes(String tableName) {
		rejectSchema("The changes of a table");
		return this.session.dataFrame(new Source.Changes(tableName, this.options.values()));
	}

	/**
	 * Loads a database table with JDBC. The server must have the driver.
	 * @param url the JDBC URL
	 * @param table the table name, or a query in parentheses with an alias
	 * @param properties connection properties that override options set before, such as
	 * {@code user}, {@code password} and {@code driver}
	 * @return the DataFrame
	 */
	public DataFrame jdbc(String url, String table, Properties properties) {
		return forJdbc(url, table, properties).load();
	}

	/**
	 * Loads a database table with JDBC in parallel, partitioned by a column. The bounds
	 * only define how the rows are divided; all rows are read.
	 * @param url the JDBC URL
	 * @param table the table name, or a query in parentheses with an alias
	 * @param columnName the partition column, of a numeric, date or timestamp type
	 * @param lowerBound the lower bound of the partition stride
	 * @param upperBound the upper bound of the partition stride
	 * @param numPartitions the maximum number of partitions
	 * @param connectionProperties connection properties that override options set before
	 * @return the DataFrame
	 */
	public DataFrame jdbc(String url, String table, String columnName, long lowerBound, long upperBound,
			int numPartitions, Properties connectionProperties) {
		return forJdbc(url, table, connectionProperties).option("partitionColumn", columnName)
			.option("lowerBound", lowerBound)
			.option("upperBound", upperBound)
			.option("numPartitions", numPartitions)
			.load();
	}

	/**
	 * Loads a database table with JDBC, with one partition for each predicate.
	 * @param url the JDBC URL
	 * @param table the table name, or a query in parentheses with an alias
	 * @param predicates conditions in the SQL of the database; a row that meets two of
	 * them is read twice
	 * @param connectionProperties connection properties that override options set before
	 * @return the DataFrame
	 */
	public DataFrame jdbc(String url, String table, String[] predicates, Properties connectionProperties) {
		DataFrameReader reader = forJdbc(url, table, connectionProperties);
		return this.session.dataFrame(reader.source(List.of(), List.of(predicates)));
	}

	private DataFrameReader forJdbc(String url, String table, Properties properties) {
		rejectSchema("A table of a database");
		properties.stringPropertyNames().forEach((key) -> option(key, properties.getProperty(key, "")));
		return option("url", url).option("dbtable", table).format("jdbc");
	}

	private Source.DataSource source(List<String> paths, List<String> predicates) {
		return new Source.DataSource(this.format, this.schema, this.options.values(), paths, predicates);
	}

	private void rejectSchema(String what) {
		if (this.schema != null) {
			throw new IllegalArgumentException(what + " has its own schema; remove the call of schema()");
		}
	}

	/**
	 * Loads CSV files. Without a header or schema, the columns are named _c0, _c1 and so
	 * on.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame csv(String... paths) {
		return format("csv").load(paths);
	}

	/**
	 * Loads newline-delimited JSON files, with one object a line.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame json(String... paths) {
		return format("json").load(paths);
	}

	/**
	 * Loads Parquet files.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame parquet(String... paths) {
		return format("parquet").load(paths);
	}

	/**
	 * Loads ORC files.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame orc(String... paths) {
		return format("orc").load(paths);
	}

	/**
	 * Loads text files. Each line becomes a row with a string column named {@code value}.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame text(String... paths) {
		return format("text").load(paths);
	}

	/**
	 * Loads text files, as {@link #text(String...)} does.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 * @throws IllegalArgumentException if a schema is set
	 */
	public DataFrame textFile(String... paths) {
		rejectSchema("A text file");
		return text(paths);
	}

	/**
	 * Loads XML files. Each element that the option {@code rowTag} names becomes a row.
	 * @param paths the paths of files or directories, which may contain wildcards
	 * @return the DataFrame
	 */
	public DataFrame xml(String... paths) {
		return format("xml").load(paths);
	}

	/**
	 * Parses a string column with one line of CSV in each row.
	 * @param csvDataset a DataFrame with a single string column
	 * @return the DataFrame
	 */
	public DataFrame csv(DataFrame csvDataset) {
		return parse(csvDataset, TextFormat.CSV);
	}

	/**
	 * Parses a string column with one JSON object in each row.
	 * @param jsonDataset a DataFrame with a single string column
	 * @return the DataFrame
	 */
	public DataFrame json(DataFrame jsonDataset) {
		return parse(jsonDataset, TextFormat.JSON);
	}

	/**
	 * Parses a string column with one XML element in each row. Requires Spark 4.2 or
	 * later.
	 * @param xmlDataset a DataFrame with a single string column
	 * @return the DataFrame
	 */
	public DataFrame xml(DataFrame xmlDataset) {
		return parse(xmlDataset, TextFormat.XML);
	}

	private DataFrame parse(DataFrame texts, TextFormat format) {
		return this.session.dataFrame(
				new Reshaping.Parse(this.session.relationOf(texts), format, parsedSchema(), this.options.values()));
	}

	/**
	 * Returns the schema as a type. A DDL schema is parsed by the server.
	 */
	private @Nullable DataType parsedSchema() {
		if (this.schema == null || this.schemaType != null) {
			return this.schemaType;
		}
		return this.session.runner().parseDdl(this.schema);
	}

}
