package io.sparkex;

import java.time.Period;

/**
 * A typed struct column that corresponds to a record or bean.
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
	 * Returns a string field, as in {@code col(Order::customer).get(Customer::name)}. The
	 * field name is found as described at {@link Functions#col(Accessor.OfText)}.
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public TextColumn get(Accessor.OfText<V> accessor) {
		return new TextColumn(field(accessor));
	}

	/**
	 * Returns a numeric field, primitive or not.
	 * @param <N> the class of the number
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <N extends Number & Comparable<N>> NumericColumn get(Accessor.OfNumber<V, N> accessor) {
		return new NumericColumn(field(accessor));
	}

	/**
	 * Returns a boolean field.
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public BooleanColumn get(Accessor.OfBoolean<V> accessor) {
		return new BooleanColumn(field(accessor));
	}

	/**
	 * Returns an enum field.
	 * @param <E> the enum
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <E extends Enum<E>> ValueColumn<E> get(Accessor.OfEnum<V, E> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * Returns a field with a comparable value, such as a date or a timestamp.
	 * @param <F> the class of the value
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <F extends Comparable<? super F>> OrderedColumn<F> get(Accessor.OfComparable<V, F> accessor) {
		return new OrderedColumn<>(field(accessor));
	}

	/**
	 * Returns a Period field.
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public ValueColumn<Period> get(Accessor.OfPeriod<V> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * Returns a binary field.
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public ValueColumn<byte[]> get(Accessor.OfBytes<V> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * Returns an array field.
	 * @param <E> the class of the elements
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <E> ListColumn<E> get(Accessor.OfList<V, E> accessor) {
		return new ListColumn<>(field(accessor));
	}

	/**
	 * Returns a map field.
	 * @param <F> the class of the values
	 * @param <K> the class of the keys
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <K, F> MapColumn<K, F> get(Accessor.OfMap<V, K, F> accessor) {
		return new MapColumn<>(field(accessor));
	}

	/**
	 * Returns a struct field of a comparable record.
	 * @param <R> the record
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <R extends Record & Comparable<? super R>> StructColumn<R> get(Accessor.OfComparableRecord<V, R> accessor) {
		return new StructColumn<>(field(accessor));
	}

	/**
	 * Returns a struct field of a record or bean.
	 * @param <F> its class
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <F> StructColumn<F> get(Accessor.OfObject<V, F> accessor) {
		return new StructColumn<>(field(accessor));
	}

	/**
	 * Returns a string field of an optional component.
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public TextColumn get(Accessor.OfOptionalText<V> accessor) {
		return new TextColumn(field(accessor));
	}

	/**
	 * Returns a numeric field of an optional component.
	 * @param <N> the class of the number
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <N extends Number & Comparable<N>> NumericColumn get(Accessor.OfOptionalNumber<V, N> accessor) {
		return new NumericColumn(field(accessor));
	}

	/**
	 * Returns a boolean field of an optional component.
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public BooleanColumn get(Accessor.OfOptionalBoolean<V> accessor) {
		return new BooleanColumn(field(accessor));
	}

	/**
	 * Returns an enum field of an optional component.
	 * @param <E> the enum
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <E extends Enum<E>> ValueColumn<E> get(Accessor.OfOptionalEnum<V, E> accessor) {
		return new ValueColumn<>(field(accessor));
	}

	/**
	 * Returns a field with a comparable value of an optional component.
	 * @param <F> the class of the value
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <F extends Comparable<? super F>> OrderedColumn<F> get(Accessor.OfOptionalComparable<V, F> accessor) {
		return new OrderedColumn<>(field(accessor));
	}

	/**
	 * Returns a struct field of an optional record or bean.
	 * @param <F> its class
	 * @param accessor a method reference to a record component or getter
	 * @return the field
	 * @throws IllegalArgumentException if the accessor is not a method reference to a
	 * record component or getter
	 */
	public <F> StructColumn<F> get(Accessor.OfOptional<V, F> accessor) {
		return new StructColumn<>(field(accessor));
	}

}
