package io.sparkex.internal.export;

import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.types.StructType;

/**
 * Base class of writers that checks the order of calls and owns the output buffer.
 */
abstract sealed class TextBatchWriter implements BatchWriter permits JsonBatchWriter, CsvBatchWriter {

	private final TextOutput out;

	private @Nullable StructType schema;

	private boolean ended;

	TextBatchWriter(OutputStream out) {
		this.out = new TextOutput(out);
	}

	abstract void begin(StructType schema, TextOutput out);

	abstract void write(ColumnBatch batch, TextOutput out);

	abstract void end(TextOutput out);

	@Override
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
