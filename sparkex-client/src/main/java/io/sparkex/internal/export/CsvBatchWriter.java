package io.sparkex.internal.export;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.export.CsvOptions;
import io.sparkex.types.StructType;

/**
 * Writer of rows as CSV records.
 */
final class CsvBatchWriter extends BatchWriter {

	private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

	private static final CellWriter[] NONE = {};

	private final CsvOptions options;

	private final byte[] nullText;

	private CellWriter[] writers = NONE;

	CsvBatchWriter(OutputStream out, CsvOptions options) {
		super(out);
		this.options = options;
		this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	void begin(StructType schema, TextOutput out) {
		CsvCellWriterFactory types = new CsvCellWriterFactory(this.options);
		this.writers = schema.fields()
			.stream()
			.map((field) -> field.dataType().accept(types))
			.toArray(CellWriter[]::new);
		if (this.options.byteOrderMark()) {
			out.put(BYTE_ORDER_MARK);
		}
		if (this.options.header()) {
			header(schema, out);
		}
	}

	private void header(StructType schema, TextOutput out) {
		CsvTextWriter names = new CsvTextWriter(this.options, this.options.escapeFormulas());
		CellText name = new CellText();
		for (int i = 0; i < schema.size(); i++) {
			delimit(i, out);
			name.moveTo(schema.field(i).name().getBytes(StandardCharsets.UTF_8));
			names.put(name, out);
		}
		out.put(this.options.lineSeparator());
	}

	private void delimit(int column, TextOutput out) {
		if (column > 0) {
			out.put(this.options.delimiter());
		}
	}

	@Override
	void write(ColumnBatch batch, TextOutput out) {
		for (int row = 0; row < batch.rowCount(); row++) {
			for (int i = 0; i < this.writers.length; i++) {
				delimit(i, out);
				ColumnVector column = batch.column(i);
				if (column.isNull(row)) {
					out.put(this.nullText);
				}
				else {
					this.writers[i].write(column, row, out);
				}
			}
			out.put(this.options.lineSeparator());
		}
	}

	@Override
	void end(TextOutput out) {
		// A CSV file has no text after its last record.
	}

}
