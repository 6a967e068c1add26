package io.sparkex.values;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * An interval of months, days and microseconds, each with its own sign. They cannot be
 * converted into each other, since the length of months and days varies.
 *
 * @param months the number of months
 * @param days the number of days
 * @param microseconds the number of microseconds
 * @since 0.1.0
 */
public record CalendarInterval(int months, int days, long microseconds) {

	/**
	 * Returns the calendar-based part.
	 * @return the years, months and days, normalized to less than 12 months
	 */
	public Period toPeriod() {
		return Period.of(0, this.months, this.days).normalized();
	}

	/**
	 * Returns the time-based part.
	 * @return the microseconds as a duration
	 */
	public Duration toDuration() {
		return Duration.of(this.microseconds, ChronoUnit.MICROS);
	}

}
