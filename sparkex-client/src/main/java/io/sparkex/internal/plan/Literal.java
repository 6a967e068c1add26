package io.sparkex.internal.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.DataType;
import io.sparkex.types.DataTypes;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.internal.text.Surrogates;
import io.sparkex.types.TimeType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;

/**
 * Typed constant of a plan. It is encoded as a value; the server never parses it as SQL.
 *
 * @param value the value in the Java class of its type, or {@code null}; an array is a
 * list of literals, a map is a map of literals, a struct is a list of literals in the
 * order of its fields
 * @param type the type
 * @since 0.1.0
 */
public record Literal(@Nullable Object value, DataType type) implements Expression {

	private static final DayTimeIntervalType DAY_TIME = new DayTimeIntervalType(DayTimeIntervalType.Unit.DAY,
			DayTimeIntervalType.Unit.SECOND);

	private static final YearMonthIntervalType YEAR_MONTH = new YearMonthIntervalType(YearMonthIntervalType.Unit.YEAR,
			YearMonthIntervalType.Unit.MONTH);

	private static final Duration MIN_DURATION = Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS);

	private static final Duration MAX_DURATION_EXCLUSIVE = Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS)
		.plus(1, ChronoUnit.MICROS);

	private static final Map<Class<?>, Function<Object, Literal>> KINDS = Map.ofEntries(
			kind(Boolean.class, DataTypes.BooleanType), kind(Byte.class, DataTypes.ByteType),
			kind(Short.class, DataTypes.ShortType), kind(Integer.class, DataTypes.IntegerType),
			kind(Long.class, DataTypes.LongType), kind(Float.class, DataTypes.FloatType),
			kind(Double.class, DataTypes.DoubleType), kind(String.class, DataTypes.StringType),
			kind(LocalDate.class, DataTypes.DateType), kind(Instant.class, DataTypes.TimestampType),
			kind(LocalDateTime.class, DataTypes.TimestampNTZType),
			Map.entry(LocalTime.class,
					(value) -> new Literal(((LocalTime) value).truncatedTo(ChronoUnit.MICROS), new TimeType(6))),
			kind(Duration.class, DAY_TIME), kind(Period.class, YEAR_MONTH),
			kind(CalendarInterval.class, DataTypes.CalendarIntervalType),
			Map.entry(UUID.class, (value) -> new Literal(value.toString(), DataTypes.StringType)),
			Map.entry(Character.class, (value) -> new Literal(value.toString(), DataTypes.StringType)),
			Map.entry(BigDecimal.class, (value) -> decimal((BigDecimal) value)),
			Map.entry(BigInteger.class, (value) -> decimal(new BigDecimal((BigInteger) value))),
			Map.entry(byte[].class, (value) -> new Literal(ByteBuffer.wrap(((byte[]) value).clone()).asReadOnlyBuffer(),
					DataTypes.BinaryType)));

	@SuppressWarnings("JavaPeriodGetDays")
	public Literal {
		if (value instanceof Period period && period.getDays() != 0) {
			throw new IllegalArgumentException("The period " + period
					+ " has days, which a year-month interval cannot represent; use a Duration for the days");
		}
		if (value instanceof String text && !Surrogates.arePaired(text)) {
			throw new IllegalArgumentException(
					"The text '" + Surrogates.escaped(text) + "' has an unpaired surrogate, which is not a character");
		}
		if (value != null && !isInRange(value)) {
			throw new IllegalArgumentException("The " + value.getClass().getSimpleName() + " " + value
					+ " is out of range for the Spark type " + type.simpleString());
		}
	}

	/**
	 * Returns {@code true} if the value does not overflow Spark's count of microseconds,
	 * days or months.
	 */
	private static boolean isInRange(Object value) {
		if (value instanceof Instant instant) {
			return isInRange(Duration.ofSeconds(instant.getEpochSecond(), instant.getNano()));
		}
		if (value instanceof LocalDateTime dateTime) {
			return isInRange(dateTime.toInstant(ZoneOffset.UTC));
		}
		if (value instanceof Duration duration) {
			return duration.compareTo(MIN_DURATION) >= 0 && duration.compareTo(MAX_DURATION_EXCLUSIVE) < 0;
		}
		if (value instanceof LocalDate date) {
			return date.toEpochDay() == (int) date.toEpochDay();
		}
		return !(value instanceof Period period) || period.toTotalMonths() == (int) period.toTotalMonths();
	}

	/**
	 * Creates a literal and infers its type from the class of the value. A collection or
	 * array becomes an array, a map becomes a map; their element types are the tightest
	 * common types.
	 * @param value the value, or {@code null}
	 * @return the literal
	 * @throws IllegalArgumentException if the class has no corresponding Spark type, or
	 * if the value is out of range
	 */
	public static Literal of(@Nullable Object value) {
		if (value == null) {
			return new Literal(null, DataTypes.NullType);
		}
		Function<Object, Literal> kind = KINDS.get(value.getClass());
		if (kind != null) {
			return kind.apply(value);
		}
		if (value instanceof Enum<?> constant) {
			return new Literal(constant.name(), DataTypes.StringType);
		}
		if (NestedLiteral.isNested(value)) {
			return NestedLiteral.convert(value, NestedLiteral.infer(value));
		}
		throw new IllegalArgumentException("A value of " + value.getClass().getName() + " cannot be a literal; use a"
				+ " number, String, boolean, byte[], enum, UUID, java.time value, or a collection or map of these");
	}

	/**
	 * Creates a literal of the given type, to which the value must convert without loss.
	 * @param value the value, or {@code null}; for a struct a map by field name, or a
	 * list in the order of the fields
	 * @param type the type
	 * @return the literal
	 * @throws IllegalArgumentException if the value does not convert to the type without
	 * loss
	 */
	public static Literal of(@Nullable Object value, DataType type) {
		return NestedLiteral.convert(value, type);
	}

	private static Map.Entry<Class<?>, Function<Object, Literal>> kind(Class<?> javaClass, DataType type) {
		return Map.entry(javaClass, (value) -> new Literal(value, type));
	}

	private static Literal decimal(BigDecimal value) {
		// Count the digits before setting the scale, which would write out each zero of
		// 1E+1000000000.
		long digits = (value.signum() == 0) ? Math.max(1, value.scale())
				: Math.max(value.precision() - (long) Math.min(value.scale(), 0), value.scale());
		if (digits > DecimalType.MAX_PRECISION) {
			throw new IllegalArgumentException("The decimal " + value + " has " + digits
					+ " digits; Spark decimals have at most " + DecimalType.MAX_PRECISION);
		}
		BigDecimal number = (value.scale() < 0) ? value.setScale(0) : value;
		return new Literal(number, new DecimalType((int) digits, number.scale()));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visitLiteral(this);
	}

}
