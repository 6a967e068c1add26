package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of day-time intervals with microsecond precision.
 *
 * @since 0.1.0
 */
final class DayTimeIntervalVector extends ArrowVector {

	private final ByteBuffer values;

	DayTimeIntervalVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the interval in microseconds.
	 * @param row the row, from 0
	 * @return the number of microseconds, in the range of {@code long}
	 */
	public long getMicros(int row) {
		return this.values.getLong(row << 3);
	}

	/**
	 * Returns the interval of a row.
	 * @param row the row, from 0
	 * @return the interval
	 */
	public Duration getDuration(int row) {
		long micros = getMicros(row);
		return Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
	}

	@Override
	Object getObject(int row) {
		return getDuration(row);
	}

}
