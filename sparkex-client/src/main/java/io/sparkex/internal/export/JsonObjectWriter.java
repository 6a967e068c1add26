package io.sparkex.internal.export;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.StructSlice;

/**
 * Writer of structs and rows as JSON objects, with fields in order.
 */
final class JsonObjectWriter implements CellWriter {

	private final byte[][] names;

	private final CellWriter[] values;

	private final boolean nullFields;

	JsonObjectWriter(byte[][] names, CellWriter[] values, boolean nullFields) {
		this.names = names;
		this.values = values;
		this.nullFields = nullFields;
	}

	@Override
	public void write(ColumnVector column, int row, TextOutput out) {
		StructSlice struct = column.getStruct(row);
		write(struct.fields(), struct.row(), out);
	}

	void write(ColumnBatch fields, int row, TextOutput out) {
		char separator = '{';
		for (int i = 0; i < this.values.length; i++) {
			ColumnVector field = fields.column(i);
			boolean isNull = field.isNull(row);
			if (!isNull || this.nullFields) {
				out.put(separator);
				separator = ',';
				out.put(this.names[i]);
				if (isNull) {
					out.put("null");
				}
				else {
					this.values[i].write(field, row, out);
				}
			}
		}
		if (separator == '{') {
			out.put(separator);
		}
		out.put('}');
	}

}
