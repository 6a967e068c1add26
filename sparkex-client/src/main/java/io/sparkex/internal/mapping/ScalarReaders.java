package io.sparkex.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnVector;
import io.sparkex.errors.MappingException;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.TimeType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

/**
 * Readers of scalar values. They accept only types that convert without loss.
 */
final class ScalarReaders {

	private static final Map<Class<?>, Rule> RULES = Map.ofEntries(
			Map.entry(Boolean.class, simple(ColumnVector::getBoolean, SimpleType.BOOLEAN)),
			Map.entry(Byte.class, simple(ColumnVector::getByte, SimpleType.BYTE)),
			Map.entry(Short.class, simple(ColumnVector::getShort, SimpleType.BYTE, SimpleType.SHORT)),
			Map.entry(Integer.class,
					simple(ColumnVector::getInt, SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER)),
			Map.entry(Long.class,
					simple(ColumnVector::getLong, SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER,
							SimpleType.LONG)),
			Map.entry(Float.class, simple(ColumnVector::getFloat, SimpleType.BYTE, SimpleType.SHORT, SimpleType.FLOAT)),
			Map.entry(Double.class,
					simple(ColumnVector::getDouble, SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER,
							SimpleType.FLOAT, SimpleType.DOUBLE)),
			Map.entry(BigDecimal.class, new Rule(ScalarReaders::isExact, ColumnVector::getDecimal)),
			Map.entry(BigInteger.class,
					new Rule(ScalarReaders::isInteger, (column, row) -> column.getDecimal(row).toBigIntegerExact())),
			Map.entry(String.class, new Rule(ScalarReaders::isText, ColumnVector::getString)),
			Map.entry(byte[].class, simple(ColumnVector::getBytes, SimpleType.BINARY)),
			Map.entry(LocalDate.class, simple(ColumnVector::get, SimpleType.DATE)),
			Map.entry(Instant.class, simple(ColumnVector::get, SimpleType.TIMESTAMP)),
			Map.entry(LocalDateTime.class, simple(ColumnVector::get, SimpleType.TIMESTAMP_NTZ)),
			Map.entry(LocalTime.class, new Rule(TimeType.class::isInstance, ColumnVector::get)),
			Map.entry(Duration.class, new Rule(DayTimeIntervalType.class::isInstance, ColumnVector::get)),
			Map.entry(Period.class, new Rule(YearMonthIntervalType.class::isInstance, ColumnVector::get)),
			Map.entry(CalendarInterval.class, simple(ColumnVector::get, SimpleType.CALENDAR_INTERVAL)),
			Map.entry(Variant.class, simple(ColumnVector::get, SimpleType.VARIANT)),
			Map.entry(Geometry.class, new Rule(GeometryType.class::isInstance, ColumnVector::get)),
			Map.entry(Geography.class, new Rule(GeographyType.class::isInstance, ColumnVector::get)),
			Map.entry(Object.class, new Rule((type) -> true, ColumnVector::get)));

	private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
			short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
			double.class, Double.class);

	private ScalarReaders() {
	}

	/**
	 * Returns {@code true} if a reader for the class exists.
	 */
	static boolean supports(Class<?> javaClass) {
		return RULES.containsKey(javaClass) || WRAPPERS.containsKey(javaClass) || javaClass.isEnum()
				|| javaClass == UUID.class;
	}

	/**
	 * Returns the wrapper class of a primitive.
	 */
	static @Nullable Class<?> wrapper(Class<?> primitive) {
		return WRAPPERS.get(primitive);
	}

	/**
	 * Returns the names of the classes, for messages.
	 */
	static String names() {
		return RULES.keySet()
			.stream()
			.filter((type) -> !WRAPPERS.containsValue(type))
			.map(Class::getSimpleName)
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/**
	 * Returns the rule of a supported class that is not a primitive.
	 */
	static Rule rule(Class<?> javaClass, SourceColumn source) {
		if (javaClass.isEnum()) {
			return new Rule(ScalarReaders::isText, constants(javaClass, source));
		}
		if (javaClass == UUID.class) {
			return new Rule(ScalarReaders::isText, (column, row) -> uuid(column.getString(row), source));
		}
		Rule rule = RULES.get(javaClass);
		if (rule == null) {
			throw new IllegalArgumentException("There is no rule for " + javaClass);
		}
		return rule;
	}

	private static ValueReader constants(Class<?> enumClass, SourceColumn source) {
		Map<String, Object> constants = Arrays.stream(enumClass.getEnumConstants())
			.collect(Collectors.toMap((constant) -> ((Enum<?>) constant).name(), Function.identity()));
		return (column, row) -> {
			String name = column.getString(row);
			Object constant = constants.get(name);
			if (constant == null) {
				throw new MappingException("The column '" + source.column() + "' holds '" + name
						+ "', which is not a constant of " + enumClass.getName());
			}
			return constant;
		};
	}

	private static UUID uuid(String text, SourceColumn source) {
		try {
			UUID uuid = UUID.fromString(text);
			if (uuid.toString().equalsIgnoreCase(text)) {
				return uuid;
			}
			throw new IllegalArgumentException("a group has too few or too many digits");
		}
		catch (IllegalArgumentException ex) {
			throw new MappingException("The column '" + source.column() + "' holds '" + text + "', which is not a UUID",
					ex);
		}
	}

	private static Rule simple(ValueReader reader, SimpleType... types) {
		Set<SimpleType> accepted = EnumSet.copyOf(Arrays.asList(types));
		return new Rule((type) -> type instanceof SimpleType simple && accepted.contains(simple), reader);
	}

	private static boolean isInteger(DataType type) {
		return type == SimpleType.BYTE || type == SimpleType.SHORT || type == SimpleType.INTEGER
				|| type == SimpleType.LONG || (type instanceof DecimalType decimal && decimal.scale() == 0);
	}

	private static boolean isExact(DataType type) {
		return type instanceof DecimalType || isInteger(type);
	}

	private static boolean isText(DataType type) {
		return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
	}

	/**
	 * Rule of a class.
	 *
	 * @param accepts the types that the class can be read from
	 * @param reader reads a value that is not null
	 */
	record Rule(Predicate<DataType> accepts, ValueReader reader) {

	}

}
