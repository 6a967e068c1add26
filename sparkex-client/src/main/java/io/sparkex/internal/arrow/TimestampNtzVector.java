package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Dates with a time of day and without a zone, to the microsecond.
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
	 * The count of microseconds since 1970-01-01T00:00, as if all days had 24 hours.
	 * @param row the row, from 0
	 * @return the count, negative before that time
	 */
	public long getEpochMicros(int row) {
		return this.values.getLong(row << 3);
	}

	/**
	 * The date and time of a row.
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
