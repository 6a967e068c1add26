package io.sparkex.internal.export;

import java.io.OutputStream;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.StructType;

/**
 * Writes the batches of one result to a stream as text in UTF-8, in memory that does not
 * grow with the result.
 * <p>
 * The stream is flushed at the end and never closed. If it fails, the methods throw an
 * {@link java.io.UncheckedIOException}; after any exception the text is incomplete and
 * the writer of no more use. For one result and one thread.
 *
 * @since 0.1.0
 */
public sealed interface BatchWriter permits TextBatchWriter {

	/**
	 * Writes what comes before the rows. To be called once and before all else.
	 * @param schema the names and types of the columns
	 * @throws IllegalStateException if it was called before
	 * @throws io.sparkex.errors.UnsupportedException if a column has a type that cannot
	 * be written
	 */
	void begin(StructType schema);

	/**
	 * Writes rows and hands them over to the stream.
	 * @param batch the rows, of the schema that the result has
	 * @throws IllegalStateException if the result has not begun or has ended
	 * @throws IllegalArgumentException if the schema is another
	 */
	void write(ColumnBatch batch);

	/**
	 * Writes what comes after the rows and flushes the stream. To be called once and
	 * after all else.
	 * @throws IllegalStateException if the result has not begun or has ended
	 */
	void end();

	/**
	 * A writer of one JSON array that has an object for each row.
	 * @param out where the text goes
	 * @param options the forms of values
	 * @return a new writer
	 */
	static BatchWriter json(OutputStream out, JsonOptions options) {
		return new JsonBatchWriter(out, options, JsonBatchWriter.Framing.ARRAY);
	}

	/**
	 * A writer of JSON lines: an object for each row, each on a line of its own.
	 * @param out where the text goes
	 * @param options the forms of values
	 * @return a new writer
	 */
	static BatchWriter ndjson(OutputStream out, JsonOptions options) {
		return new JsonBatchWriter(out, options, JsonBatchWriter.Framing.LINES);
	}

	/**
	 * A writer of comma-separated values after RFC 4180.
	 * @param out where the text goes
	 * @param options the delimiter, the header and the forms of values
	 * @return a new writer
	 */
	static BatchWriter csv(OutputStream out, CsvOptions options) {
		return new CsvBatchWriter(out, options);
	}

}
