package io.sparkex.mapping;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sparkex.arrow.ColumnVector;
import io.sparkex.errors.MappingException;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.TimeType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

/**
 * Chooses how a column is read as a Java type: only where no value can be lost.
 */
final class ValueReaders {

	private static final Set<SimpleType> INTEGERS = EnumSet.of(SimpleType.BYTE, SimpleType.SHORT, SimpleType.INTEGER,
			SimpleType.LONG);

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
			Map.entry(BigDecimal.class, new Rule(ValueReaders::isExact, ColumnVector::getDecimal)),
			Map.entry(BigInteger.class,
					new Rule(ValueReaders::isInteger, (column, row) -> column.getDecimal(row).toBigIntegerExact())),
			Map.entry(String.class, new Rule(ValueReaders::isText, ColumnVector::getString)),
			Map.entry(byte[].class, simple(ColumnVector::get, SimpleType.BINARY)),
			Map.entry(LocalDate.class, simple(ColumnVector::get, SimpleType.DATE)),
			Map.entry(Instant.class, simple(ColumnVector::get, SimpleType.TIMESTAMP)),
			Map.entry(LocalDateTime.class, simple(ColumnVector::get, SimpleType.TIMESTAMP_NTZ)),
			Map.entry(LocalTime.class, new Rule((type) -> type instanceof TimeType, ColumnVector::get)),
			Map.entry(Duration.class, new Rule((type) -> type instanceof DayTimeIntervalType, ColumnVector::get)),
			Map.entry(Period.class, new Rule((type) -> type instanceof YearMonthIntervalType, ColumnVector::get)),
			Map.entry(CalendarInterval.class, simple(ColumnVector::get, SimpleType.CALENDAR_INTERVAL)),
			Map.entry(Variant.class, simple(ColumnVector::get, SimpleType.VARIANT)),
			Map.entry(Geometry.class, new Rule((type) -> type instanceof GeometryType, ColumnVector::get)),
			Map.entry(Geography.class, new Rule((type) -> type instanceof GeographyType, ColumnVector::get)),
			Map.entry(Object.class, new Rule((type) -> true, ColumnVector::get)));

	private static final Map<Class<?>, Class<?>> BOXES = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
			short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
			double.class, Double.class);

	private ValueReaders() {
	}

	static boolean isValueClass(Class<?> javaClass) {
		return RULES.containsKey(javaClass) || BOXES.containsKey(javaClass) || javaClass.isEnum();
	}

	/**
	 * How to read a column as a Java type.
	 * @param field the column
	 * @param javaType the type wanted
	 * @param place where the value goes, for messages
	 */
	static ValueReader of(StructField field, Type javaType, String place) {
		if (javaType instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class) {
			ValueReader content = of(field, parameterized.getActualTypeArguments()[0], place);
			return (column, row) -> Optional.ofNullable(content.read(column, row));
		}
		if (!(javaType instanceof Class<?> javaClass)) {
			throw unknown(field, javaType, place);
		}
		if (javaClass.isPrimitive()) {
			return refusingNull(of(field, boxed(field, javaClass, place), place), field, javaClass, place);
		}
		Rule rule = javaClass.isEnum() ? new Rule(ValueReaders::isText, constants(javaClass, field))
				: RULES.get(javaClass);
		if (rule == null) {
			throw unknown(field, javaType, place);
		}
		if (field.dataType() != SimpleType.NULL && !rule.accepts().apply(field.dataType())) {
			throw new MappingException("The column '" + field.name() + "' of type " + field.dataType().simpleString()
					+ " does not fit " + place + " of type " + javaClass.getSimpleName()
					+ ", since values could be lost; change that type, or cast the column");
		}
		return (column, row) -> column.isNull(row) ? null : rule.reader().read(column, row);
	}

	private static Class<?> boxed(StructField field, Class<?> primitive, String place) {
		Class<?> boxed = BOXES.get(primitive);
		if (boxed == null) {
			throw unknown(field, primitive, place);
		}
		return boxed;
	}

	private static MappingException unknown(StructField field, Type javaType, String place) {
		return new MappingException("The column '" + field.name() + "' cannot be read as " + javaType.getTypeName()
				+ " for " + place + "; use a primitive or its box, "
				+ RULES.keySet()
					.stream()
					.filter((type) -> !BOXES.containsValue(type))
					.map(Class::getSimpleName)
					.sorted()
					.collect(Collectors.joining(", "))
				+ ", an enum or an Optional of these");
	}

	private static ValueReader refusingNull(ValueReader reader, StructField field, Class<?> primitive, String place) {
		return (column, row) -> {
			Object value = reader.read(column, row);
			if (value == null) {
				throw new MappingException("The column '" + field.name() + "' is null in a row, which " + place
						+ " of type " + primitive + " cannot hold; use its box or an Optional");
			}
			return value;
		};
	}

	private static ValueReader constants(Class<?> enumClass, StructField field) {
		Map<String, Object> constants = Arrays.stream(enumClass.getEnumConstants())
			.collect(Collectors.toMap((constant) -> ((Enum<?>) constant).name(), Function.identity()));
		return (column, row) -> {
			String name = column.getString(row);
			Object constant = constants.get(name);
			if (constant == null) {
				throw new MappingException("The column '" + field.name() + "' holds '" + name
						+ "', which is none of the constants of " + enumClass.getName());
			}
			return constant;
		};
	}

	private static Rule simple(ValueReader reader, SimpleType... types) {
		Set<SimpleType> accepted = EnumSet.copyOf(Arrays.asList(types));
		return new Rule((type) -> type instanceof SimpleType simple && accepted.contains(simple), reader);
	}

	private static boolean isInteger(DataType type) {
		return (type instanceof SimpleType simple && INTEGERS.contains(simple))
				|| (type instanceof DecimalType decimal && decimal.scale() == 0);
	}

	private static boolean isExact(DataType type) {
		return type instanceof DecimalType || isInteger(type);
	}

	private static boolean isText(@Nullable DataType type) {
		return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
	}

	private record Rule(Function<DataType, Boolean> accepts, ValueReader reader) {

	}

}
