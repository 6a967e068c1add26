package io.sparkex.internal.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;

import io.sparkex.types.DecimalType;
import io.sparkex.types.TimeType;
import io.sparkex.values.CalendarInterval;

/**
 * The forms of values of fixed width. Numbers of other classes are taken where none can
 * be lost; times are cut down to what Spark keeps.
 */
final class FixedWidthEncodings {

	private static final long MICROS_OF_SECOND = 1_000_000;

	private static final int NANOS_OF_MICRO = 1_000;

	private FixedWidthEncodings() {
	}

	static void int8(Object value, CellLocation place, ByteSink out) {
		out.putByte((byte) integer(value, place, Byte.MIN_VALUE, Byte.MAX_VALUE));
	}

	static void int16(Object value, CellLocation place, ByteSink out) {
		out.putShort((short) integer(value, place, Short.MIN_VALUE, Short.MAX_VALUE));
	}

	static void int32(Object value, CellLocation place, ByteSink out) {
		out.putInt((int) integer(value, place, Integer.MIN_VALUE, Integer.MAX_VALUE));
	}

	static void int64(Object value, CellLocation place, ByteSink out) {
		out.putLong(integer(value, place, Long.MIN_VALUE, Long.MAX_VALUE));
	}

	private static long integer(Object value, CellLocation place, long least, long most) {
		if (!isInteger(value)) {
			throw place.wrongClass(value, "a Byte, Short, Integer or Long");
		}
		long number = ((Number) value).longValue();
		if (number < least || number > most) {
			throw place.outOfRange(value);
		}
		return number;
	}

	private static boolean isInteger(Object value) {
		return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
	}

	static void float32(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof Float || value instanceof Short || value instanceof Byte)) {
			throw place.wrongClass(value, "a Float, Byte or Short");
		}
		out.putInt(Float.floatToRawIntBits(((Number) value).floatValue()));
	}

	static void float64(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof Double || value instanceof Float || value instanceof Integer || value instanceof Short
				|| value instanceof Byte)) {
			throw place.wrongClass(value, "a Double, Float, Byte, Short or Integer");
		}
		out.putLong(Double.doubleToRawLongBits(((Number) value).doubleValue()));
	}

	static FixedWidthWriter.Form decimal(DecimalType type) {
		return (value, place, out) -> {
			BigInteger unscaled = unscaled(value, type, place);
			long low = unscaled.longValue();
			out.putLong(low);
			out.putLong((unscaled.bitLength() < Long.SIZE) ? low >> (Long.SIZE - 1)
					: unscaled.shiftRight(Long.SIZE).longValue());
		};
	}

	private static BigInteger unscaled(Object value, DecimalType type, CellLocation place) {
		try {
			BigDecimal scaled = decimal(value, place).setScale(type.scale());
			if (scaled.precision() <= type.precision()) {
				return scaled.unscaledValue();
			}
		}
		catch (ArithmeticException ex) {
			throw place.outOfRange(value, ex);
		}
		throw place.outOfRange(value);
	}

	private static BigDecimal decimal(Object value, CellLocation place) {
		if (value instanceof BigDecimal decimal) {
			return decimal;
		}
		if (value instanceof BigInteger integer) {
			return new BigDecimal(integer);
		}
		if (isInteger(value)) {
			return BigDecimal.valueOf(((Number) value).longValue());
		}
		throw place.wrongClass(value, "a BigDecimal, BigInteger, Byte, Short, Integer or Long");
	}

	static void date(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof LocalDate date)) {
			throw place.wrongClass(value, "a LocalDate");
		}
		long day = date.toEpochDay();
		if (day != (int) day) {
			throw place.outOfRange(value);
		}
		out.putInt((int) day);
	}

	static void timestamp(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof Instant instant)) {
			throw place.wrongClass(value, "an Instant");
		}
		out.putLong(micros(instant.getEpochSecond(), instant.getNano(), value, place));
	}

	static void timestampNtz(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof LocalDateTime dateTime)) {
			throw place.wrongClass(value, "a LocalDateTime");
		}
		out.putLong(micros(dateTime.toEpochSecond(ZoneOffset.UTC), dateTime.getNano(), value, place));
	}

	static void duration(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof Duration duration)) {
			throw place.wrongClass(value, "a Duration");
		}
		out.putLong(micros(duration.getSeconds(), duration.getNano(), value, place));
	}

	private static long micros(long seconds, int nanos, Object value, CellLocation place) {
		try {
			long micros = nanos / NANOS_OF_MICRO;
			if (seconds < 0) {
				// The sum of both parts may be in range where the first part alone is
				// not.
				return Math.addExact(Math.multiplyExact(seconds + 1, MICROS_OF_SECOND), micros - MICROS_OF_SECOND);
			}
			return Math.addExact(Math.multiplyExact(seconds, MICROS_OF_SECOND), micros);
		}
		catch (ArithmeticException ex) {
			throw place.outOfRange(value, ex);
		}
	}

	static FixedWidthWriter.Form time(TimeType type) {
		long unit = 1;
		for (int digit = type.precision(); digit < 9; digit++) {
			unit *= 10;
		}
		long nanosOfUnit = unit;
		return (value, place, out) -> {
			if (!(value instanceof LocalTime time)) {
				throw place.wrongClass(value, "a LocalTime");
			}
			long nanos = time.toNanoOfDay();
			out.putLong(nanos - nanos % nanosOfUnit);
		};
	}

	static void months(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof Period period)) {
			throw place.wrongClass(value, "a Period");
		}
		long months = period.toTotalMonths();
		if (months != (int) months || period.getDays() != 0) {
			throw place.outOfRange(value);
		}
		out.putInt((int) months);
	}

	static void calendarInterval(Object value, CellLocation place, ByteSink out) {
		if (!(value instanceof CalendarInterval interval)) {
			throw place.wrongClass(value, "a CalendarInterval");
		}
		out.putInt(interval.months());
		out.putInt(interval.days());
		try {
			out.putLong(Math.multiplyExact(interval.microseconds(), NANOS_OF_MICRO));
		}
		catch (ArithmeticException ex) {
			throw place.outOfRange(value, ex);
		}
	}

}
