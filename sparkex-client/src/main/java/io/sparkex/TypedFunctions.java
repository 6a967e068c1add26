package io.sparkex;

import java.time.Period;

/**
 * The functions of {@link Functions} that create typed columns.
 *
 * @since 0.1.0
 */
abstract class TypedFunctions extends SparkFunctions {

	TypedFunctions() {
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

}
