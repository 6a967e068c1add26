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
 * Some days and old instants as calls of functions. Servers read literals by way of the
 * older classes of Java, which have no days from 1582-10-05 to 1582-10-14, nor one that
 * the zone of the server left out, overflow at the least values, and move instants of
 * before 1900 where the clocks of that zone were changed.
 */
final class CalendarSafeLiterals {

	private static final LocalDate LAST_JULIAN_DAY = LocalDate.of(1582, 10, 4);

	private static final LocalDate FIRST_GREGORIAN_DAY = LocalDate.of(1582, 10, 15);

	/** In any zone of the server. */
	private static final Instant GAP_START = Instant.parse("1582-10-04T00:00:00Z");

	/** In any zone of the server. */
	private static final Instant GAP_END = Instant.parse("1582-10-16T00:00:00Z");

	/** Where a zone moved to the other side of the date line. */
	private static final Set<LocalDate> LEFT_OUT_SOMEWHERE = Set.of(LocalDate.of(1844, 12, 31),
			LocalDate.of(1993, 8, 21), LocalDate.of(1994, 12, 31), LocalDate.of(2011, 12, 30));

	private static final LocalDate LEAST_DAY = LocalDate.of(-5_877_000, 1, 1);

	private static final Instant LEAST_INSTANT = Instant.parse("1900-01-01T00:00:00Z");

	private CalendarSafeLiterals() {
	}

	/**
	 * Whether a server may take a literal, or a part of it, for another value.
	 */
	static boolean needCall(Literal literal) {
		return any(literal, CalendarSafeLiterals::needsCall);
	}

	private static boolean needsCall(Object value) {
		if (value instanceof LocalDate day) {
			return isInGap(day) || day.isBefore(LEAST_DAY) || LEFT_OUT_SOMEWHERE.contains(day);
		}
		return value instanceof Instant instant && instant.isBefore(LEAST_INSTANT);
	}

	/**
	 * For where servers take nothing but literals.
	 * @throws InvalidPlanException if every server takes the literal for another value
	 */
	static void requireTaken(Literal literal) {
		if (any(literal, CalendarSafeLiterals::isInGap)) {
			throw new InvalidPlanException("The server would take " + literal.value() + " for another day: it knows no"
					+ " literals of the days from 1582-10-05 to 1582-10-14; send it as text that is cast to "
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
	 * The same value, put together by the server.
	 */
	static Expression call(Literal literal) {
		if (literal.value() instanceof LocalDate day) {
			return function("date_from_unix_date", List.of(Literal.of(Math.toIntExact(day.toEpochDay()))));
		}
		if (literal.value() instanceof Instant instant) {
			return function("timestamp_micros", List.of(Literal.of(LiteralEncoder.micros(instant))));
		}
		// The cast keeps what the type says of nulls.
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
