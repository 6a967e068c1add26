package io.sparkex;

import java.time.Period;

/**
 * The functions of {@link Functions} that make typed columns.
 *
 * @since 0.1.0
 */
abstract class TypedFunctions extends SparkFunctions {

	TypedFunctions() {
	}

	/**
	 * The column of text that a record component or bean getter stands for, as in
	 * {@code col(Trip::city)}. Its name is that of the component, or in snake case if the
	 * class is marked with {@link io.sparkex.annotation.SnakeCase}, or named by
	 * {@link io.sparkex.annotation.ColumnName}; Spark finds it regardless of case.
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

}
