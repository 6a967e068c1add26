package io.sparkex.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.arrow.ColumnVector;

/**
 * Reads one value of a column as the class it was chosen for.
 */
@FunctionalInterface
interface ValueReader {

	@Nullable Object read(ColumnVector column, int row);

}
