package io.sparkex.internal.arrow;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.values.StructValue;

/**
 * Makes the objects that stand for structs, which this package does not know.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StructFactory {

	/**
	 * Makes the object of a struct.
	 * @param fields the vectors of the fields
	 * @param row the row in these vectors, from 0
	 * @return the object
	 */
	StructValue create(ColumnBatch fields, int row);

}
