package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;

/**
 * Reads one value of a column as the class it was chosen for.
 */
@FunctionalInterface
interface ValueReader {

	@Nullable Object read(ColumnVector column, int row);

}
