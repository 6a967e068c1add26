package io.sparkex;

import java.time.Period;

/**
 * A column of structs that are read as a record or bean.
 *
 * @param <V> the record or bean
 * @since 0.1.0
 */
public final class StructColumn<V> extends TypedColumn<V> {

	StructColumn(Column column) {
		super(column);
	}

	private Column field(Accessor<V> accessor) {
		return toColumn().getField(AccessorName.of(accessor));
	}

	/**
	 * A field of text, as in {@code col(Order::customer).get(Customer::name)}. It is
	 * named as {@link Functions#col(Accessor.OfText)} tells.
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public TextColumn get(Accessor.OfText<V> accessor) {
		return new TextColumn(field(accessor));
	}

	/**
	 * A field that is a number, primitive or not.
	 * @param <N> the class of the number
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <N extends Number & Comparable<N>> NumericColumn get(Accessor.OfNumber<V, N> accessor) {
		return new NumericColumn(field(accessor));
	}

	/**
	 * A field that is true or false.
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public BooleanColumn get(Accessor.OfBoolean<V> accessor) {
		return new BooleanColumn(field(accessor));
	}

	/**
	 * A field that is a constant of an enum.
	 * @param <E> the enum
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <E extends Enum<E>> ValueColumn<E> get(Accessor.OfEnum<V, E> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * A field that is a value that has an order, such as a date or a time.
	 * @param <F> the class of the value
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <F extends Comparable<? super F>> OrderedColumn<F> get(Accessor.OfComparable<V, F> accessor) {
		return new OrderedColumn<>(field(accessor));
	}

	/**
	 * A field that is a count of years and months.
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public ValueColumn<Period> get(Accessor.OfPeriod<V> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * A field that is binary data.
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public ValueColumn<byte[]> get(Accessor.OfBytes<V> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * A field that is a list.
	 * @param <E> the class of the elements
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <E> ListColumn<E> get(Accessor.OfList<V, E> accessor) {
		return new ListColumn<>(field(accessor));
	}

	/**
	 * A field that is a map.
	 * @param <K> the class of the keys
	 * @param <F> the class of the values
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <K, F> MapColumn<K, F> get(Accessor.OfMap<V, K, F> accessor) {
		return new MapColumn<>(field(accessor));
	}

	/**
	 * A field that is a record that has an order.
	 * @param <R> the record
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <R extends Record & Comparable<? super R>> StructColumn<R> get(Accessor.OfComparableRecord<V, R> accessor) {
		return new StructColumn<>(field(accessor));
	}

	/**
	 * A field that is a record or bean.
	 * @param <F> its class
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <F> StructColumn<F> get(Accessor.OfObject<V, F> accessor) {
		return new StructColumn<>(field(accessor));
	}

	/**
	 * A field that is an optional text.
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public TextColumn get(Accessor.OfOptionalText<V> accessor) {
		return new TextColumn(field(accessor));
	}

	/**
	 * A field that is an optional number.
	 * @param <N> the class of the number
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <N extends Number & Comparable<N>> NumericColumn get(Accessor.OfOptionalNumber<V, N> accessor) {
		return new NumericColumn(field(accessor));
	}

	/**
	 * A field that is optionally true or false.
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public BooleanColumn get(Accessor.OfOptionalBoolean<V> accessor) {
		return new BooleanColumn(field(accessor));
	}

	/**
	 * A field that is an optional constant of an enum.
	 * @param <E> the enum
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <E extends Enum<E>> ValueColumn<E> get(Accessor.OfOptionalEnum<V, E> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * A field that is an optional value that has an order.
	 * @param <F> the class of the value
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <F extends Comparable<? super F>> OrderedColumn<F> get(Accessor.OfOptionalComparable<V, F> accessor) {
		return new OrderedColumn<>(field(accessor));
	}

	/**
	 * A field that is an optional record or bean.
	 * @param <F> its class
	 * @param accessor the component or getter
	 * @return the field
	 * @throws IllegalArgumentException if this is not a reference to a component or
	 * getter
	 */
	public <F> StructColumn<F> get(Accessor.OfOptional<V, F> accessor) {
		return new StructColumn<>(field(accessor));
	}

}
