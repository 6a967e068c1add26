package io.sparkex.arrow;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.sparkex.errors.CorruptResultException;

/**
 * Values of different lengths, one after the other, with the offsets at which they start.
 *
 * @param offsets one more than there are values
 * @param data the values
 * @param large whether an offset has 64 bits and not 32
 */
record VariableWidth(ByteBuffer offsets, ByteBuffer data, boolean large) {

	int start(int row) {
		return checked(offset(row), 0);
	}

	int end(int row, int start) {
		return checked(offset(row + 1), start);
	}

	private long offset(int index) {
		return this.large ? this.offsets.getLong(index << 3) : this.offsets.getInt(index << 2);
	}

	/**
	 * Offsets are checked when they are used, since a pass over all of them would cost
	 * more than reading a few values.
	 */
	private int checked(long offset, int least) {
		if (offset < least || offset > this.data.limit()) {
			throw new CorruptResultException("The server sent an Arrow batch in which a value ends at byte " + offset
					+ " of " + this.data.limit());
		}
		return (int) offset;
	}

	byte[] bytes(int row) {
		int start = start(row);
		int end = end(row, start);
		int base = this.data.arrayOffset();
		return Arrays.copyOfRange(this.data.array(), base + start, base + end);
	}

}
