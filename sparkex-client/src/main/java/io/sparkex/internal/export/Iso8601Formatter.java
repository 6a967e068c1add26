package io.sparkex.internal.export;

import java.time.LocalDate;

/**
 * Formatter of dates and times in ISO 8601. Fractions of a second have 3, 6 or 9 digits
 * and are omitted if zero.
 */
final class Iso8601Formatter {

	/**
	 * The maximum length of a date and time with an offset from UTC.
	 */
	static final int MAX_LENGTH = 48;

	private static final long SECONDS_OF_DAY = 86_400;

	private static final int LAST_YEAR_OF_FOUR_DIGITS = 9_999;

	private Iso8601Formatter() {
	}

	/**
	 * Writes a date. Years before 0 and years of more than four digits have a sign.
	 * @return the index after the last byte
	 */
	static int date(long epochDay, byte[] target, int at) {
		LocalDate date = LocalDate.ofEpochDay(epochDay);
		int year = date.getYear();
		int next = at;
		if (year < 0) {
			target[next++] = '-';
		}
		else if (year > LAST_YEAR_OF_FOUR_DIGITS) {
			target[next++] = '+';
		}
		int magnitude = Math.abs(year);
		next = NumberFormatter.padded(magnitude, Math.max(NumberFormatter.length(magnitude), 4), target, next);
		target[next++] = '-';
		next = NumberFormatter.padded(date.getMonthValue(), 2, target, next);
		target[next++] = '-';
		return NumberFormatter.padded(date.getDayOfMonth(), 2, target, next);
	}

	/**
	 * Writes a time of day.
	 * @return the index after the last byte
	 */
	static int time(int secondOfDay, int nanoOfSecond, byte[] target, int at) {
		int next = NumberFormatter.padded(secondOfDay / 3_600, 2, target, at);
		target[next++] = ':';
		next = NumberFormatter.padded(secondOfDay / 60 % 60, 2, target, next);
		target[next++] = ':';
		next = NumberFormatter.padded(secondOfDay % 60, 2, target, next);
		return (nanoOfSecond != 0) ? fraction(nanoOfSecond, target, next) : next;
	}

	private static int fraction(int nanos, byte[] target, int at) {
		target[at] = '.';
		if (nanos % 1_000_000 == 0) {
			return NumberFormatter.padded(nanos / 1_000_000, 3, target, at + 1);
		}
		return (nanos % 1_000 == 0) ? NumberFormatter.padded(nanos / 1_000, 6, target, at + 1)
				: NumberFormatter.padded(nanos, 9, target, at + 1);
	}

	/**
	 * Writes a date and time.
	 * @return the index after the last byte
	 */
	static int dateTime(long epochSecond, int nanoOfSecond, byte[] target, int at) {
		int next = date(Math.floorDiv(epochSecond, SECONDS_OF_DAY), target, at);
		target[next] = 'T';
		return time((int) Math.floorMod(epochSecond, SECONDS_OF_DAY), nanoOfSecond, target, next + 1);
	}

}
