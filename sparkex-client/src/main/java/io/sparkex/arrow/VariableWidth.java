package io.sparkex.arrow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Values of different lengths, one after the other, with the offsets at which they start.
 *
 * @param offsets the offsets into the data
 * @param data the values
 */
record VariableWidth(Offsets offsets, ByteBuffer data) {

	byte[] bytes(int row) {
		int start = this.offsets.start(row);
		int end = this.offsets.end(row, start);
		int base = this.data.arrayOffset();
		return Arrays.copyOfRange(this.data.array(), base + start, base + end);
	}

	String text(int row) {
		int start = this.offsets.start(row);
		int end = this.offsets.end(row, start);
		return new String(this.data.array(), this.data.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
	}

}
