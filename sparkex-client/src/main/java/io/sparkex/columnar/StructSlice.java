package io.sparkex.columnar;

/**
 * The position of one struct in the vectors of its fields.
 *
 * @param fields the vectors of the fields
 * @param row the row in the vectors, from 0
 * @since 0.1.0
 */
public record StructSlice(ColumnBatch fields, int row) {

}
