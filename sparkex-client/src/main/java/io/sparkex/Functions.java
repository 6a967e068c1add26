package io.sparkex;

import java.time.Period;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.plan.Call;
import io.sparkex.plan.Leaf;
import io.sparkex.plan.Literal;
import io.sparkex.types.DataType;

/**
 * All functions of Spark, under Spark's names; meant for a static import.
 *
 * @since 0.1.0
 */
public final class Functions extends SparkFunctions {

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
	 * The column of text that a record component or bean getter stands for, as in
	 * {@code col(Trip::city)}. Its name is that of the component, or in snake case if the
	 * class is marked with {@link SnakeCase}; Spark finds it regardless of case.
	 * <p>
	 * The overloads make columns of other kinds. None compiles with a value of a wrong
	 * type. An accessor must not be overloaded, or the compiler cannot choose.
	 * @param <T> the record or bean
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T> TextColumn col(Accessor.OfText<T> accessor) {
		return new TextColumn(Column.named(accessor));
	}

	/**
	 * The column of a component that is a number, primitive or not, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <N> the class of the number
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, N extends Number & Comparable<N>> NumericColumn col(Accessor.OfNumber<T, N> accessor) {
		return new NumericColumn(Column.named(accessor));
	}

	/**
	 * The column of a component that is true or false, as {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T> BooleanColumn col(Accessor.OfBoolean<T> accessor) {
		return new BooleanColumn(Column.named(accessor));
	}

	/**
	 * The column of a component that is a constant of an enum, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <E> the enum
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, E extends Enum<E>> ValueColumn<E> col(Accessor.OfEnum<T, E> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is a value that has an order, such as a date or a
	 * time, as {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, V extends Comparable<? super V>> OrderedColumn<V> col(Accessor.OfComparable<T, V> accessor) {
		return new OrderedColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is a count of years and months, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T> ValueColumn<Period> col(Accessor.OfPeriod<T> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is binary data, as {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T> ValueColumn<byte[]> col(Accessor.OfBytes<T> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is a list, as {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <E> the class of the elements
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, E> ListColumn<E> col(Accessor.OfList<T, E> accessor) {
		return new ListColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is a map, as {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <K> the class of the keys
	 * @param <V> the class of the values
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, K, V> MapColumn<K, V> col(Accessor.OfMap<T, K, V> accessor) {
		return new MapColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is a record that has an order, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <R> the record
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, R extends Record & Comparable<? super R>> StructColumn<R> col(
			Accessor.OfComparableRecord<T, R> accessor) {
		return new StructColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is a record or bean, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, V> StructColumn<V> col(Accessor.OfObject<T, V> accessor) {
		return new StructColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is an optional text, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T> TextColumn col(Accessor.OfOptionalText<T> accessor) {
		return new TextColumn(Column.named(accessor));
	}

	/**
	 * The column of a component that is an optional number, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <N> the class of the number
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, N extends Number & Comparable<N>> NumericColumn col(Accessor.OfOptionalNumber<T, N> accessor) {
		return new NumericColumn(Column.named(accessor));
	}

	/**
	 * The column of a component that is optionally true or false, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T> BooleanColumn col(Accessor.OfOptionalBoolean<T> accessor) {
		return new BooleanColumn(Column.named(accessor));
	}

	/**
	 * The column of a component that is an optional constant of an enum, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <E> the enum
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, E extends Enum<E>> ValueColumn<E> col(Accessor.OfOptionalEnum<T, E> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is an optional value that has an order, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, V extends Comparable<? super V>> OrderedColumn<V> col(
			Accessor.OfOptionalComparable<T, V> accessor) {
		return new OrderedColumn<>(Column.named(accessor));
	}

	/**
	 * The column of a component that is an optional record or bean, as
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @param accessor the component or getter
	 * @return the column
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 * @since 0.1.0
	 */
	public static <T, V> StructColumn<V> col(Accessor.OfOptional<T, V> accessor) {
		return new StructColumn<>(Column.named(accessor));
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
		return Column.literal(Literal.of(literal, type));
	}

	/**
	 * A column computed by an expression in SQL.
	 * @param expr the text; what comes from outside belongs into {@link #lit(Object)} and
	 * not into it
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column expr(String expr) {
		return new Column(new Leaf.SqlText(expr));
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
