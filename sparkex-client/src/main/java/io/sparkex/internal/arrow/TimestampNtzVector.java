package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of timestamps without a time zone, with microsecond precision.
 *
 * @since 0.1.0
 */
public final class TimestampNtzVector extends ArrowVector {

	private final ByteBuffer values;

	TimestampNtzVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the number of microseconds since 1970-01-01T00:00.
	 * @param row the row, from 0
	 * @return the number of microseconds, negative for earlier timestamps
	 */
	public long getEpochMicros(int row) {
		return this.values.getLong(row << 3);
	}

	/**
	 * Returns the date and time of a row.
	 * @param row the row, from 0
	 * @return the date and time
	 */
	public LocalDateTime getLocalDateTime(int row) {
		long micros = getEpochMicros(row);
		return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L),
				(int) Math.floorMod(micros, 1_000_000L) * 1_000, ZoneOffset.UTC);
	}

	@Override
	Object getObject(int row) {
		return getLocalDateTime(row);
	}

}
