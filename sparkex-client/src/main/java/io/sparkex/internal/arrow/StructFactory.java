package io.sparkex.internal.arrow;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.values.StructValue;

/**
 * Factory of the values of struct columns. It decouples this package from the row class.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StructFactory {

	/**
	 * Creates the value of a struct.
	 * @param fields the vectors of the fields
	 * @param row the row in these vectors, from 0
	 * @return the value
	 */
	StructValue create(ColumnBatch fields, int row);

}
