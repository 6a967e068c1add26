package io.sparkex.internal.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Formatter of dates and times in Spark's SQL format, with as many fractional digits of
 * seconds as needed.
 *
 * @since 0.1.0
 */
public final class TimeText {

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.toFormatter(Locale.ROOT);

	private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.appendLiteral(' ')
		.append(TIME)
		.toFormatter(Locale.ROOT);

	private TimeText() {
	}

	/**
	 * Formats a time of day.
	 * @param time the time
	 * @return text such as {@code 03:04:05.6}
	 */
	public static String of(LocalTime time) {
		return TIME.format(time);
	}

	/**
	 * Formats a date and time.
	 * @param dateTime the date and time
	 * @return text such as {@code 2024-01-02 03:04:05.6}
	 */
	public static String of(LocalDateTime dateTime) {
		return DATE_TIME.format(dateTime);
	}

	/**
	 * Formats an instant in UTC.
	 * @param instant the instant
	 * @return text such as {@code 2024-01-02 03:04:05.6}
	 */
	public static String of(Instant instant) {
		return DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
	}

}
