package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of 16-bit integers.
 *
 * @since 0.1.0
 */
final class ShortVector extends ArrowVector {

	private final ByteBuffer values;

	ShortVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public short getShort(int row) {
		return this.values.getShort(row << 1);
	}

	@Override
	public int getInt(int row) {
		return getShort(row);
	}

	@Override
	public long getLong(int row) {
		return getShort(row);
	}

	@Override
	public float getFloat(int row) {
		return getShort(row);
	}

	@Override
	public double getDouble(int row) {
		return getShort(row);
	}

	@Override
	public BigDecimal getDecimal(int row) {
		return BigDecimal.valueOf(getShort(row));
	}

	@Override
	Object getObject(int row) {
		return getShort(row);
	}

}
