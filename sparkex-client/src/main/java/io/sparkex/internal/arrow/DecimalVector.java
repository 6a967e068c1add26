package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DecimalType;

/**
 * Column vector of 128-bit decimals.
 *
 * @since 0.1.0
 */
public final class DecimalVector extends ArrowVector {

	private final ByteBuffer values;

	private final int scale;

	DecimalVector(DecimalType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
		this.scale = type.scale();
	}

	/**
	 * Returns {@code true} if the unscaled value of a row fits into 64 bits.
	 * @param row the row, from 0
	 * @return {@code true} if {@link #getUnscaledLong(int)} returns the complete unscaled
	 * value
	 */
	public boolean fitsLong(int row) {
		return high(row) == getUnscaledLong(row) >> (Long.SIZE - 1);
	}

	/**
	 * Returns the lower 64 bits of the unscaled value of a row.
	 * @param row the row, from 0
	 * @return the lower 64 bits of the unscaled value
	 */
	public long getUnscaledLong(int row) {
		return this.values.getLong(row << 4);
	}

	private long high(int row) {
		return this.values.getLong((row << 4) + Long.BYTES);
	}

	@Override
	public BigDecimal getDecimal(int row) {
		long low = getUnscaledLong(row);
		if (fitsLong(row)) {
			return BigDecimal.valueOf(low, this.scale);
		}
		byte[] bigEndian = ByteBuffer.allocate(2 * Long.BYTES).putLong(high(row)).putLong(low).array();
		return new BigDecimal(new BigInteger(bigEndian), this.scale);
	}

	@Override
	Object getObject(int row) {
		return getDecimal(row);
	}

}
