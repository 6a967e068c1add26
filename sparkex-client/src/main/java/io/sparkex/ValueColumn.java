package io.sparkex;

import org.jspecify.annotations.Nullable;

/**
 * A typed column that can be compared with literals. Enum, {@link java.time.Period} and
 * binary columns do not support {@code gt} and similar comparisons: Spark would compare
 * an enum by name, which is also how it sorts one.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public sealed class ValueColumn<V> extends TypedColumn<V> permits BooleanColumn, OrderedColumn {

	ValueColumn(Column column) {
		super(column);
	}

	/**
	 * Tests if this column equals another value. The result is null if either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column equalTo(V other) {
		return toColumn().equalTo(other);
	}

	/**
	 * Tests if this column equals another value. Same as {@link #equalTo(Object)}.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column eq(V other) {
		return toColumn().equalTo(other);
	}

	/**
	 * Tests if this column differs from another value. The result is null if either is
	 * null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column notEqual(V other) {
		return toColumn().notEqual(other);
	}

	/**
	 * Tests if this column differs from another value. Same as {@link #notEqual(Object)}.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column ne(V other) {
		return toColumn().notEqual(other);
	}

	/**
	 * Tests if this column equals another value, treating two nulls as equal. The result
	 * is never null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column eqNullSafe(@Nullable V other) {
		return toColumn().eqNullSafe(other);
	}

	/**
	 * Tests if this column equals one of the given values.
	 * @param list the values
	 * @return a boolean column
	 */
	@SafeVarargs
	public final Column isin(V... list) {
		return toColumn().isin((Object[]) list);
	}

	/**
	 * Tests if this column equals one of the values of a collection.
	 * @param values the values
	 * @return a boolean column
	 */
	public final Column isInCollection(Iterable<? extends V> values) {
		return toColumn().isInCollection(values);
	}

}
