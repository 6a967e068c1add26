package io.sparkex.internal.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidPlanException;
import io.sparkex.internal.plan.Call;
import io.sparkex.internal.plan.Expression;
import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.plan.UnaryExpression;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Conversion of dates and timestamps that servers misread as literals into function
 * calls. Servers convert literals through the legacy Java date classes, which use the
 * hybrid Julian and Gregorian calendar: they have neither the days from 1582-10-05 to
 * 1582-10-14 nor days that the time zone of the server skipped, overflow at the smallest
 * values, and shift instants before 1900 if the time zone changed its offset.
 */
final class CalendarSafeLiterals {

	private static final LocalDate LAST_JULIAN_DAY = LocalDate.of(1582, 10, 4);

	private static final LocalDate FIRST_GREGORIAN_DAY = LocalDate.of(1582, 10, 15);

	/**
	 * The bound holds in any time zone of the server.
	 */
	private static final Instant GAP_START = Instant.parse("1582-10-04T00:00:00Z");

	/**
	 * The bound holds in any time zone of the server.
	 */
	private static final Instant GAP_END = Instant.parse("1582-10-16T00:00:00Z");

	/**
	 * Days that a time zone skipped when it moved across the date line.
	 */
	private static final Set<LocalDate> SKIPPED_DAYS = Set.of(LocalDate.of(1844, 12, 31), LocalDate.of(1993, 8, 21),
			LocalDate.of(1994, 12, 31), LocalDate.of(2011, 12, 30));

	private static final LocalDate MIN_DAY = LocalDate.of(-5_877_000, 1, 1);

	private static final Instant MIN_INSTANT = Instant.parse("1900-01-01T00:00:00Z");

	private CalendarSafeLiterals() {
	}

	/**
	 * Returns {@code true} if a server may misread a literal or a part of it.
	 */
	static boolean isMisread(Literal literal) {
		return any(literal, CalendarSafeLiterals::mayBeMisread);
	}

	private static boolean mayBeMisread(Object value) {
		if (value instanceof LocalDate day) {
			return isInGap(day) || day.isBefore(MIN_DAY) || SKIPPED_DAYS.contains(day);
		}
		return value instanceof Instant instant && instant.isBefore(MIN_INSTANT);
	}

	/**
	 * Rejects literals that every server misreads, for places where only literals are
	 * allowed.
	 * @throws InvalidPlanException if every server misreads the literal
	 */
	static void requireReadable(Literal literal) {
		if (any(literal, CalendarSafeLiterals::isInGap)) {
			throw new InvalidPlanException(
					"The server would misread " + literal.value() + " as another day: it does not support"
							+ " literals of the days from 1582-10-05 to 1582-10-14; pass a string and cast it to "
							+ literal.type().simpleString());
		}
	}

	private static boolean isInGap(Object value) {
		if (value instanceof LocalDate day) {
			return day.isAfter(LAST_JULIAN_DAY) && day.isBefore(FIRST_GREGORIAN_DAY);
		}
		return value instanceof Instant instant && !instant.isBefore(GAP_START) && instant.isBefore(GAP_END);
	}

	private static boolean any(@Nullable Object value, Predicate<Object> test) {
		if (value instanceof Literal literal) {
			return any(literal.value(), test);
		}
		if (value instanceof List<?> list) {
			return list.stream().anyMatch((element) -> any(element, test));
		}
		if (value instanceof Map<?, ?> map) {
			return map.entrySet()
				.stream()
				.anyMatch((entry) -> any(entry.getKey(), test) || any(entry.getValue(), test));
		}
		return value != null && test.test(value);
	}

	/**
	 * Returns a function call with the value of the literal.
	 */
	static Expression call(Literal literal) {
		if (literal.value() instanceof LocalDate day) {
			return function("date_from_unix_date", List.of(Literal.of(Math.toIntExact(day.toEpochDay()))));
		}
		if (literal.value() instanceof Instant instant) {
			return function("timestamp_micros", List.of(Literal.of(LiteralEncoder.micros(instant))));
		}
		// The cast restores the nullability of the type.
		return new UnaryExpression.Cast(parts(literal), literal.type(), false);
	}

	private static Expression parts(Literal literal) {
		List<Expression> parts = new ArrayList<>();
		if (literal.value() instanceof Map<?, ?> entries) {
			entries.forEach((key, value) -> {
				parts.add((Literal) key);
				parts.add((Literal) value);
			});
			return function("map", parts);
		}
		List<StructField> fields = (literal.type() instanceof StructType struct) ? struct.fields() : List.of();
		if (literal.value() instanceof List<?> values) {
			for (int i = 0; i < values.size(); i++) {
				if (!fields.isEmpty()) {
					parts.add(Literal.of(fields.get(i).name()));
				}
				parts.add((Literal) values.get(i));
			}
		}
		return function(fields.isEmpty() ? "array" : "named_struct", parts);
	}

	private static Expression function(String name, List<Expression> arguments) {
		return new Call.Function(name, arguments, false);
	}

}
