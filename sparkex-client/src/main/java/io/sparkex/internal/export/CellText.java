package io.sparkex.internal.export;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.internal.arrow.StringVector;

/**
 * Reusable view of the UTF-8 text of a cell, which can be copied in chunks.
 */
final class CellText {

	private static final byte[] NOTHING = {};

	private @Nullable StringVector vector;

	private int row;

	private byte[] bytes = NOTHING;

	private int length;

	void moveTo(ColumnVector column, int row) {
		if (column instanceof StringVector strings) {
			this.vector = strings;
			this.row = row;
			this.length = strings.getByteLength(row);
		}
		else {
			moveTo(column.getString(row).getBytes(StandardCharsets.UTF_8));
		}
	}

	void moveTo(byte[] text) {
		this.vector = null;
		this.bytes = text;
		this.length = text.length;
	}

	/**
	 * Returns the length in bytes.
	 */
	int length() {
		return this.length;
	}

	void copy(int from, byte[] target, int at, int count) {
		if (this.vector != null) {
			this.vector.copyBytes(this.row, from, target, at, count);
		}
		else {
			System.arraycopy(this.bytes, from, target, at, count);
		}
	}

}
