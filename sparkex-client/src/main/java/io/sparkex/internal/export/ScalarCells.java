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
 * Writes the bare text of single values. Vectors of the usual kind are read as they are;
 * of others, such as those with a dictionary, the values are taken as objects.
 */
final class ScalarCells {

	private final TimestampText timestamps;

	ScalarCells(ZoneId zone) {
		this.timestamps = new TimestampText(zone);
	}

	private static Object present(ColumnVector column, int row) {
		return Objects.requireNonNull(column.get(row));
	}

	static void bool(ColumnVector column, int row, TextSink out) {
		out.put(column.getBoolean(row) ? "true" : "false");
	}

	static void integer(ColumnVector column, int row, TextSink out) {
		Digits.put(column.getInt(row), out);
	}

	static void bigint(ColumnVector column, int row, TextSink out) {
		Digits.put(column.getLong(row), out);
	}

	static void float32(ColumnVector column, int row, TextSink out) {
		FloatingText.put(column.getFloat(row), out);
	}

	static void float64(ColumnVector column, int row, TextSink out) {
		FloatingText.put(column.getDouble(row), out);
	}

	static CellWriter decimal(int scale) {
		return (column, row, out) -> {
			if (column instanceof DecimalVector decimals && decimals.fitsLong(row)
					&& decimals.getUnscaledLong(row) != Long.MIN_VALUE) {
				Digits.put(decimals.getUnscaledLong(row), scale, out);
			}
			else {
				out.put(column.getDecimal(row).toPlainString());
			}
		};
	}

	static void date(ColumnVector column, int row, TextSink out) {
		long day = (column instanceof DateVector dates) ? dates.getEpochDay(row)
				: ((LocalDate) present(column, row)).toEpochDay();
		byte[] target = out.room(IsoText.MAX_LENGTH);
		out.moveTo(IsoText.date(day, target, out.position()));
	}

	void timestamp(ColumnVector column, int row, TextSink out) {
		if (column instanceof TimestampVector instants) {
			this.timestamps.put(instants.getEpochMicros(row), out);
		}
		else {
			this.timestamps.put((Instant) present(column, row), out);
		}
	}

	static void timestampNtz(ColumnVector column, int row, TextSink out) {
		if (column instanceof TimestampNtzVector times) {
			TimestampText.putLocal(times.getEpochMicros(row), out);
		}
		else {
			TimestampText.putLocal((LocalDateTime) present(column, row), out);
		}
	}

	static void time(ColumnVector column, int row, TextSink out) {
		LocalTime time = (LocalTime) present(column, row);
		byte[] target = out.room(IsoText.MAX_LENGTH);
		out.moveTo(IsoText.time(time.toSecondOfDay(), time.getNano(), target, out.position()));
	}

	/**
	 * Writes a value whose class has the text of ISO 8601.
	 */
	static void object(ColumnVector column, int row, TextSink out) {
		out.put(present(column, row).toString());
	}

	/**
	 * Puts together what Java has two classes for, such as {@code P1Y2M3D} and
	 * {@code PT4H}.
	 */
	static void calendarInterval(ColumnVector column, int row, TextSink out) {
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
