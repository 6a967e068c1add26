package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of 32-bit floating point numbers.
 *
 * @since 0.1.0
 */
final class FloatVector extends ArrowVector {

	private final ByteBuffer values;

	FloatVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public float getFloat(int row) {
		return this.values.getFloat(row << 2);
	}

	@Override
	public double getDouble(int row) {
		return getFloat(row);
	}

	@Override
	Object getObject(int row) {
		return getFloat(row);
	}

}
