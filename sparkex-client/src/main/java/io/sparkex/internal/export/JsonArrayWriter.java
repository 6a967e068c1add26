package io.sparkex.internal.export;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.columnar.ListSlice;

/**
 * Writer of JSON arrays.
 */
final class JsonArrayWriter implements CellWriter {

	private final CellWriter elements;

	JsonArrayWriter(CellWriter elements) {
		this.elements = elements;
	}

	@Override
	public void write(ColumnVector column, int row, TextOutput out) {
		ListSlice list = column.getList(row);
		out.put('[');
		for (int i = list.start(); i < list.end(); i++) {
			if (i > list.start()) {
				out.put(',');
			}
			element(this.elements, list.elements(), i, out);
		}
		out.put(']');
	}

	/**
	 * Writes an element, which may be null.
	 */
	static void element(CellWriter writer, ColumnVector elements, int row, TextOutput out) {
		if (elements.isNull(row)) {
			out.put("null");
		}
		else {
			writer.write(elements, row, out);
		}
	}

}
