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
 * Describes how a frame is read from files or another source, from
 * {@link SparkSession#read()}. Paths are those of the server, not of this machine.
 * <p>
 * A reader changes as its methods are called. Not thread-safe.
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
	 * Chooses the format.
	 * @param source a name such as {@code csv}, or a class of the server
	 * @return this reader
	 */
	public DataFrameReader format(String source) {
		this.format = source;
		return this;
	}

	/**
	 * Sets the schema, so that the server need not look for it.
	 * @param schema the names and types of the columns
	 * @return this reader
	 */
	public DataFrameReader schema(StructType schema) {
		this.schema = schema.toDDL();
		this.schemaType = schema;
		return this;
	}

	/**
	 * Sets the schema, so that the server need not look for it.
	 * @param schemaString column definitions such as {@code id INT, name STRING}
	 * @return this reader
	 */
	public DataFrameReader schema(String schemaString) {
		this.schema = schemaString;
		this.schemaType = null;
		return this;
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this reader
	 */
	public DataFrameReader option(String key, String value) {
		this.options.put(key, value);
		return this;
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this reader
	 */
	public DataFrameReader option(String key, boolean value) {
		return option(key, Boolean.toString(value));
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this reader
	 */
	public DataFrameReader option(String key, long value) {
		return option(key, Long.toString(value));
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this reader
	 */
	public DataFrameReader option(String key, double value) {
		return option(key, Double.toString(value));
	}

	/**
	 * Sets options of the format.
	 * @param options values by the names of the options
	 * @return this reader
	 */
	public DataFrameReader options(Map<String, String> options) {
		options.forEach(this::option);
		return this;
	}

	/**
	 * Reads a source that needs no path.
	 * @return the frame
	 */
	public DataFrame load() {
		return load(new String[0]);
	}

	/**
	 * Reads a path.
	 * @param path the path of a file or folder, which may have wildcards
	 * @return the frame
	 */
	public DataFrame load(String path) {
		return load(new String[] { path });
	}

	/**
	 * Reads several paths.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame load(String... paths) {
		return this.session.frame(source(List.of(paths), List.of()));
	}

	/**
	 * Reads a table or view.
	 * @param tableName the name, which may be qualified
	 * @return the frame
	 */
	public DataFrame table(String tableName) {
		checkNoSchema("A table");
		return this.session.frame(new Source.NamedTable(tableName, this.options.values()));
	}

	/**
	 * Reads the changes of a table that records them. Which ones, the options say:
	 * {@code startingVersion}, {@code startingTimestamp}, {@code endingVersion},
	 * {@code endingTimestamp}. Needs Spark 4.2 on the server.
	 * @param tableName the name, which may be qualified
	 * @return the frame: the columns of the table, and of what happened to each row
	 */
	public DataFrame changes(String tableName) {
		checkNoSchema("The changes of a table");
		return this.session.frame(new Source.Changes(tableName, this.options.values()));
	}

	/**
	 * Reads a table of another database, through a driver that the server has.
	 * @param url the URL of the database
	 * @param table the name of the table, or a query in parentheses with an alias
	 * @param properties options over those set before, such as {@code user},
	 * {@code password} and {@code driver}
	 * @return the frame
	 */
	public DataFrame jdbc(String url, String table, Properties properties) {
		return forJdbc(url, table, properties).load();
	}

	/**
	 * Reads a table of another database in several partitions at a time, which share the
	 * values of a column. The bounds only say how they are shared; all rows are read.
	 * @param url the URL of the database
	 * @param table the name of the table, or a query in parentheses with an alias
	 * @param columnName a numeric, date or timestamp column
	 * @param lowerBound where the first partition may end
	 * @param upperBound where the last partition may begin
	 * @param numPartitions the most partitions
	 * @param connectionProperties options over those set before
	 * @return the frame
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
	 * Reads a table of another database in one partition for each condition.
	 * @param url the URL of the database
	 * @param table the name of the table, or a query in parentheses with an alias
	 * @param predicates conditions in the SQL of the database, which no row should meet
	 * twice
	 * @param connectionProperties options over those set before
	 * @return the frame
	 */
	public DataFrame jdbc(String url, String table, String[] predicates, Properties connectionProperties) {
		DataFrameReader reader = forJdbc(url, table, connectionProperties);
		return this.session.frame(reader.source(List.of(), List.of(predicates)));
	}

	private DataFrameReader forJdbc(String url, String table, Properties properties) {
		checkNoSchema("A table of a database");
		properties.stringPropertyNames().forEach((key) -> option(key, properties.getProperty(key, "")));
		return option("url", url).option("dbtable", table).format("jdbc");
	}

	private Source.DataSource source(List<String> paths, List<String> predicates) {
		return new Source.DataSource(this.format, this.schema, this.options.values(), paths, predicates);
	}

	private void checkNoSchema(String what) {
		if (this.schema != null) {
			throw new IllegalArgumentException(what + " has its schema; remove the call of schema()");
		}
	}

	/**
	 * Reads CSV files. Without a header or schema the columns are named _c0, _c1 and so
	 * on.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame csv(String... paths) {
		return format("csv").load(paths);
	}

	/**
	 * Reads JSON files, of one object a line.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame json(String... paths) {
		return format("json").load(paths);
	}

	/**
	 * Reads Parquet files.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame parquet(String... paths) {
		return format("parquet").load(paths);
	}

	/**
	 * Reads ORC files.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame orc(String... paths) {
		return format("orc").load(paths);
	}

	/**
	 * Reads text files into a column named value, of one line a row.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame text(String... paths) {
		return format("text").load(paths);
	}

	/**
	 * Reads text files into a column named value, of one line a row.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame textFile(String... paths) {
		checkNoSchema("A text file");
		return text(paths);
	}

	/**
	 * Reads XML files, of one row for each element that the option {@code rowTag} names.
	 * @param paths paths of files or folders, which may have wildcards
	 * @return the frame
	 */
	public DataFrame xml(String... paths) {
		return format("xml").load(paths);
	}

	/**
	 * Parses a column of text, of one line of CSV a row.
	 * @param csvDataset a frame with a single column of text
	 * @return the frame
	 */
	public DataFrame csv(DataFrame csvDataset) {
		return parse(csvDataset, TextFormat.CSV);
	}

	/**
	 * Parses a column of text, of one JSON object a row.
	 * @param jsonDataset a frame with a single column of text
	 * @return the frame
	 */
	public DataFrame json(DataFrame jsonDataset) {
		return parse(jsonDataset, TextFormat.JSON);
	}

	/**
	 * Parses a column of text, of one XML element a row. Needs Spark 4.2 on the server.
	 * @param xmlDataset a frame with a single column of text
	 * @return the frame
	 */
	public DataFrame xml(DataFrame xmlDataset) {
		return parse(xmlDataset, TextFormat.XML);
	}

	private DataFrame parse(DataFrame texts, TextFormat format) {
		return this.session
			.frame(new Reshaping.Parse(this.session.relationOf(texts), format, parsedSchema(), this.options.values()));
	}

	/**
	 * The server parses a schema in DDL, since here the type is needed.
	 */
	private @Nullable DataType parsedSchema() {
		if (this.schema == null || this.schemaType != null) {
			return this.schemaType;
		}
		return this.session.runner().parseDdl(this.schema);
	}

}
