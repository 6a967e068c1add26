package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.Period;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of year-month intervals.
 *
 * @since 0.1.0
 */
final class YearMonthIntervalVector extends ArrowVector {

	private final ByteBuffer values;

	YearMonthIntervalVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the interval in months.
	 * @param row the row, from 0
	 * @return the number of months, in the range of {@code int}
	 */
	public int getMonths(int row) {
		return this.values.getInt(row << 2);
	}

	/**
	 * Returns the interval of a row.
	 * @param row the row, from 0
	 * @return the interval, with less than 12 months besides the years
	 */
	public Period getPeriod(int row) {
		return Period.ofMonths(getMonths(row)).normalized();
	}

	@Override
	Object getObject(int row) {
		return getPeriod(row);
	}

}
