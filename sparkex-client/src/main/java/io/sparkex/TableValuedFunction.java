package io.sparkex;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Source;

/**
 * The functions that make rows, from {@link SparkSession#tvf()}. Beside a frame they
 * stand in {@link DataFrame#lateralJoin(DataFrame)}, where their arguments can refer to
 * its columns. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TableValuedFunction {

	private final SparkSession session;

	TableValuedFunction(SparkSession session) {
		this.session = session;
	}

	/**
	 * The rows of a function by its name: of those that a later Spark brings, or that a
	 * user has registered.
	 * @param functionName the name
	 * @param args columns, values, and {@link DataFrame#asTable()} for tables
	 * @return the frame
	 */
	public DataFrame call(String functionName, @Nullable Object... args) {
		List<Expression> arguments = new ArrayList<>(args.length);
		for (Object arg : args) {
			arguments.add((arg instanceof TableArg table) ? table.expression() : Column.of(arg).expression());
		}
		return this.session.frame(new Source.TableFunction(functionName, arguments));
	}

	/**
	 * The numbers from 0 up to, but not including, a bound, in a column named {@code id}.
	 * @param end the bound
	 * @return the frame
	 */
	public DataFrame range(long end) {
		return call("range", end);
	}

	/**
	 * The numbers from one up to, but not including, another.
	 * @param start the first number
	 * @param end the bound
	 * @return the frame
	 */
	public DataFrame range(long start, long end) {
		return call("range", start, end);
	}

	/**
	 * Every so many of the numbers from one up to, but not including, another.
	 * @param start the first number
	 * @param end the bound
	 * @param step the distance, not 0
	 * @return the frame
	 */
	public DataFrame range(long start, long end, long step) {
		return call("range", start, end, step);
	}

	/**
	 * Every so many of the numbers from one up to, but not including, another.
	 * @param start the first number
	 * @param end the bound
	 * @param step the distance, not 0
	 * @param numPartitions the count of partitions
	 * @return the frame
	 */
	public DataFrame range(long start, long end, long step, int numPartitions) {
		return call("range", start, end, step, numPartitions);
	}

	/**
	 * A row for each element of an array or entry of a map.
	 * @param collection an array or a map
	 * @return the frame
	 */
	public DataFrame explode(ColumnLike collection) {
		return call("explode", collection);
	}

	/**
	 * A row for each element of an array or entry of a map; one of nulls if there is
	 * none.
	 * @param collection an array or a map
	 * @return the frame
	 */
	public DataFrame explode_outer(ColumnLike collection) {
		return call("explode_outer", collection);
	}

	/**
	 * A row for each struct of an array, with a column for each field.
	 * @param input an array of structs
	 * @return the frame
	 */
	public DataFrame inline(ColumnLike input) {
		return call("inline", input);
	}

	/**
	 * A row for each struct of an array, with a column for each field; one of nulls if
	 * there is none.
	 * @param input an array of structs
	 * @return the frame
	 */
	public DataFrame inline_outer(ColumnLike input) {
		return call("inline_outer", input);
	}

	/**
	 * A row with some fields of a JSON object as text.
	 * @param input a text with a JSON object
	 * @param fields the names of the fields, literals
	 * @return the frame
	 */
	public DataFrame json_tuple(ColumnLike input, ColumnLike... fields) {
		return call("json_tuple", (Object[]) DataFrame.joined(input, fields));
	}

	/**
	 * A row for each element of an array or entry of a map, with its position from 0.
	 * @param collection an array or a map
	 * @return the frame
	 */
	public DataFrame posexplode(ColumnLike collection) {
		return call("posexplode", collection);
	}

	/**
	 * A row for each element of an array or entry of a map, with its position from 0; one
	 * of nulls if there is none.
	 * @param collection an array or a map
	 * @return the frame
	 */
	public DataFrame posexplode_outer(ColumnLike collection) {
		return call("posexplode_outer", collection);
	}

	/**
	 * Some values as a number of rows.
	 * @param n the number of rows, a literal
	 * @param fields the values, row by row
	 * @return the frame
	 */
	public DataFrame stack(ColumnLike n, ColumnLike... fields) {
		return call("stack", (Object[]) DataFrame.joined(n, fields));
	}

	/**
	 * The collations that the server knows.
	 * @return the frame
	 */
	public DataFrame collations() {
		return call("collations");
	}

	/**
	 * The keywords of the server's SQL.
	 * @return the frame
	 */
	public DataFrame sql_keywords() {
		return call("sql_keywords");
	}

	/**
	 * A row for each element or field of a variant, with its position, key and value.
	 * @param input a variant
	 * @return the frame
	 */
	public DataFrame variant_explode(ColumnLike input) {
		return call("variant_explode", input);
	}

	/**
	 * A row for each element or field of a variant, with its position, key and value; one
	 * of nulls if there is none.
	 * @param input a variant
	 * @return the frame
	 */
	public DataFrame variant_explode_outer(ColumnLike input) {
		return call("variant_explode_outer", input);
	}

	/**
	 * What functions in Python have logged in this session. Needs Spark 4.1 on the
	 * server.
	 * @return the frame
	 */
	public DataFrame python_worker_logs() {
		return call("python_worker_logs");
	}

}
