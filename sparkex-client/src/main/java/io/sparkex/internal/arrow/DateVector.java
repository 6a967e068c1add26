package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;

/**
 * Column vector of dates, stored as days since 1970-01-01.
 *
 * @since 0.1.0
 */
public final class DateVector extends ArrowVector {

	private final ByteBuffer values;

	DateVector(DataType type, @Nullable ByteBuffer validity, ByteBuffer values) {
		super(type, validity);
		this.values = values;
	}

	/**
	 * Returns the number of days since 1970-01-01.
	 * @param row the row, from 0
	 * @return the number of days, negative for earlier dates
	 */
	public int getEpochDay(int row) {
		return this.values.getInt(row << 2);
	}

	/**
	 * Returns the date of a row.
	 * @param row the row, from 0
	 * @return the date
	 */
	public LocalDate getLocalDate(int row) {
		return LocalDate.ofEpochDay(getEpochDay(row));
	}

	@Override
	Object getObject(int row) {
		return getLocalDate(row);
	}

}
