package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of 64-bit integers.
 *
 * @since 0.1.0
 */
final class LongVector extends ArrowVector {

	private final ByteBuffer values;

	LongVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	@Override
	public long getLong(int row) {
		return this.values.getLong(row << 3);
	}

	@Override
	public BigDecimal getDecimal(int row) {
		return BigDecimal.valueOf(getLong(row));
	}

	@Override
	Object getObject(int row) {
		return getLong(row);
	}

}
