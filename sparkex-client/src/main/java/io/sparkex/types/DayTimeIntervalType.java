package io.sparkex.types;

import java.util.Locale;

/**
 * The type of intervals of days, hours, minutes and seconds, with microsecond precision.
 *
 * @param start the largest unit
 * @param end the smallest unit, not larger than {@code start}
 * @since 0.1.0
 */
public record DayTimeIntervalType(Unit start, Unit end) implements DataType {

	public DayTimeIntervalType {
		if (start.compareTo(end) > 0) {
			throw new IllegalArgumentException("end must not be larger than start but is " + end + " after " + start);
		}
	}

	@Override
	public String typeName() {
		String from = this.start.name().toLowerCase(Locale.ROOT);
		String to = this.end.name().toLowerCase(Locale.ROOT);
		return (this.start == this.end) ? "interval " + from : "interval " + from + " to " + to;
	}

	@Override
	public String simpleString() {
		return typeName();
	}

	@Override
	public String sql() {
		return typeName().toUpperCase(Locale.ROOT);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitDayTimeInterval(this);
	}

	@Override
	public String toString() {
		return simpleString();
	}

	/**
	 * A unit of the interval. The ordinal is its number in the protocol.
	 *
	 * @since 0.1.0
	 */
	public enum Unit {

		DAY, HOUR, MINUTE, SECOND

	}

}
