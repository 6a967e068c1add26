package io.sparkex;

import java.time.Period;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.LeafExpression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.StringType;

/**
 * All SQL functions of Spark under Spark's names, for a static import.
 *
 * @since 0.1.0
 */
public final class Functions extends SparkFunctions {

	private static final Set<Integer> SHA2_LENGTHS = Set.of(0, 224, 256, 384, 512);

	private Functions() {
	}

	/**
	 * Returns a column by name. A dot separates a struct field, or a DataFrame alias,
	 * from a name; backquotes escape names with dots. {@code *} and {@code name.*} stand
	 * for all columns.
	 * @param colName the column name
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column col(String colName) {
		return Column.named(colName, null);
	}

	/**
	 * Creates a typed string column from a record component or bean getter, as in
	 * {@code col(Trip::city)}. The column is named after the component, in snake case if
	 * the class has the annotation {@link io.sparkex.annotation.SnakeCase}, or as
	 * {@link io.sparkex.annotation.ColumnName} says. Spark resolves it ignoring case.
	 * <p>
	 * The overloads create columns of other types. Comparisons with a value of the wrong
	 * type do not compile. Accessor methods must not be overloaded, since the compiler
	 * could not select one.
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T> TextColumn col(Accessor.OfText<T> accessor) {
		return new TextColumn(Column.named(accessor));
	}

	/**
	 * Creates a typed numeric column, as described at {@link #col(Accessor.OfText)}.
	 * @param <N> the class of the number
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, N extends Number & Comparable<N>> NumericColumn col(Accessor.OfNumber<T, N> accessor) {
		return new NumericColumn(Column.named(accessor));
	}

	/**
	 * Creates a typed boolean column, as described at {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T> BooleanColumn col(Accessor.OfBoolean<T> accessor) {
		return new BooleanColumn(Column.named(accessor));
	}

	/**
	 * Creates a typed enum column, as described at {@link #col(Accessor.OfText)}.
	 * @param <E> the enum
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, E extends Enum<E>> ValueColumn<E> col(Accessor.OfEnum<T, E> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed column of comparable values, such as dates or timestamps, as
	 * described at {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, V extends Comparable<? super V>> OrderedColumn<V> col(Accessor.OfComparable<T, V> accessor) {
		return new OrderedColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed Period column, as described at {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T> ValueColumn<Period> col(Accessor.OfPeriod<T> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed binary column, as described at {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T> ValueColumn<byte[]> col(Accessor.OfBytes<T> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed array column, as described at {@link #col(Accessor.OfText)}.
	 * @param <E> the class of the elements
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, E> ListColumn<E> col(Accessor.OfList<T, E> accessor) {
		return new ListColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed map column, as described at {@link #col(Accessor.OfText)}.
	 * @param <K> the class of the keys
	 * @param <T> the record or bean
	 * @param <V> the class of the values
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, K, V> MapColumn<K, V> col(Accessor.OfMap<T, K, V> accessor) {
		return new MapColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed struct column of a comparable record, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <R> the record
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, R extends Record & Comparable<? super R>> StructColumn<R> col(
			Accessor.OfComparableRecord<T, R> accessor) {
		return new StructColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed struct column of a record or bean, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, V> StructColumn<V> col(Accessor.OfObject<T, V> accessor) {
		return new StructColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed string column of an optional component, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T> TextColumn col(Accessor.OfOptionalText<T> accessor) {
		return new TextColumn(Column.named(accessor));
	}

	/**
	 * Creates a typed numeric column of an optional component, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <N> the class of the number
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, N extends Number & Comparable<N>> NumericColumn col(Accessor.OfOptionalNumber<T, N> accessor) {
		return new NumericColumn(Column.named(accessor));
	}

	/**
	 * Creates a typed boolean column of an optional component, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T> BooleanColumn col(Accessor.OfOptionalBoolean<T> accessor) {
		return new BooleanColumn(Column.named(accessor));
	}

	/**
	 * Creates a typed enum column of an optional component, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <E> the enum
	 * @param <T> the record or bean
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, E extends Enum<E>> ValueColumn<E> col(Accessor.OfOptionalEnum<T, E> accessor) {
		return new ValueColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed column of comparable values of an optional component, as described
	 * at {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> the class of the value
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, V extends Comparable<? super V>> OrderedColumn<V> col(
			Accessor.OfOptionalComparable<T, V> accessor) {
		return new OrderedColumn<>(Column.named(accessor));
	}

	/**
	 * Creates a typed struct column of an optional record or bean, as described at
	 * {@link #col(Accessor.OfText)}.
	 * @param <T> the record or bean
	 * @param <V> its class
	 * @param accessor a method reference to a record component or getter
	 * @return the column
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 * @since 0.1.0
	 */
	public static <T, V> StructColumn<V> col(Accessor.OfOptional<T, V> accessor) {
		return new StructColumn<>(Column.named(accessor));
	}

	/**
	 * Returns a column by name. Same as {@link #col(String)}.
	 * @param colName the column name
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column column(String colName) {
		return col(colName);
	}

	/**
	 * Creates a literal column. The value is sent as a value and is never parsed as SQL.
	 * @param literal a number, String, boolean, byte[], enum, java.time value, a
	 * collection, array or map of these, a {@link Row} or {@code null}; a
	 * {@link ColumnLike column} is returned unchanged
	 * @return the column
	 * @throws IllegalArgumentException if there is no Spark type for the value
	 * @since 0.1.0
	 */
	public static Column lit(@Nullable Object literal) {
		return Column.of(literal);
	}

	/**
	 * Creates a literal column of a Spark type: {@code lit(map, schema)} for a struct,
	 * {@code lit(List.of(), type)} for an empty array.
	 * @param literal a value as for {@link #lit(Object)}, or {@code null}; for a struct,
	 * a map by field name or a list in the order of the fields
	 * @param type the type
	 * @return the column
	 * @throws IllegalArgumentException if the type cannot represent the value without
	 * loss
	 * @since 0.1.0
	 */
	public static Column lit(@Nullable Object literal, DataType type) {
		Column column = Column.literal(Literal.of(Column.plain(literal), type));
		// String literals are sent without a collation.
		boolean collated = literal != null && type instanceof StringType && !type.equals(DataTypes.StringType);
		return collated ? column.cast(type) : column;
	}

	/**
	 * Creates a column from a SQL expression.
	 * @param expr the SQL expression; do not concatenate untrusted input, use
	 * {@link #lit(Object)}
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column expr(String expr) {
		return new Column(new LeafExpression.SqlText(expr));
	}

	/**
	 * Starts a CASE WHEN expression. The first condition that is true determines the
	 * value. Without {@link Column#otherwise(Object)}, the value is null if no condition
	 * is true.
	 * @param condition a boolean column
	 * @param value the result if the condition is true
	 * @return the column; add branches with {@link Column#when(ColumnLike, Object)}
	 * @since 0.1.0
	 */
	public static Column when(ColumnLike condition, @Nullable Object value) {
		return Column.call("when", condition, lit(value));
	}

	/**
	 * Calls a built-in or registered function by its SQL name.
	 * @param funcName the function name, which may be qualified with a catalog and a
	 * schema
	 * @param cols the arguments
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column call_function(String funcName, ColumnLike... cols) {
		return new Column(new Call.NamedFunction(funcName, Column.expressions(cols)));
	}

	/**
	 * Calls a registered user-defined function by name.
	 * @param udfName the function name
	 * @param cols the arguments
	 * @return the column
	 * @since 0.1.0
	 */
	public static Column call_udf(String udfName, ColumnLike... cols) {
		return call_function(udfName, cols);
	}

	/**
	 * Calls a registered user-defined function by name.
	 * @param udfName the function name
	 * @param cols the arguments
	 * @return the column
	 * @since 0.1.0
	 * @deprecated since 0.1.0 in favor of {@link #call_udf(String, ColumnLike...)}
	 */
	@Deprecated(since = "0.1.0")
	@SuppressWarnings("InlineMeSuggester")
	public static Column callUDF(String udfName, ColumnLike... cols) {
		return call_function(udfName, cols);
	}

	/**
	 * Adds a broadcast hint to a DataFrame: in a join, it is sent to all executors.
	 * @param df a small DataFrame
	 * @return a new DataFrame
	 * @since 0.1.0
	 */
	public static DataFrame broadcast(DataFrame df) {
		return df.hint("broadcast");
	}

	/**
	 * Computes the SHA-2 hash of a binary or string column as hexadecimal digits.
	 * @param e the column to hash
	 * @param numBits 224, 256, 384 or 512; 0 is the same as 256
	 * @return the column
	 * @throws IllegalArgumentException if the number of bits is not supported
	 * @since 0.1.0
	 */
	public static Column sha2(ColumnLike e, int numBits) {
		if (!SHA2_LENGTHS.contains(numBits)) {
			throw new IllegalArgumentException("numBits must be 0, 224, 256, 384 or 512 but is " + numBits);
		}
		return Column.call("sha2", e, lit(numBits));
	}

	/**
	 * Extracts fields of a JSON object as one column each. This is a generator: use it
	 * alone in a select.
	 * @param json a string column with JSON objects
	 * @param fields the names of the fields, at least one
	 * @return the column
	 * @throws IllegalArgumentException if there are no fields
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
