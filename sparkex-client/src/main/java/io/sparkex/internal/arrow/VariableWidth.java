package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Variable-width values: an offsets buffer and a data buffer.
 *
 * @param offsets the offsets into the data
 * @param data the data buffer
 */
record VariableWidth(Offsets offsets, ByteBuffer data) {

	byte[] bytes(int row) {
		int start = this.offsets.start(row);
		int end = this.offsets.end(row, start);
		int base = this.data.arrayOffset();
		return Arrays.copyOfRange(this.data.array(), base + start, base + end);
	}

	int length(int row) {
		int start = this.offsets.start(row);
		return this.offsets.end(row, start) - start;
	}

	void copy(int row, int from, byte[] target, int at, int count) {
		int start = this.offsets.start(row);
		Objects.checkFromIndexSize(from, count, this.offsets.end(row, start) - start);
		System.arraycopy(this.data.array(), this.data.arrayOffset() + start + from, target, at, count);
	}

	String text(int row) {
		int start = this.offsets.start(row);
		int end = this.offsets.end(row, start);
		return new String(this.data.array(), this.data.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
	}

}
