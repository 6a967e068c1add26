package io.sparkex.internal.arrow;

import org.jspecify.annotations.Nullable;

/**
 * Accessor of the values of a table, for encoders.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CellReader {

	/**
	 * Returns a value.
	 * @param row the row, from 0
	 * @param column the column, from 0
	 * @return the value, or {@code null}
	 */
	@Nullable Object get(int row, int column);

}
