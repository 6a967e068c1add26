package io.sparkex.internal.export;

import java.io.OutputStream;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.export.JsonOptions;
import io.sparkex.types.StructType;

/**
 * Writer of rows as JSON objects.
 */
final class JsonBatchWriter extends BatchWriter {

	private final JsonCellWriterFactory writers;

	private final Framing framing;

	private JsonObjectWriter rows;

	private boolean first = true;

	JsonBatchWriter(OutputStream out, JsonOptions options, Framing framing) {
		super(out);
		this.writers = new JsonCellWriterFactory(options, JsonStyle.PLAIN);
		this.rows = this.writers.object(new StructType());
		this.framing = framing;
	}

	@Override
	void begin(StructType schema, TextOutput out) {
		this.rows = this.writers.object(schema);
		out.put(this.framing.start);
	}

	@Override
	void write(ColumnBatch batch, TextOutput out) {
		for (int row = 0; row < batch.rowCount(); row++) {
			out.put(this.first ? "" : this.framing.between);
			this.first = false;
			this.rows.write(batch, row, out);
			out.put(this.framing.after);
		}
	}

	@Override
	void end(TextOutput out) {
		out.put(this.framing.end);
	}

	/**
	 * Text around and between the objects.
	 */
	enum Framing {

		ARRAY("[", ",", "", "]"), LINES("", "", "\n", "");

		private final String start;

		private final String between;

		private final String after;

		private final String end;

		Framing(String start, String between, String after, String end) {
			this.start = start;
			this.between = between;
			this.after = after;
			this.end = end;
		}

	}

}
