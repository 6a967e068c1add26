package io.sparkex.internal.export;

import io.sparkex.columnar.ColumnVector;

/**
 * Writer of the values of one type.
 */
@FunctionalInterface
interface CellWriter {

	/**
	 * Writes a value.
	 * @param column the column
	 * @param row the row, which must not be null
	 * @param out the output
	 */
	void write(ColumnVector column, int row, TextOutput out);

}
