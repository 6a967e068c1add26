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
 * Encoders of fixed-width values. Numbers of other classes are accepted if they convert
 * without loss. Times are truncated to the precision of Spark.
 */
final class FixedWidthEncoders {

	private static final long MICROS_OF_SECOND = 1_000_000;

	private static final int NANOS_OF_MICRO = 1_000;

	private FixedWidthEncoders() {
	}

	static void int8(Object value, CellLocation location, BufferBuilder out) {
		out.putByte((byte) integer(value, location, Byte.MIN_VALUE, Byte.MAX_VALUE));
	}

	static void int16(Object value, CellLocation location, BufferBuilder out) {
		out.putShort((short) integer(value, location, Short.MIN_VALUE, Short.MAX_VALUE));
	}

	static void int32(Object value, CellLocation location, BufferBuilder out) {
		out.putInt((int) integer(value, location, Integer.MIN_VALUE, Integer.MAX_VALUE));
	}

	static void int64(Object value, CellLocation location, BufferBuilder out) {
		out.putLong(integer(value, location, Long.MIN_VALUE, Long.MAX_VALUE));
	}

	private static long integer(Object value, CellLocation location, long min, long max) {
		if (!isInteger(value)) {
			throw location.wrongClass(value, "a Byte, Short, Integer or Long");
		}
		long number = ((Number) value).longValue();
		if (number < min || number > max) {
			throw location.outOfRange(value);
		}
		return number;
	}

	private static boolean isInteger(Object value) {
		return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
	}

	static void float32(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof Float || value instanceof Short || value instanceof Byte)) {
			throw location.wrongClass(value, "a Float, Byte or Short");
		}
		out.putInt(Float.floatToRawIntBits(((Number) value).floatValue()));
	}

	static void float64(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof Double || value instanceof Float || value instanceof Integer || value instanceof Short
				|| value instanceof Byte)) {
			throw location.wrongClass(value, "a Double, Float, Byte, Short or Integer");
		}
		out.putLong(Double.doubleToRawLongBits(((Number) value).doubleValue()));
	}

	static FixedWidthWriter.Encoder decimal(DecimalType type) {
		return (value, location, out) -> {
			BigInteger unscaled = unscaled(value, type, location);
			long low = unscaled.longValue();
			out.putLong(low);
			out.putLong((unscaled.bitLength() < Long.SIZE) ? low >> (Long.SIZE - 1)
					: unscaled.shiftRight(Long.SIZE).longValue());
		};
	}

	private static BigInteger unscaled(Object value, DecimalType type, CellLocation location) {
		try {
			BigDecimal scaled = decimal(value, location).setScale(type.scale());
			if (scaled.precision() <= type.precision()) {
				return scaled.unscaledValue();
			}
		}
		catch (ArithmeticException ex) {
			throw location.outOfRange(value, ex);
		}
		throw location.outOfRange(value);
	}

	private static BigDecimal decimal(Object value, CellLocation location) {
		if (value instanceof BigDecimal decimal) {
			return decimal;
		}
		if (value instanceof BigInteger integer) {
			return new BigDecimal(integer);
		}
		if (isInteger(value)) {
			return BigDecimal.valueOf(((Number) value).longValue());
		}
		throw location.wrongClass(value, "a BigDecimal, BigInteger, Byte, Short, Integer or Long");
	}

	static void date(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof LocalDate date)) {
			throw location.wrongClass(value, "a LocalDate");
		}
		long day = date.toEpochDay();
		if (day != (int) day) {
			throw location.outOfRange(value);
		}
		out.putInt((int) day);
	}

	static void timestamp(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof Instant instant)) {
			throw location.wrongClass(value, "an Instant");
		}
		out.putLong(micros(instant.getEpochSecond(), instant.getNano(), value, location));
	}

	@SuppressWarnings("JavaLocalDateTimeGetNano")
	static void timestampNtz(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof LocalDateTime dateTime)) {
			throw location.wrongClass(value, "a LocalDateTime");
		}
		out.putLong(micros(dateTime.toEpochSecond(ZoneOffset.UTC), dateTime.getNano(), value, location));
	}

	static void duration(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof Duration duration)) {
			throw location.wrongClass(value, "a Duration");
		}
		out.putLong(micros(duration.getSeconds(), duration.getNano(), value, location));
	}

	private static long micros(long seconds, int nanos, Object value, CellLocation location) {
		try {
			long micros = nanos / NANOS_OF_MICRO;
			if (seconds < 0) {
				// The sum may be in range even if the first product is not.
				return Math.addExact(Math.multiplyExact(seconds + 1, MICROS_OF_SECOND), micros - MICROS_OF_SECOND);
			}
			return Math.addExact(Math.multiplyExact(seconds, MICROS_OF_SECOND), micros);
		}
		catch (ArithmeticException ex) {
			throw location.outOfRange(value, ex);
		}
	}

	static FixedWidthWriter.Encoder time(TimeType type) {
		long unit = 1;
		for (int digit = type.precision(); digit < 9; digit++) {
			unit *= 10;
		}
		long nanosOfUnit = unit;
		return (value, location, out) -> {
			if (!(value instanceof LocalTime time)) {
				throw location.wrongClass(value, "a LocalTime");
			}
			long nanos = time.toNanoOfDay();
			out.putLong(nanos - nanos % nanosOfUnit);
		};
	}

	@SuppressWarnings("JavaPeriodGetDays")
	static void months(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof Period period)) {
			throw location.wrongClass(value, "a Period");
		}
		long months = period.toTotalMonths();
		if (months != (int) months || period.getDays() != 0) {
			throw location.outOfRange(value);
		}
		out.putInt((int) months);
	}

	static void calendarInterval(Object value, CellLocation location, BufferBuilder out) {
		if (!(value instanceof CalendarInterval interval)) {
			throw location.wrongClass(value, "a CalendarInterval");
		}
		out.putInt(interval.months());
		out.putInt(interval.days());
		try {
			out.putLong(Math.multiplyExact(interval.microseconds(), NANOS_OF_MICRO));
		}
		catch (ArithmeticException ex) {
			throw location.outOfRange(value, ex);
		}
	}

}
