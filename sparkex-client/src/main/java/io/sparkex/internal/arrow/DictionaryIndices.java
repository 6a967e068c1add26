package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.apache.arrow.flatbuf.Int;

/**
 * Dictionary indices of the rows of a column.
 *
 * @param buffer one index for each row
 * @param width the width of an index in bytes
 * @param signed {@code true} if indices are signed
 */
record DictionaryIndices(ByteBuffer buffer, int width, boolean signed) {

	/**
	 * Returns the width of an index type.
	 * @return the width in bytes, or 0 if the type is not supported
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
