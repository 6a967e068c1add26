package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of instants with microsecond precision.
 *
 * @since 0.1.0
 */
public final class TimestampVector extends ArrowVector {

	private final ByteBuffer values;

	TimestampVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the number of microseconds since 1970-01-01T00:00:00Z.
	 * @param row the row, from 0
	 * @return the number of microseconds, negative for earlier instants
	 */
	public long getEpochMicros(int row) {
		return this.values.getLong(row << 3);
	}

	/**
	 * Returns the instant of a row.
	 * @param row the row, from 0
	 * @return the instant
	 */
	public Instant getInstant(int row) {
		long micros = getEpochMicros(row);
		return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
	}

	@Override
	Object getObject(int row) {
		return getInstant(row);
	}

}
