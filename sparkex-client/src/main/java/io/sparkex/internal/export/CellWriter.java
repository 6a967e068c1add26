package io.sparkex.internal.export;

import io.sparkex.columnar.ColumnVector;

/**
 * Writes values of one type.
 */
@FunctionalInterface
interface CellWriter {

	/**
	 * Writes one value.
	 * @param column where it lies
	 * @param row its row, which is not null
	 * @param out where it goes
	 */
	void write(ColumnVector column, int row, TextSink out);

}
