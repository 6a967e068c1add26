package io.sparkex.values;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * Months, days and microseconds, each with its own sign: none of them can be counted in
 * another, since neither months nor days are all of one length.
 *
 * @param months the count of months
 * @param days the count of days
 * @param microseconds the count of microseconds
 * @since 0.1.0
 */
public record CalendarInterval(int months, int days, long microseconds) {

	/**
	 * The part that goes by the calendar.
	 * @return the months and days, the months less than a year
	 */
	public Period toPeriod() {
		return Period.of(0, this.months, this.days).normalized();
	}

	/**
	 * The part that goes by the clock.
	 * @return the microseconds
	 */
	public Duration toDuration() {
		return Duration.of(this.microseconds, ChronoUnit.MICROS);
	}

}
