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
 * Takes rows of any form apart and compares their values.
 */
final class Cells {

	private Cells() {
	}

	/**
	 * The names of the columns, as far as the rows tell.
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
	 * The values of a row.
	 */
	static List<@Nullable Object> of(@Nullable Object row) {
		List<@Nullable Object> cells = parts(row);
		if (cells == null) {
			cells = new ArrayList<>();
			cells.add(present(row));
		}
		return cells;
	}

	/**
	 * What records may wrap.
	 */
	private static @Nullable Object present(@Nullable Object value) {
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

	/**
	 * The parts of a row, struct or array, or {@code null} if it is a single value.
	 */
	private static @Nullable List<@Nullable Object> parts(@Nullable Object value) {
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
				components.add(present(component.getAccessor().invoke(object)));
			}
			catch (IllegalAccessException | InvocationTargetException ex) {
				throw new IllegalArgumentException("The component " + component + " of a row cannot be read", ex);
			}
		}
		return components;
	}

	static boolean areEqual(@Nullable Object found, @Nullable Object wanted, double tolerance) {
		Object actual = present(found);
		Object expected = present(wanted);
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
		List<@Nullable Object> parts = parts(actual);
		List<@Nullable Object> others = parts(expected);
		if (parts != null && others != null) {
			return parts.size() == others.size() && IntStream.range(0, parts.size())
				.allMatch((i) -> areEqual(parts.get(i), others.get(i), tolerance));
		}
		return Objects.equals(plain(actual), plain(expected));
	}

	private static boolean areEqualNumbers(Number actual, Number expected, double tolerance) {
		if (isFloating(actual) || isFloating(expected)) {
			double one = actual.doubleValue();
			double other = expected.doubleValue();
			// A float that was written as a double has other digits than the double.
			boolean same = actual instanceof Float || expected instanceof Float
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
	 * A value in the class that results have for it.
	 */
	private static Object plain(Object value) {
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof ZonedDateTime time) {
			return Instant.from(time);
		}
		return (value instanceof Enum<?> constant) ? constant.name() : value;
	}

	/**
	 * A value as it is shown in a table.
	 */
	static String text(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return "X'" + HexFormat.of().formatHex(bytes) + "'";
		}
		List<@Nullable Object> parts = (value instanceof Row) ? null : parts(value);
		if (parts != null) {
			return parts.stream().map(Cells::text).toList().toString();
		}
		return String.valueOf(value);
	}

}
