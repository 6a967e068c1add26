package io.sparkex.internal.export;

import java.io.OutputStream;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.StructType;

/**
 * Writer of the batches of one result as UTF-8 text, in constant memory.
 * <p>
 * The writer flushes the stream at the end but never closes it. If the stream fails, the
 * methods throw an {@link java.io.UncheckedIOException}. After any exception the output
 * is incomplete and the writer must not be used again. Not thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface BatchWriter permits TextBatchWriter {

	/**
	 * Writes the text before the rows. Call this method once, before all others.
	 * @param schema the names and types of the columns
	 * @throws IllegalStateException if it was called before
	 * @throws io.sparkex.errors.UnsupportedException if the type of a column is not
	 * supported
	 */
	void begin(StructType schema);

	/**
	 * Writes rows and passes them to the stream.
	 * @param batch the rows, with the schema of the result
	 * @throws IllegalStateException if {@link #begin} was not called or {@link #end} was
	 * called
	 * @throws IllegalArgumentException if the schema differs
	 */
	void write(ColumnBatch batch);

	/**
	 * Writes the text after the rows and flushes the stream. Call this method once, after
	 * all others.
	 * @throws IllegalStateException if {@link #begin} was not called or {@link #end} was
	 * called
	 */
	void end();

	/**
	 * Creates a writer of a JSON array with an object for each row.
	 * @param out the output
	 * @param options the formats of values
	 * @return a new writer
	 */
	static BatchWriter json(OutputStream out, JsonOptions options) {
		return new JsonBatchWriter(out, options, JsonBatchWriter.Framing.ARRAY);
	}

	/**
	 * Creates a writer of newline-delimited JSON with an object for each row.
	 * @param out the output
	 * @param options the formats of values
	 * @return a new writer
	 */
	static BatchWriter ndjson(OutputStream out, JsonOptions options) {
		return new JsonBatchWriter(out, options, JsonBatchWriter.Framing.LINES);
	}

	/**
	 * Creates a writer of comma-separated values according to RFC 4180.
	 * @param out the output
	 * @param options the delimiter, the header and the formats of values
	 * @return a new writer
	 */
	static BatchWriter csv(OutputStream out, CsvOptions options) {
		return new CsvBatchWriter(out, options);
	}

}
