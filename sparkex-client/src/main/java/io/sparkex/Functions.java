package io.sparkex;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StringType;

/**
 * All functions of Spark, under Spark's names; meant for a static import.
 *
 * @since 0.1.0
 */
public final class Functions extends TypedFunctions {

	private static final Set<Integer> SHA2_LENGTHS = Set.of(0, 224, 256, 384, 512);

	private Functions() {
	}

	/**
	 * The column of a name. A dot leads to a field or follows the name of a frame,
	 * back-quotes keep one from doing so, {@code *} and {@code name.*} stand for all
	 * columns.
	 * @param colName the name
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column col(String colName) {
		return Column.named(colName, null);
	}

	/**
	 * The column of a name, as {@link #col(String)}.
	 * @param colName the name
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column column(String colName) {
		return col(colName);
	}

	/**
	 * A column that is the same value in every row. It travels as a value and is never
	 * parsed as SQL.
	 * @param literal a number, String, boolean, byte[], enum, java.time value, a
	 * collection, array or map of these, a {@link Row} or {@code null}; a
	 * {@link ColumnLike column} is returned as one
	 * @return the column
	 * @throws IllegalArgumentException if no type of Spark fits the value
	 * @since 0.1.0
	 */
	public static Column lit(@Nullable Object literal) {
		return Column.of(literal);
	}

	/**
	 * A column that is the same value in every row, in a type of Spark that holds it
	 * without loss: {@code lit(map, schema)} for a struct, {@code lit(List.of(), type)}
	 * for an empty array.
	 * @param literal a value as for {@link #lit(Object)}, or {@code null}; for a struct a
	 * map by the names of its fields, or a list in their order
	 * @param type the type
	 * @return the column
	 * @throws IllegalArgumentException if the type does not hold the value
	 * @since 0.1.0
	 */
	public static Column lit(@Nullable Object literal, DataType type) {
		Column column = Column.literal(Literal.of(Column.plain(literal), type));
		// A text travels without its collation.
		boolean collated = literal != null && type instanceof StringType && !type.equals(DataTypes.StringType);
		return collated ? column.cast(type) : column;
	}

	/**
	 * A column computed by an expression in SQL.
	 * @param expr the text; what comes from outside belongs into {@link #lit(Object)} and
	 * not into it
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column expr(String expr) {
		return new Column(new LeafExpression.SqlText(expr));
	}

	/**
	 * Begins a list of conditions of which the first true one gives the value; without
	 * {@link Column#otherwise(Object)} it is null where none is true.
	 * @param condition a boolean column
	 * @param value the value where the condition is true
	 * @return the column, to which more can be added by
	 * {@link Column#when(ColumnLike, Object)}
	 * @since 0.1.0
	 */
	public static Column when(ColumnLike condition, @Nullable Object value) {
		return Column.call("when", condition, lit(value));
	}

	/**
	 * Calls a function by its name in SQL, be it Spark's or a registered one.
	 * @param funcName the name, which may be qualified by a catalog and a schema
	 * @param cols the arguments
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column call_function(String funcName, ColumnLike... cols) {
		return new Column(new Call.NamedFunction(funcName, Column.expressions(cols)));
	}

	/**
	 * Calls a registered function by its name.
	 * @param udfName the name
	 * @param cols the arguments
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column call_udf(String udfName, ColumnLike... cols) {
		return call_function(udfName, cols);
	}

	/**
	 * Calls a registered function by its name.
	 * @param udfName the name
	 * @param cols the arguments
	 * @return the column
	 * @deprecated since 0.1.0 in favor of {@link #call_udf(String, ColumnLike...)}
	 * @since 0.1.0
	 */
	@Deprecated(since = "0.1.0")
	public static Column callUDF(String udfName, ColumnLike... cols) {
		return call_function(udfName, cols);
	}

	/**
	 * A frame that is small enough to be sent to all nodes in a join.
	 * @param df the frame
	 * @return a new frame
	 * @since 0.1.0
	 */
	public static DataFrame broadcast(DataFrame df) {
		return df.hint("broadcast");
	}

	/**
	 * The SHA-2 hash of binary data or text, in hexadecimal digits.
	 * @param e the column to hash
	 * @param numBits 224, 256, 384 or 512; 0 stands for 256
	 * @return the column
	 * @throws IllegalArgumentException for another length
	 * @since 0.1.0
	 */
	public static Column sha2(ColumnLike e, int numBits) {
		if (!SHA2_LENGTHS.contains(numBits)) {
			throw new IllegalArgumentException("numBits must be 0, 224, 256, 384 or 512 but is " + numBits);
		}
		return Column.call("sha2", e, lit(numBits));
	}

	/**
	 * The values of several fields of a JSON text, as one column each. A generator: to be
	 * used alone in a select.
	 * @param json the column of JSON text
	 * @param fields the names of the fields, at least one
	 * @return the column
	 * @throws IllegalArgumentException without a field
	 * @since 0.1.0
	 */
	public static Column json_tuple(ColumnLike json, String... fields) {
		if (fields.length == 0) {
			throw new IllegalArgumentException("json_tuple needs at least one field");
		}
		ColumnLike[] arguments = new ColumnLike[fields.length + 1];
		arguments[0] = json;
		for (int i = 0; i < fields.length; i++) {
			arguments[i + 1] = lit(fields[i]);
		}
		return Column.call("json_tuple", arguments);
	}

}
