package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.types.DataType;
import io.sparkex.values.CalendarInterval;

/**
 * Column vector of intervals with months, days and microseconds.
 *
 * @since 0.1.0
 */
final class CalendarIntervalVector extends ArrowVector {

	private static final long NANOS_OF_MICRO = 1_000;

	private final ByteBuffer values;

	CalendarIntervalVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the interval of a row.
	 * @param row the row, from 0
	 * @return the interval
	 * @throws CorruptResultException if the server sent fractions of a microsecond, which
	 * Spark does not support
	 */
	public CalendarInterval getCalendarInterval(int row) {
		int months = this.values.getInt(row << 4);
		int days = this.values.getInt((row << 4) + Integer.BYTES);
		long nanos = this.values.getLong((row << 4) + 2 * Integer.BYTES);
		if (nanos % NANOS_OF_MICRO != 0) {
			throw new CorruptResultException("The server sent a calendar interval with " + nanos + " nanoseconds");
		}
		return new CalendarInterval(months, days, nanos / NANOS_OF_MICRO);
	}

	@Override
	Object getObject(int row) {
		return getCalendarInterval(row);
	}

}
