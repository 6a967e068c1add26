package io.sparkex.internal.export;

import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.types.StructType;

/**
 * Sees to the order of calls and to the stream.
 */
abstract sealed class TextBatchWriter implements BatchWriter permits JsonBatchWriter, CsvBatchWriter {

	private final TextSink out;

	private @Nullable StructType schema;

	private boolean ended;

	TextBatchWriter(OutputStream out) {
		this.out = new TextSink(out);
	}

	abstract void begin(StructType schema, TextSink out);

	abstract void write(ColumnBatch batch, TextSink out);

	abstract void end(TextSink out);

	@Override
	public final void begin(StructType schema) {
		if (this.schema != null) {
			throw new IllegalStateException("The result has begun already; make a new writer for another one");
		}
		begin(schema, this.out);
		this.schema = schema;
	}

	private StructType begun() {
		if (this.schema == null || this.ended) {
			throw new IllegalStateException(this.ended ? "The result has ended; make a new writer for another one"
					: "The result has not begun; call begin first");
		}
		return this.schema;
	}

	@Override
	public final void write(ColumnBatch batch) {
		StructType expected = begun();
		if (!expected.equals(batch.schema())) {
			throw new IllegalArgumentException("The result began with the columns " + expected.simpleString()
					+ ", but a batch has " + batch.schema().simpleString());
		}
		write(batch, this.out);
		this.out.drain();
	}

	@Override
	public final void end() {
		begun();
		end(this.out);
		this.out.flush();
		this.ended = true;
	}

}
