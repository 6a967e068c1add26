package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import io.sparkex.errors.CorruptResultException;

/**
 * Where the values of different lengths start that lie one after the other.
 *
 * @param buffer one offset more than there are values
 * @param large whether an offset has 64 bits and not 32
 * @param limit the largest offset there may be
 */
record Offsets(ByteBuffer buffer, boolean large, int limit) {

	int start(int row) {
		return checked(offset(row), 0);
	}

	int end(int row, int start) {
		return checked(offset(row + 1), start);
	}

	/**
	 * The end of all values.
	 */
	long end(int count) {
		return (count == 0 && !this.buffer.hasRemaining()) ? 0 : offset(count);
	}

	private long offset(int index) {
		return this.large ? this.buffer.getLong(index << 3) : this.buffer.getInt(index << 2);
	}

	/**
	 * Offsets are checked when they are used, since a pass over all of them would cost
	 * more than reading a few values.
	 */
	private int checked(long offset, int least) {
		if (offset < least || offset > this.limit) {
			throw new CorruptResultException("The server sent an Arrow batch in which a value ends at " + offset
					+ " where it must end from " + least + " to " + this.limit);
		}
		return (int) offset;
	}

}
