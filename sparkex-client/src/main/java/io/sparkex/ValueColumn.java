package io.sparkex;

import org.jspecify.annotations.Nullable;

/**
 * A column of values that can be literals. Those of an enum, a {@link java.time.Period}
 * and binary data cannot be compared with {@code gt} and its like: Spark would compare an
 * enum by its names, which is also how it sorts one.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public sealed class ValueColumn<V> extends TypedColumn<V> permits BooleanColumn, OrderedColumn {

	ValueColumn(Column column) {
		super(column);
	}

	/**
	 * Whether this equals the other; null if either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column equalTo(V other) {
		return toColumn().equalTo(other);
	}

	/**
	 * Whether this equals the other, as {@link #equalTo(Object)}.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column eq(V other) {
		return toColumn().equalTo(other);
	}

	/**
	 * Whether this differs from the other; null if either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column notEqual(V other) {
		return toColumn().notEqual(other);
	}

	/**
	 * Whether this differs from the other, as {@link #notEqual(Object)}.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column ne(V other) {
		return toColumn().notEqual(other);
	}

	/**
	 * Whether this equals the other or both are null; never null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column eqNullSafe(@Nullable V other) {
		return toColumn().eqNullSafe(other);
	}

	/**
	 * Whether this equals one of the values.
	 * @param list the values
	 * @return a boolean column
	 */
	@SafeVarargs
	public final Column isin(V... list) {
		return toColumn().isin((Object[]) list);
	}

	/**
	 * Whether this equals one of the values of a collection.
	 * @param values the values
	 * @return a boolean column
	 */
	public final Column isInCollection(Iterable<? extends V> values) {
		return toColumn().isInCollection(values);
	}

}
