package io.sparkex.internal.protocol;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import com.google.protobuf.ByteString;

import io.sparkex.internal.plan.Literal;
import io.sparkex.internal.proto.Expression;
import io.sparkex.types.ArrayType;
import io.sparkex.types.DataType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.MapType;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.values.CalendarInterval;

/**
 * Encoder of literals.
 */
final class LiteralEncoder {

	private static final long MICROS_PER_SECOND = 1_000_000;

	private static final int NANOS_PER_MICRO = 1_000;

	private static final Map<Class<?>, BiConsumer<Expression.Literal.Builder, Object>> KINDS = Map.ofEntries(
			kind(Boolean.class, Expression.Literal.Builder::setBoolean),
			kind(Byte.class, (message, value) -> message.setByte(value)),
			kind(Short.class, (message, value) -> message.setShort(value)),
			kind(Integer.class, Expression.Literal.Builder::setInteger),
			kind(Long.class, Expression.Literal.Builder::setLong),
			kind(Float.class, Expression.Literal.Builder::setFloat),
			kind(Double.class, Expression.Literal.Builder::setDouble),
			kind(String.class, Expression.Literal.Builder::setString),
			kind(LocalDate.class, (message, value) -> message.setDate(Math.toIntExact(value.toEpochDay()))),
			kind(Instant.class, (message, value) -> message.setTimestamp(micros(value))),
			kind(LocalDateTime.class,
					(message, value) -> message.setTimestampNtz(micros(value.toInstant(ZoneOffset.UTC)))),
			kind(CalendarInterval.class,
					(message,
							value) -> message.setCalendarInterval(Expression.Literal.CalendarInterval.newBuilder()
								.setMonths(value.months())
								.setDays(value.days())
								.setMicroseconds(value.microseconds()))),
			kind(Duration.class, (message, value) -> message.setDayTimeInterval(micros(value))), kind(Period.class,
					(message, value) -> message.setYearMonthInterval(Math.toIntExact(value.toTotalMonths()))));

	private LiteralEncoder() {
	}

	static Expression.Literal encode(Literal literal, ServerFeatures features) {
		if (literal.type() instanceof TimeType) {
			features.require(ServerFeature.TIME_TYPE);
		}
		if (literal.value() != null && isNested(literal.type())) {
			return nested(literal, features).setDataType(DataTypeCodec.encode(literal.type())).build();
		}
		return scalar(literal);
	}

	private static boolean isNested(DataType type) {
		return type instanceof ArrayType || type instanceof MapType || type instanceof StructType;
	}

	/**
	 * Encodes a nested literal. A nested null requires a newer server, because older
	 * servers misread it as an empty string, or as false.
	 */
	private static Expression.Literal element(Literal literal, ServerFeatures features) {
		if (literal.value() == null) {
			features.require(ServerFeature.NESTED_LITERAL);
		}
		return (literal.value() != null && isNested(literal.type())) ? nested(literal, features).build()
				: scalar(literal);
	}

	/**
	 * Encodes an array, map or struct. The fields for element types are deprecated since
	 * Spark 4.1, but servers before 4.1 do not support others.
	 */
	@SuppressWarnings("deprecation")
	private static Expression.Literal.Builder nested(Literal literal, ServerFeatures features) {
		Expression.Literal.Builder message = Expression.Literal.newBuilder();
		requireNestedLiterals(literal.type(), features);
		if (literal.type() instanceof ArrayType type) {
			message.setArray(Expression.Literal.Array.newBuilder()
				.setElementType(DataTypeCodec.encode(type.elementType()))
				.addAllElements(elements(literal, features)));
		}
		else if (literal.type() instanceof MapType type && literal.value() instanceof Map<?, ?> entries) {
			Expression.Literal.Map.Builder map = Expression.Literal.Map.newBuilder()
				.setKeyType(DataTypeCodec.encode(type.keyType()))
				.setValueType(DataTypeCodec.encode(type.valueType()));
			entries.forEach((key, value) -> map.addKeys(element((Literal) key, features))
				.addValues(element((Literal) value, features)));
			message.setMap(map);
		}
		else {
			message.setStruct(Expression.Literal.Struct.newBuilder()
				.setStructType(DataTypeCodec.encode(literal.type()))
				.addAllElements(elements(literal, features)));
		}
		return message;
	}

	private static void requireNestedLiterals(DataType type, ServerFeatures features) {
		boolean within = (type instanceof ArrayType array) ? array.elementType() instanceof StructType
				: type instanceof MapType map
						&& (map.keyType() instanceof StructType || map.valueType() instanceof StructType);
		if (within) {
			features.require(ServerFeature.NESTED_LITERAL);
		}
	}

	private static List<Expression.Literal> elements(Literal literal, ServerFeatures features) {
		List<Expression.Literal> messages = new ArrayList<>();
		if (literal.value() instanceof List<?> elements) {
			elements.forEach((element) -> messages.add(element((Literal) element, features)));
		}
		return messages;
	}

	private static Expression.Literal scalar(Literal literal) {
		Expression.Literal.Builder message = Expression.Literal.newBuilder();
		Object value = literal.value();
		if (value == null) {
			return message.setNull(DataTypeCodec.encode(literal.type())).build();
		}
		if (value instanceof ByteBuffer bytes) {
			return message.setBinary(ByteString.copyFrom(bytes.duplicate())).build();
		}
		if (value instanceof BigDecimal decimal && literal.type() instanceof DecimalType type) {
			return message
				.setDecimal(Expression.Literal.Decimal.newBuilder()
					.setValue(decimal.toPlainString())
					.setPrecision(type.precision())
					.setScale(type.scale()))
				.build();
		}
		if (value instanceof LocalTime time && literal.type() instanceof TimeType type) {
			return message
				.setTime(
						Expression.Literal.Time.newBuilder().setNano(time.toNanoOfDay()).setPrecision(type.precision()))
				.build();
		}
		BiConsumer<Expression.Literal.Builder, Object> kind = KINDS.get(value.getClass());
		if (kind == null) {
			throw new IllegalStateException("No encoding for a literal of " + value.getClass().getName());
		}
		kind.accept(message, value);
		return message.build();
	}

	private static <T> Map.Entry<Class<?>, BiConsumer<Expression.Literal.Builder, Object>> kind(Class<T> javaClass,
			BiConsumer<Expression.Literal.Builder, T> setter) {
		return Map.entry(javaClass, (message, value) -> setter.accept(message, javaClass.cast(value)));
	}

	/**
	 * Rounds down, so that the result is never after the instant.
	 */
	static long micros(Instant instant) {
		return micros(instant.getEpochSecond(), instant.getNano());
	}

	private static long micros(Duration duration) {
		return micros(duration.getSeconds(), duration.getNano());
	}

	private static long micros(long seconds, int nanos) {
		if (seconds < 0) {
			// The sum may be in range even if the first product is not.
			return Math.addExact(Math.multiplyExact(seconds + 1, MICROS_PER_SECOND),
					nanos / NANOS_PER_MICRO - MICROS_PER_SECOND);
		}
		return Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), nanos / NANOS_PER_MICRO);
	}

}
