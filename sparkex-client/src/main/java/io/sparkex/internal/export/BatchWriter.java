package io.sparkex.internal.export;

import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

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
public abstract sealed class BatchWriter permits JsonBatchWriter, CsvBatchWriter {

	private final TextOutput out;

	private @Nullable StructType schema;

	private boolean ended;

	BatchWriter(OutputStream out) {
		this.out = new TextOutput(out);
	}

	/**
	 * Creates a writer of a JSON array with an object for each row.
	 * @param out the output
	 * @param options the formats of values
	 * @return a new writer
	 */
	public static BatchWriter json(OutputStream out, JsonOptions options) {
		return new JsonBatchWriter(out, options, JsonBatchWriter.Framing.ARRAY);
	}

	/**
	 * Creates a writer of newline-delimited JSON with an object for each row.
	 * @param out the output
	 * @param options the formats of values
	 * @return a new writer
	 */
	public static BatchWriter ndjson(OutputStream out, JsonOptions options) {
		return new JsonBatchWriter(out, options, JsonBatchWriter.Framing.LINES);
	}

	/**
	 * Creates a writer of comma-separated values according to RFC 4180.
	 * @param out the output
	 * @param options the delimiter, the header and the formats of values
	 * @return a new writer
	 */
	public static BatchWriter csv(OutputStream out, CsvOptions options) {
		return new CsvBatchWriter(out, options);
	}

	abstract void begin(StructType schema, TextOutput out);

	abstract void write(ColumnBatch batch, TextOutput out);

	abstract void end(TextOutput out);

	/**
	 * Writes the text before the rows. Call this method once, before all others.
	 * @param schema the names and types of the columns
	 * @throws IllegalStateException if it was called before
	 * @throws io.sparkex.errors.UnsupportedException if the type of a column is not
	 * supported
	 */
	public final void begin(StructType schema) {
		if (this.schema != null) {
			throw new IllegalStateException("The result has already begun; create a new writer for another result");
		}
		begin(schema, this.out);
		this.schema = schema;
	}

	private StructType begun() {
		if (this.schema == null || this.ended) {
			throw new IllegalStateException(this.ended ? "The result has ended; create a new writer for another result"
					: "The result has not begun; call begin first");
		}
		return this.schema;
	}

	/**
	 * Writes rows and passes them to the stream.
	 * @param batch the rows, with the schema of the result
	 * @throws IllegalStateException if {@link #begin} was not called or {@link #end} was
	 * called
	 * @throws IllegalArgumentException if the schema differs
	 */
	public final void write(ColumnBatch batch) {
		StructType expected = begun();
		if (!expected.equals(batch.schema())) {
			throw new IllegalArgumentException("The result began with the columns " + expected.simpleString()
					+ ", but a batch has " + batch.schema().simpleString());
		}
		write(batch, this.out);
		this.out.drain();
	}

	/**
	 * Writes the text after the rows and flushes the stream. Call this method once, after
	 * all others.
	 * @throws IllegalStateException if {@link #begin} was not called or {@link #end} was
	 * called
	 */
	public final void end() {
		begun();
		end(this.out);
		this.out.flush();
		this.ended = true;
	}

}
