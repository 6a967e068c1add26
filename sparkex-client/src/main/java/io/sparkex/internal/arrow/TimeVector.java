package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.types.DataType;

/**
 * Column vector of times of day without a time zone, with nanosecond precision.
 *
 * @since 0.1.0
 */
final class TimeVector extends ArrowVector {

	private final ByteBuffer values;

	TimeVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the time of a row.
	 * @param row the row, from 0
	 * @return the time
	 * @throws CorruptResultException if the server sent an invalid time of day
	 */
	public LocalTime getLocalTime(int row) {
		long nanos = this.values.getLong(row << 3);
		try {
			return LocalTime.ofNanoOfDay(nanos);
		}
		catch (DateTimeException ex) {
			throw new CorruptResultException("The server sent a time of day at nanosecond " + nanos, ex);
		}
	}

	@Override
	Object getObject(int row) {
		return getLocalTime(row);
	}

}
