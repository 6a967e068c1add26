package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of binary values.
 *
 * @since 0.1.0
 */
final class BinaryVector extends ArrowVector {

	private final VariableWidth values;

	BinaryVector(DataType type, @Nullable ByteBuffer validity, VariableWidth values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public byte[] getBytes(int row) {
		return this.values.bytes(row);
	}

	@Override
	Object getObject(int row) {
		return getBytes(row);
	}

}
