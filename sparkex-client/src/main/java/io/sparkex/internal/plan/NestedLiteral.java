package io.sparkex.internal.plan;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.VarcharType;

/**
 * Conversion of collections, maps and arrays to literals, and of values to literals of a
 * given type.
 */
final class NestedLiteral {

	private static final int MAX_DEPTH = 100;

	private NestedLiteral() {
	}

	static boolean isNested(Object value) {
		return value instanceof Collection || value instanceof Map || isArray(value);
	}

	/**
	 * Returns {@code true} for arrays other than byte arrays, which are binary values.
	 */
	private static boolean isArray(Object value) {
		return value.getClass().isArray() && !(value instanceof byte[]);
	}

	/**
	 * Infers the type of a value, with common element types.
	 */
	static DataType infer(@Nullable Object value) {
		return infer(value, MAX_DEPTH);
	}

	private static DataType infer(@Nullable Object value, int depth) {
		if (depth == 0) {
			throw new IllegalArgumentException("A literal cannot be nested more than " + MAX_DEPTH
					+ " levels deep; check that it does not contain itself");
		}
		if (value instanceof Map<?, ?> map) {
			return new MapType(common(map.keySet(), "keys", depth), common(map.values(), "values", depth));
		}
		if (value != null && isNested(value)) {
			return new ArrayType(common(elements(value), "elements", depth));
		}
		return Literal.of(value).type();
	}

	private static DataType common(Collection<?> values, String what, int depth) {
		DataType common = DataTypes.NullType;
		for (Object value : values) {
			DataType type = infer(value, depth - 1);
			DataType wider = CommonType.of(common, type);
			if (wider == null) {
				throw new IllegalArgumentException("The " + what + " of a literal must have one type, but there are "
						+ common.simpleString() + " and " + type.simpleString() + "; specify the type, as in lit(value,"
						+ " type), or convert them first");
			}
			common = wider;
		}
		return common;
	}

	/**
	 * Converts a value to a literal of the given type.
	 * @throws IllegalArgumentException if the value does not convert without loss
	 */
	static Literal convert(@Nullable Object value, DataType type) {
		if (value == null) {
			return new Literal(null, type);
		}
		if (type instanceof ArrayType array) {
			return array(value, array);
		}
		if (type instanceof MapType map) {
			return map(value, map);
		}
		if (type instanceof StructType struct) {
			return struct(value, struct);
		}
		if (isNested(value)) {
			throw unfit(value, type);
		}
		return scalar(value, type);
	}

	private static Literal array(Object value, ArrayType type) {
		if (value instanceof Map || !isNested(value)) {
			throw unfit(value, type);
		}
		List<Literal> elements = new ArrayList<>();
		elements(value).forEach((element) -> elements.add(convert(element, type.elementType())));
		return new Literal(Collections.unmodifiableList(elements), type);
	}

	private static Literal map(Object value, MapType type) {
		if (!(value instanceof Map<?, ?> map)) {
			throw unfit(value, type);
		}
		Map<Literal, Literal> entries = new LinkedHashMap<>();
		map.forEach((key, entry) -> {
			if (key == null) {
				throw new IllegalArgumentException("A map key must not be null");
			}
			if (entries.put(convert(key, type.keyType()), convert(entry, type.valueType())) != null) {
				throw new IllegalArgumentException(
						"Duplicate map key in the type " + type.keyType().simpleString() + ": " + key);
			}
		});
		return new Literal(Collections.unmodifiableMap(entries), type);
	}

	private static Literal struct(Object value, StructType type) {
		List<Literal> fields = new ArrayList<>(type.size());
		if (value instanceof Map<?, ?> map) {
			for (Object name : map.keySet()) {
				if (!(name instanceof String text) || !type.contains(text)) {
					throw new IllegalArgumentException(
							"The type " + type.simpleString() + " has no field '" + name + "'");
				}
			}
			type.fields().forEach((field) -> fields.add(convert(map.get(field.name()), field.dataType())));
		}
		else {
			Collection<?> values = isNested(value) ? elements(value) : List.of(value);
			if (!isNested(value) || values.size() != type.size()) {
				throw unfit(value, type);
			}
			int index = 0;
			for (Object field : values) {
				fields.add(convert(field, type.field(index++).dataType()));
			}
		}
		checkNulls(fields, type);
		return new Literal(Collections.unmodifiableList(fields), type);
	}

	private static void checkNulls(List<Literal> values, StructType type) {
		for (int i = 0; i < values.size(); i++) {
			StructField field = type.field(i);
			if (!field.nullable() && values.get(i).value() == null) {
				throw new IllegalArgumentException("The field '" + field.name() + "' must not be null");
			}
		}
	}

	private static Collection<?> elements(Object value) {
		if (value instanceof Collection<?> collection) {
			return collection;
		}
		int length = Array.getLength(value);
		List<Object> elements = new ArrayList<>(length);
		for (int i = 0; i < length; i++) {
			elements.add(Array.get(value, i));
		}
		return elements;
	}

	private static Literal scalar(Object value, DataType type) {
		Literal literal = Literal.of(value);
		if (literal.type().equals(type)) {
			return literal;
		}
		if (type instanceof DecimalType decimal && value instanceof Number number) {
			return decimal(number, decimal);
		}
		boolean fits = (literal.value() instanceof String text && holds(type, text))
				|| (literal.value() instanceof LocalTime time && holds(type, time));
		if (fits) {
			return new Literal(literal.value(), type);
		}
		if (!type.equals(CommonType.of(literal.type(), type)) || !(value instanceof Number number)) {
			throw unfit(value, type);
		}
		if (type == DataTypes.DoubleType) {
			return new Literal(number.doubleValue(), type);
		}
		if (type == DataTypes.LongType) {
			return new Literal(number.longValue(), type);
		}
		return (type == DataTypes.IntegerType) ? new Literal(number.intValue(), type)
				: new Literal(number.shortValue(), type);
	}

	private static boolean holds(DataType type, String text) {
		int length = text.codePointCount(0, text.length());
		return type instanceof StringType || (type instanceof CharType fixed && length <= fixed.length())
				|| (type instanceof VarcharType varying && length <= varying.length());
	}

	@SuppressWarnings("JavaLocalTimeGetNano")
	private static boolean holds(DataType type, LocalTime time) {
		return type instanceof TimeType seconds
				&& BigDecimal.valueOf(time.getNano(), 9).stripTrailingZeros().scale() <= seconds.precision();
	}

	private static Literal decimal(Number value, DecimalType type) {
		if (value instanceof Float || value instanceof Double) {
			throw unfit(value, type);
		}
		try {
			BigDecimal number = new BigDecimal(value.toString()).setScale(type.scale(), RoundingMode.UNNECESSARY);
			if (number.precision() > type.precision()) {
				throw unfit(value, type);
			}
			return new Literal(number, type);
		}
		catch (ArithmeticException ex) {
			throw unfit(value, type);
		}
	}

	private static IllegalArgumentException unfit(Object value, DataType type) {
		return new IllegalArgumentException("A value of " + value.getClass().getTypeName() + " (" + value
				+ ") cannot be a literal of the type " + type.simpleString() + " without loss");
	}

}
