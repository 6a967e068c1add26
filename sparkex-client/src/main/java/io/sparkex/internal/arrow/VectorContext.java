package io.sparkex.internal.arrow;

/**
 * What the vectors of one batch are made from.
 *
 * @param reader hands out the buffers
 * @param dictionaries the values that encoded columns refer to
 * @param structs makes the objects that stand for structs
 */
record VectorContext(RecordBatchReader reader, Dictionaries dictionaries, StructFactory structs) {

}
