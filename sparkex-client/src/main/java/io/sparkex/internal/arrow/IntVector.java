package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of 32-bit integers.
 *
 * @since 0.1.0
 */
final class IntVector extends ArrowVector {

	private final ByteBuffer values;

	IntVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public int getInt(int row) {
		return this.values.getInt(row << 2);
	}

	@Override
	public long getLong(int row) {
		return getInt(row);
	}

	@Override
	public double getDouble(int row) {
		return getInt(row);
	}

	@Override
	public BigDecimal getDecimal(int row) {
		return BigDecimal.valueOf(getInt(row));
	}

	@Override
	Object getObject(int row) {
		return getInt(row);
	}

}
