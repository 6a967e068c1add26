package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of 64-bit floating point numbers.
 *
 * @since 0.1.0
 */
final class DoubleVector extends ArrowVector {

	private final ByteBuffer values;

	DoubleVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public double getDouble(int row) {
		return this.values.getDouble(row << 3);
	}

	@Override
	Object getObject(int row) {
		return getDouble(row);
	}

}
