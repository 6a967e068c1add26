package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Text in UTF-8.
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
	 * The length of the text of a row as it was received, for those who do without a
	 * String.
	 * @param row the row, from 0
	 * @return the count of bytes
	 */
	public int getByteLength(int row) {
		return this.values.length(row);
	}

	/**
	 * Copies some bytes of the text of a row as they were received: in UTF-8, though
	 * Spark does not check it.
	 * @param row the row, from 0
	 * @param from the first byte of the text, from 0
	 * @param target where the bytes go
	 * @param at the index of the first of them there
	 * @param count the count of bytes
	 * @throws IndexOutOfBoundsException if the text or the target has not so many
	 */
	public void copyBytes(int row, int from, byte[] target, int at, int count) {
		this.values.copy(row, from, target, at, count);
	}

	@Override
	Object getObject(int row) {
		return getString(row);
	}

}
