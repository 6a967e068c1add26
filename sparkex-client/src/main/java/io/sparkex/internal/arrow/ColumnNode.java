package io.sparkex.internal.arrow;

/**
 * Field node of a record batch: the metadata of one vector.
 *
 * @param rowCount the number of rows
 * @param hasNulls {@code true} if some rows are null
 */
record ColumnNode(int rowCount, boolean hasNulls) {

}
