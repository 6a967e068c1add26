package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of 8-bit integers.
 *
 * @since 0.1.0
 */
final class ByteVector extends ArrowVector {

	private final ByteBuffer values;

	ByteVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public byte getByte(int row) {
		return this.values.get(row);
	}

	@Override
	public short getShort(int row) {
		return getByte(row);
	}

	@Override
	public int getInt(int row) {
		return getByte(row);
	}

	@Override
	public long getLong(int row) {
		return getByte(row);
	}

	@Override
	public float getFloat(int row) {
		return getByte(row);
	}

	@Override
	public double getDouble(int row) {
		return getByte(row);
	}

	@Override
	public BigDecimal getDecimal(int row) {
		return BigDecimal.valueOf(getByte(row));
	}

	@Override
	Object getObject(int row) {
		return getByte(row);
	}

}
