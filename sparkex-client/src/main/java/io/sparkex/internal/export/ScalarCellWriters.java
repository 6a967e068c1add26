package io.sparkex.internal.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Objects;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.internal.arrow.DateVector;
import io.sparkex.internal.arrow.DecimalVector;
import io.sparkex.internal.arrow.TimestampNtzVector;
import io.sparkex.internal.arrow.TimestampVector;
import io.sparkex.values.CalendarInterval;

/**
 * Writers of scalar values without quotes. They read plain vectors directly, and values
 * of other vectors, such as those with a dictionary, as objects.
 */
final class ScalarCellWriters {

	private final TimestampFormatter timestamps;

	ScalarCellWriters(ZoneId zone) {
		this.timestamps = new TimestampFormatter(zone);
	}

	private static Object present(ColumnVector column, int row) {
		return Objects.requireNonNull(column.get(row));
	}

	static void bool(ColumnVector column, int row, TextOutput out) {
		out.put(column.getBoolean(row) ? "true" : "false");
	}

	static void integer(ColumnVector column, int row, TextOutput out) {
		NumberFormatter.put(column.getInt(row), out);
	}

	static void bigint(ColumnVector column, int row, TextOutput out) {
		NumberFormatter.put(column.getLong(row), out);
	}

	static void float32(ColumnVector column, int row, TextOutput out) {
		FloatingPointFormatter.put(column.getFloat(row), out);
	}

	static void float64(ColumnVector column, int row, TextOutput out) {
		FloatingPointFormatter.put(column.getDouble(row), out);
	}

	static CellWriter decimal(int scale) {
		return (column, row, out) -> {
			if (column instanceof DecimalVector decimals && decimals.fitsLong(row)
					&& decimals.getUnscaledLong(row) != Long.MIN_VALUE) {
				NumberFormatter.put(decimals.getUnscaledLong(row), scale, out);
			}
			else {
				out.put(column.getDecimal(row).toPlainString());
			}
		};
	}

	static void date(ColumnVector column, int row, TextOutput out) {
		long day = (column instanceof DateVector dates) ? dates.getEpochDay(row)
				: ((LocalDate) present(column, row)).toEpochDay();
		byte[] target = out.room(Iso8601Formatter.MAX_LENGTH);
		out.moveTo(Iso8601Formatter.date(day, target, out.position()));
	}

	void timestamp(ColumnVector column, int row, TextOutput out) {
		if (column instanceof TimestampVector instants) {
			this.timestamps.put(instants.getEpochMicros(row), out);
		}
		else {
			this.timestamps.put((Instant) present(column, row), out);
		}
	}

	static void timestampNtz(ColumnVector column, int row, TextOutput out) {
		if (column instanceof TimestampNtzVector times) {
			TimestampFormatter.putLocal(times.getEpochMicros(row), out);
		}
		else {
			TimestampFormatter.putLocal((LocalDateTime) present(column, row), out);
		}
	}

	@SuppressWarnings("JavaLocalTimeGetNano")
	static void time(ColumnVector column, int row, TextOutput out) {
		LocalTime time = (LocalTime) present(column, row);
		byte[] target = out.room(Iso8601Formatter.MAX_LENGTH);
		out.moveTo(Iso8601Formatter.time(time.toSecondOfDay(), time.getNano(), target, out.position()));
	}

	/**
	 * Writes a value whose {@code toString()} returns ISO 8601 text.
	 */
	static void object(ColumnVector column, int row, TextOutput out) {
		out.put(present(column, row).toString());
	}

	/**
	 * Writes the period and the duration of an interval as one text, such as {@code
	 * P1Y2M3DT4H}.
	 */
	static void calendarInterval(ColumnVector column, int row, TextOutput out) {
		CalendarInterval interval = (CalendarInterval) present(column, row);
		Period period = interval.toPeriod();
		Duration duration = interval.toDuration();
		if (!period.isZero()) {
			out.put(period.toString());
		}
		if (period.isZero() || !duration.isZero()) {
			out.put(duration.toString().substring(period.isZero() ? 0 : 1));
		}
	}

}
