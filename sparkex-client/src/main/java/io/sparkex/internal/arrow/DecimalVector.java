package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DecimalType;

/**
 * Exact numbers, 128 bits each.
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
	 * Whether the digits of a row, read as an integer, fit 64 bits.
	 * @param row the row, from 0
	 * @return {@code true} if {@link #getUnscaledLong(int)} has all of them
	 */
	public boolean fitsLong(int row) {
		return high(row) == getUnscaledLong(row) >> (Long.SIZE - 1);
	}

	/**
	 * The digits of a row as an integer, to be divided by ten as often as the scale says.
	 * @param row the row, from 0
	 * @return the lower 64 bits of the integer
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
