package io.sparkex.internal.mapping;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;

/**
 * Reader of one value of a column as a Java type.
 */
@FunctionalInterface
interface ValueReader {

	@Nullable Object read(ColumnVector column, int row);

}
