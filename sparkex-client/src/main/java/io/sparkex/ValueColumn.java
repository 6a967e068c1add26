package io.sparkex;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * A column of values that can be literals. Those of an enum, a {@link java.time.Period}
 * and binary data have no order here: Spark would sort an enum by its names.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public sealed class ValueColumn<V> extends TypedColumn<V> permits BooleanColumn, OrderedColumn {

	ValueColumn(Column column) {
		super(column);
	}

	/**
	 * The literal of a value. Spark has no type for a UUID and holds it as text.
	 */
	static Column literal(@Nullable Object value) {
		return Column.of((value instanceof UUID) ? value.toString() : value);
	}

	/**
	 * Whether this equals the other; null if either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column equalTo(V other) {
		return toColumn().equalTo(literal(other));
	}

	/**
	 * Whether this equals the other, as {@link #equalTo(Object)}.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column eq(V other) {
		return toColumn().equalTo(literal(other));
	}

	/**
	 * Whether this differs from the other; null if either is null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column notEqual(V other) {
		return toColumn().notEqual(literal(other));
	}

	/**
	 * Whether this differs from the other, as {@link #notEqual(Object)}.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column ne(V other) {
		return toColumn().notEqual(literal(other));
	}

	/**
	 * Whether this equals the other or both are null; never null.
	 * @param other a value
	 * @return a boolean column
	 */
	public final Column eqNullSafe(@Nullable V other) {
		return toColumn().eqNullSafe(literal(other));
	}

	/**
	 * Whether this equals one of the values.
	 * @param list the values
	 * @return a boolean column
	 */
	@SafeVarargs
	public final Column isin(V... list) {
		return isInCollection(Arrays.asList(list));
	}

	/**
	 * Whether this equals one of the values of a collection.
	 * @param values the values
	 * @return a boolean column
	 */
	public final Column isInCollection(Iterable<? extends V> values) {
		List<Column> literals = StreamSupport.stream(values.spliterator(), false).map(ValueColumn::literal).toList();
		return toColumn().isInCollection(literals);
	}

}
