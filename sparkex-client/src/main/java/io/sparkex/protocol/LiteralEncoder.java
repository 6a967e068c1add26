package io.sparkex.protocol;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BiConsumer;

import com.google.protobuf.ByteString;

import io.sparkex.plan.Literal;
import io.sparkex.proto.Expression;
import io.sparkex.types.DecimalType;

/**
 * Encodes literals by the class of their value.
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
			kind(LocalTime.class,
					(message, value) -> message
						.setTime(Expression.Literal.Time.newBuilder().setNano(value.toNanoOfDay()).setPrecision(6))),
			kind(Duration.class, (message, value) -> message.setDayTimeInterval(micros(value))), kind(Period.class,
					(message, value) -> message.setYearMonthInterval(Math.toIntExact(value.toTotalMonths()))));

	private LiteralEncoder() {
	}

	static Expression.Literal encode(Literal literal) {
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
	 * Rounds down, so that an instant is never after itself.
	 */
	private static long micros(Instant instant) {
		return micros(instant.getEpochSecond(), instant.getNano());
	}

	private static long micros(Duration duration) {
		return micros(duration.getSeconds(), duration.getNano());
	}

	private static long micros(long seconds, int nanos) {
		if (seconds < 0) {
			// The sum of both parts may be in range where the first part alone is not.
			return Math.addExact(Math.multiplyExact(seconds + 1, MICROS_PER_SECOND),
					nanos / NANOS_PER_MICRO - MICROS_PER_SECOND);
		}
		return Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), nanos / NANOS_PER_MICRO);
	}

}
