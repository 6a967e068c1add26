package io.sparkex;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Source;

/**
 * The table-valued functions of Spark, from {@link SparkSession#tvf()}.
 * <p>
 * In {@link DataFrame#lateralJoin(DataFrame)} their arguments can refer to columns of the
 * left side through {@link Column#outer()}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TableValuedFunction {

	private final SparkSession session;

	TableValuedFunction(SparkSession session) {
		this.session = session;
	}

	/**
	 * Calls a table-valued function by name, for example a registered one or one of a
	 * later Spark version.
	 * @param functionName the function name
	 * @param args columns, values, and {@link DataFrame#asTable()} for table arguments
	 * @return the DataFrame
	 */
	public DataFrame call(String functionName, @Nullable Object... args) {
		List<Expression> arguments = new ArrayList<>(args.length);
		for (Object arg : args) {
			arguments.add((arg instanceof TableArg table) ? table.expression() : Column.of(arg).expression());
		}
		return this.session.dataFrame(new Source.TableFunction(functionName, arguments));
	}

	/**
	 * Returns the numbers from 0 (inclusive) to {@code end} (exclusive), in a column
	 * named {@code id}.
	 * @param end the end, exclusive
	 * @return the DataFrame
	 */
	public DataFrame range(long end) {
		return call("range", end);
	}

	/**
	 * Returns the numbers from {@code start} (inclusive) to {@code end} (exclusive), in a
	 * column named {@code id}.
	 * @param start the first number
	 * @param end the end, exclusive
	 * @return the DataFrame
	 */
	public DataFrame range(long start, long end) {
		return call("range", start, end);
	}

	/**
	 * Returns the numbers from {@code start} (inclusive) to {@code end} (exclusive) by
	 * {@code step}, in a column named {@code id}.
	 * @param start the first number
	 * @param end the end, exclusive
	 * @param step the increment; negative to count down, not 0
	 * @return the DataFrame
	 */
	public DataFrame range(long start, long end, long step) {
		return call("range", start, end, step);
	}

	/**
	 * Returns the numbers from {@code start} (inclusive) to {@code end} (exclusive) by
	 * {@code step}, in a column named {@code id}.
	 * @param start the first number
	 * @param end the end, exclusive
	 * @param step the increment; negative to count down, not 0
	 * @param numPartitions the number of partitions
	 * @return the DataFrame
	 */
	public DataFrame range(long start, long end, long step, int numPartitions) {
		return call("range", start, end, step, numPartitions);
	}

	/**
	 * Returns a row for each element of an array or entry of a map.
	 * @param collection an array or map column
	 * @return the DataFrame
	 */
	public DataFrame explode(ColumnLike collection) {
		return call("explode", collection);
	}

	/**
	 * Returns a row for each element of an array or entry of a map. An empty or null
	 * collection yields one row of nulls.
	 * @param collection an array or map column
	 * @return the DataFrame
	 */
	public DataFrame explode_outer(ColumnLike collection) {
		return call("explode_outer", collection);
	}

	/**
	 * Returns a row for each struct of an array, with a column for each field.
	 * @param input an array column of structs
	 * @return the DataFrame
	 */
	public DataFrame inline(ColumnLike input) {
		return call("inline", input);
	}

	/**
	 * Returns a row for each struct of an array, with a column for each field. An empty
	 * or null array yields one row of nulls.
	 * @param input an array column of structs
	 * @return the DataFrame
	 */
	public DataFrame inline_outer(ColumnLike input) {
		return call("inline_outer", input);
	}

	/**
	 * Returns a row with fields of a JSON object as strings.
	 * @param input a string column with a JSON object
	 * @param fields the names of the fields, as literals
	 * @return the DataFrame
	 */
	public DataFrame json_tuple(ColumnLike input, ColumnLike... fields) {
		return call("json_tuple", (Object[]) DataFrame.concat(input, fields));
	}

	/**
	 * Returns a row for each element of an array or entry of a map, with its position
	 * from 0.
	 * @param collection an array or map column
	 * @return the DataFrame
	 */
	public DataFrame posexplode(ColumnLike collection) {
		return call("posexplode", collection);
	}

	/**
	 * Returns a row for each element of an array or entry of a map, with its position
	 * from 0. An empty or null collection yields one row of nulls.
	 * @param collection an array or map column
	 * @return the DataFrame
	 */
	public DataFrame posexplode_outer(ColumnLike collection) {
		return call("posexplode_outer", collection);
	}

	/**
	 * Distributes values over a number of rows.
	 * @param n the number of rows, as a literal
	 * @param fields the values, row by row
	 * @return the DataFrame
	 */
	public DataFrame stack(ColumnLike n, ColumnLike... fields) {
		return call("stack", (Object[]) DataFrame.concat(n, fields));
	}

	/**
	 * Returns the collations that the server supports.
	 * @return the DataFrame
	 */
	public DataFrame collations() {
		return call("collations");
	}

	/**
	 * Returns the SQL keywords of the server.
	 * @return the DataFrame
	 */
	public DataFrame sql_keywords() {
		return call("sql_keywords");
	}

	/**
	 * Returns a row for each element or field of a variant, with its position, key and
	 * value.
	 * @param input a variant column
	 * @return the DataFrame
	 */
	public DataFrame variant_explode(ColumnLike input) {
		return call("variant_explode", input);
	}

	/**
	 * Returns a row for each element or field of a variant, with its position, key and
	 * value. An empty or null variant yields one row of nulls.
	 * @param input a variant column
	 * @return the DataFrame
	 */
	public DataFrame variant_explode_outer(ColumnLike input) {
		return call("variant_explode_outer", input);
	}

	/**
	 * Returns the log messages of Python functions in this session. Requires Spark 4.1 or
	 * later.
	 * @return the DataFrame
	 */
	public DataFrame python_worker_logs() {
		return call("python_worker_logs");
	}

}
