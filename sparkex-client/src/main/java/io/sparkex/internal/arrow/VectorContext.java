package io.sparkex.internal.arrow;

/**
 * Inputs of the vectors of one batch.
 *
 * @param reader provides the buffers
 * @param dictionaries the dictionaries of encoded columns
 * @param structs creates the values of struct columns
 */
record VectorContext(RecordBatchReader reader, Dictionaries dictionaries, StructFactory structs) {

}
