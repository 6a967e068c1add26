package io.sparkex.arrow;

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
public final class DecimalVector extends ColumnVector {

	private final ByteBuffer values;

	private final int scale;

	DecimalVector(DecimalType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
		this.scale = type.scale();
	}

	@Override
	public BigDecimal getDecimal(int row) {
		long low = this.values.getLong(row << 4);
		long high = this.values.getLong((row << 4) + Long.BYTES);
		if (high == low >> (Long.SIZE - 1)) {
			return BigDecimal.valueOf(low, this.scale);
		}
		byte[] bigEndian = ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
		return new BigDecimal(new BigInteger(bigEndian), this.scale);
	}

	@Override
	Object getObject(int row) {
		return getDecimal(row);
	}

}
