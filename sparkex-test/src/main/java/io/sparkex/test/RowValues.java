package io.sparkex.test;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.sparkex.Row;

/**
 * Extraction of the values of rows in any representation, and their comparison.
 */
final class RowValues {

	private RowValues() {
	}

	/**
	 * Returns the column names, or a placeholder if the rows have no names.
	 */
	static List<String> names(List<?> rows) {
		Object first = rows.isEmpty() ? null : rows.get(0);
		if (first instanceof Row row) {
			return row.schema().fieldNames();
		}
		if (first instanceof Record object) {
			return Arrays.stream(object.getClass().getRecordComponents()).map(RecordComponent::getName).toList();
		}
		return List.of("value");
	}

	/**
	 * Returns the values of a row.
	 */
	static List<@Nullable Object> of(@Nullable Object row) {
		List<@Nullable Object> values = elements(row);
		if (values == null) {
			values = new ArrayList<>();
			values.add(unwrap(row));
		}
		return values;
	}

	/**
	 * Unwraps an {@link Optional} of a record component.
	 */
	private static @Nullable Object unwrap(@Nullable Object value) {
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

	/**
	 * Returns the elements of a row, struct or array, or {@code null} for a single value.
	 */
	private static @Nullable List<@Nullable Object> elements(@Nullable Object value) {
		if (value instanceof Row row) {
			return new ArrayList<>(IntStream.range(0, row.size()).mapToObj(row::get).toList());
		}
		if (value instanceof Record object) {
			return components(object);
		}
		if (value instanceof Collection<?> elements) {
			return new ArrayList<>(elements);
		}
		if (value != null && value.getClass().isArray()) {
			List<@Nullable Object> elements = new ArrayList<>();
			for (int i = 0; i < Array.getLength(value); i++) {
				elements.add(Array.get(value, i));
			}
			return elements;
		}
		return null;
	}

	private static List<@Nullable Object> components(Record object) {
		List<@Nullable Object> components = new ArrayList<>();
		for (RecordComponent component : object.getClass().getRecordComponents()) {
			try {
				component.getAccessor().setAccessible(true);
				components.add(unwrap(component.getAccessor().invoke(object)));
			}
			catch (IllegalAccessException | InvocationTargetException ex) {
				throw new IllegalArgumentException("The record component " + component + " of a row cannot be read",
						ex);
			}
		}
		return components;
	}

	static boolean areEqual(@Nullable Object actualValue, @Nullable Object expectedValue, double tolerance) {
		Object actual = unwrap(actualValue);
		Object expected = unwrap(expectedValue);
		if (actual == null || expected == null) {
			return actual == expected;
		}
		if (actual instanceof Number number && expected instanceof Number other) {
			return areEqualNumbers(number, other, tolerance);
		}
		if (actual instanceof Map<?, ?> map && expected instanceof Map<?, ?> other) {
			return areEqualMaps(map, other, tolerance);
		}
		if (actual instanceof Row row && expected instanceof Map<?, ?> fields) {
			return row.size() == fields.size() && row.schema()
				.fieldNames()
				.stream()
				.allMatch((name) -> fields.containsKey(name) && areEqual(row.get(name), fields.get(name), tolerance));
		}
		List<@Nullable Object> actualElements = elements(actual);
		List<@Nullable Object> expectedElements = elements(expected);
		if (actualElements != null && expectedElements != null) {
			return actualElements.size() == expectedElements.size() && IntStream.range(0, actualElements.size())
				.allMatch((i) -> areEqual(actualElements.get(i), expectedElements.get(i), tolerance));
		}
		return Objects.equals(normalize(actual), normalize(expected));
	}

	private static boolean areEqualNumbers(Number actual, Number expected, double tolerance) {
		if (isFloating(actual) || isFloating(expected)) {
			double one = actual.doubleValue();
			double other = expected.doubleValue();
			// The double value of a float differs from the double with the same digits.
			boolean same = (actual instanceof Float || expected instanceof Float)
					? Float.compare((float) one, (float) other) == 0 : Double.compare(one, other) == 0;
			return same || one == other || Math.abs(one - other) <= tolerance;
		}
		return new BigDecimal(actual.toString()).compareTo(new BigDecimal(expected.toString())) == 0;
	}

	private static boolean isFloating(Number number) {
		return number instanceof Double || number instanceof Float;
	}

	private static boolean areEqualMaps(Map<?, ?> actual, Map<?, ?> expected, double tolerance) {
		return actual.size() == expected.size() && actual.entrySet()
			.stream()
			.allMatch((entry) -> expected.entrySet()
				.stream()
				.anyMatch((other) -> areEqual(entry.getKey(), other.getKey(), tolerance)
						&& areEqual(entry.getValue(), other.getValue(), tolerance)));
	}

	/**
	 * Converts a value to the type that results have.
	 */
	private static Object normalize(Object value) {
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof ZonedDateTime time) {
			return Instant.from(time);
		}
		return (value instanceof Enum<?> constant) ? constant.name() : value;
	}

	/**
	 * Formats a value for a table.
	 */
	static String text(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return "X'" + HexFormat.of().formatHex(bytes) + "'";
		}
		List<@Nullable Object> elements = (value instanceof Row) ? null : elements(value);
		if (elements != null) {
			return elements.stream().map(RowValues::text).toList().toString();
		}
		return String.valueOf(value);
	}

}
