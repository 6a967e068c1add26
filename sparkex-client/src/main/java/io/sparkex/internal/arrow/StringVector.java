package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of UTF-8 strings.
 *
 * @since 0.1.0
 */
public final class StringVector extends ArrowVector {

	private final VariableWidth values;

	StringVector(DataType type, @Nullable ByteBuffer validity, VariableWidth values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public String getString(int row) {
		return this.values.text(row);
	}

	/**
	 * Returns the length of the encoded string of a row.
	 * @param row the row, from 0
	 * @return the number of bytes
	 */
	public int getByteLength(int row) {
		return this.values.length(row);
	}

	/**
	 * Copies bytes of the encoded string of a row without decoding it. Spark does not
	 * guarantee that they are valid UTF-8.
	 * @param row the row, from 0
	 * @param from the first byte of the string, from 0
	 * @param target the array to copy to
	 * @param at the index of the first copied byte in the target
	 * @param count the number of bytes to copy
	 * @throws IndexOutOfBoundsException if the string or the target is too short
	 */
	public void copyBytes(int row, int from, byte[] target, int at, int count) {
		this.values.copy(row, from, target, at, count);
	}

	@Override
	Object getObject(int row) {
		return getString(row);
	}

}
