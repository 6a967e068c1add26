package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import io.sparkex.errors.CorruptResultException;

/**
 * Offsets buffer of a column of variable-width values or lists.
 *
 * @param buffer the offsets, one more than there are values
 * @param large {@code true} for 64-bit offsets, {@code false} for 32-bit offsets
 * @param limit the largest valid offset
 */
record Offsets(ByteBuffer buffer, boolean large, int limit) {

	int start(int row) {
		return checked(offset(row), 0);
	}

	int end(int row, int start) {
		return checked(offset(row + 1), start);
	}

	/**
	 * Returns the end of the last value.
	 */
	long end(int count) {
		return (count == 0 && !this.buffer.hasRemaining()) ? 0 : offset(count);
	}

	private long offset(int index) {
		return this.large ? this.buffer.getLong(index << 3) : this.buffer.getInt(index << 2);
	}

	/**
	 * Validates an offset on access. Validating all of them in advance would cost more
	 * than reading a few values.
	 */
	private int checked(long offset, int min) {
		if (offset < min || offset > this.limit) {
			throw new CorruptResultException("The server sent an Arrow batch with the offset " + offset
					+ ", which must be from " + min + " to " + this.limit);
		}
		return (int) offset;
	}

}
