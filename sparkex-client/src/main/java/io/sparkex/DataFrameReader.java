package io.sparkex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.plan.Source;
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

	private final Map<String, String> options = new LinkedHashMap<>();

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
		return this;
	}

	/**
	 * Sets the schema, so that the server need not look for it.
	 * @param schemaString column definitions such as {@code id INT, name STRING}
	 * @return this reader
	 */
	public DataFrameReader schema(String schemaString) {
		this.schema = schemaString;
		return this;
	}

	/**
	 * Sets an option of the format.
	 * @param key the name of the option, in any case
	 * @param value its value
	 * @return this reader
	 */
	public DataFrameReader option(String key, String value) {
		this.options.keySet().removeIf(key::equalsIgnoreCase);
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
		return this.session.frame(new Source.DataSource(this.format, this.schema, this.options, List.of(paths)));
	}

	/**
	 * Reads a table or view.
	 * @param tableName the name, which may be qualified
	 * @return the frame
	 */
	public DataFrame table(String tableName) {
		if (this.schema != null) {
			throw new IllegalArgumentException("A table has its schema; remove the call of schema()");
		}
		return this.session.frame(new Source.NamedTable(tableName, this.options));
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

}
