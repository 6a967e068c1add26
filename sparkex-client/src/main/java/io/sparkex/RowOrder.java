package io.sparkex;

import java.util.Arrays;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.StructType;

/**
 * Orders rows by one of their columns.
 */
final class RowOrder {

	private RowOrder() {
	}

	/**
	 * The order of a column, nulls first, bytes as Spark orders them.
	 */
	static Comparator<Row> of(StructType schema, String name) {
		int position = schema.fieldIndex(name);
		Comparator<@Nullable Object> values = Comparator.nullsFirst((left, right) -> compare(left, right, name));
		return (left, right) -> values.compare(left.get(position), right.get(position));
	}

	@SuppressWarnings("unchecked")
	private static int compare(Object left, Object right, String name) {
		if (left instanceof byte[] bytes && right instanceof byte[] others) {
			return Arrays.compareUnsigned(bytes, others);
		}
		if (left instanceof Comparable<?> comparable) {
			return ((Comparable<Object>) comparable).compareTo(right);
		}
		throw new IllegalArgumentException("The values of the column '" + name
				+ "' have no order here; sort by a comparator, or with orderBy() on the server");
	}

}
