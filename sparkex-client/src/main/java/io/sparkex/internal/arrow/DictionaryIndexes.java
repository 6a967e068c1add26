package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.apache.arrow.flatbuf.Int;

/**
 * The places of values in a dictionary.
 *
 * @param buffer one index for each row
 * @param width the bytes of an index
 * @param signed whether the highest bit is a sign
 */
record DictionaryIndexes(ByteBuffer buffer, int width, boolean signed) {

	/**
	 * The width of the indexes of an encoding.
	 * @return the bytes of an index, or 0 if it is no such type
	 */
	static int width(Int type) {
		return switch (type.bitWidth()) {
			case 8, 16, 32, 64 -> type.bitWidth() / Byte.SIZE;
			default -> 0;
		};
	}

	long get(int row) {
		return switch (this.width) {
			case 1 -> this.signed ? this.buffer.get(row) : Byte.toUnsignedLong(this.buffer.get(row));
			case 2 ->
				this.signed ? this.buffer.getShort(row << 1) : Short.toUnsignedLong(this.buffer.getShort(row << 1));
			case 4 -> this.signed ? this.buffer.getInt(row << 2) : Integer.toUnsignedLong(this.buffer.getInt(row << 2));
			default -> this.buffer.getLong(row << 3);
		};
	}

}
