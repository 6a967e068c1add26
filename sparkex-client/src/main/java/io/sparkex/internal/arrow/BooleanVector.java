package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of booleans, one bit each.
 *
 * @since 0.1.0
 */
final class BooleanVector extends ArrowVector {

	private final ByteBuffer values;

	BooleanVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public boolean getBoolean(int row) {
		return (this.values.get(row >> 3) & (1 << (row & 7))) != 0;
	}

	@Override
	Object getObject(int row) {
		return getBoolean(row);
	}

}
