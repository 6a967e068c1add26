package io.sparkex.internal.export;

import java.time.LocalDate;

/**
 * Writes dates and times as ISO 8601 has them, the fraction of a second in groups of
 * three digits and left out if there is none.
 */
final class IsoText {

	/**
	 * No date and time has more bytes, with the offset from UTC.
	 */
	static final int MAX_LENGTH = 48;

	private static final long SECONDS_OF_DAY = 86_400;

	private static final int LAST_YEAR_OF_FOUR_DIGITS = 9_999;

	private IsoText() {
	}

	/**
	 * Puts a day. Years of more than four digits have a sign, as those before year 0.
	 * @return the index after its last byte
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
		next = Digits.padded(magnitude, Math.max(Digits.length(magnitude), 4), target, next);
		target[next++] = '-';
		next = Digits.padded(date.getMonthValue(), 2, target, next);
		target[next++] = '-';
		return Digits.padded(date.getDayOfMonth(), 2, target, next);
	}

	/**
	 * Puts a time of day.
	 * @return the index after its last byte
	 */
	static int time(int secondOfDay, int nanoOfSecond, byte[] target, int at) {
		int next = Digits.padded(secondOfDay / 3_600, 2, target, at);
		target[next++] = ':';
		next = Digits.padded(secondOfDay / 60 % 60, 2, target, next);
		target[next++] = ':';
		next = Digits.padded(secondOfDay % 60, 2, target, next);
		return (nanoOfSecond != 0) ? fraction(nanoOfSecond, target, next) : next;
	}

	private static int fraction(int nanos, byte[] target, int at) {
		target[at] = '.';
		if (nanos % 1_000_000 == 0) {
			return Digits.padded(nanos / 1_000_000, 3, target, at + 1);
		}
		return (nanos % 1_000 == 0) ? Digits.padded(nanos / 1_000, 6, target, at + 1)
				: Digits.padded(nanos, 9, target, at + 1);
	}

	/**
	 * Puts a date and time.
	 * @return the index after its last byte
	 */
	static int dateTime(long epochSecond, int nanoOfSecond, byte[] target, int at) {
		int next = date(Math.floorDiv(epochSecond, SECONDS_OF_DAY), target, at);
		target[next] = 'T';
		return time((int) Math.floorMod(epochSecond, SECONDS_OF_DAY), nanoOfSecond, target, next + 1);
	}

}
