package io.sparkex.internal.arrow;

/**
 * What a record batch says about one vector, ahead of its buffers.
 *
 * @param rowCount the count of rows
 * @param hasNulls whether some of them are null
 */
record ColumnNode(int rowCount, boolean hasNulls) {

}
