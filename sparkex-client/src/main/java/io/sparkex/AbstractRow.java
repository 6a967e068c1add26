package io.sparkex;

import java.util.Arrays;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * What rows have in common wherever their values are.
 */
abstract sealed class AbstractRow implements Row permits BatchRow, DetachedRow {

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof AbstractRow that && Arrays.deepEquals(values(), that.values()));
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(values());
	}

	@Nullable Object[] values() {
		@Nullable Object[] values = new Object[size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = get(i);
		}
		return values;
	}

	@Override
	public String toString() {
		StringJoiner out = new StringJoiner(", ", "Row(", ")");
		for (int i = 0; i < size(); i++) {
			Object value = get(i);
			out.add(schema().field(i).name() + "=" + ((value instanceof byte[] bytes) ? Arrays.toString(bytes) : value));
		}
		return out.toString();
	}

}
