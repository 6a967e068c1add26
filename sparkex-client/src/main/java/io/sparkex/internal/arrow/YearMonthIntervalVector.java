package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.Period;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Spans of years and months.
 *
 * @since 0.1.0
 */
public final class YearMonthIntervalVector extends ArrowVector {

	private final ByteBuffer values;

	YearMonthIntervalVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * The count of months.
	 * @param row the row, from 0
	 * @return the count, any number of 32 bits
	 */
	public int getMonths(int row) {
		return this.values.getInt(row << 2);
	}

	/**
	 * The span of a row.
	 * @param row the row, from 0
	 * @return the span, its months less than a year
	 */
	public Period getPeriod(int row) {
		return Period.ofMonths(getMonths(row)).normalized();
	}

	@Override
	Object getObject(int row) {
		return getPeriod(row);
	}

}
