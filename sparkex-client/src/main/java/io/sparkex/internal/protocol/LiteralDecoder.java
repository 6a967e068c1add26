package io.sparkex.internal.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.internal.proto.DataType;
import io.sparkex.internal.proto.Expression.Literal;
import io.sparkex.values.CalendarInterval;

/**
 * Decoder of literals that the server sends, such as observed metrics.
 *
 * @since 0.1.0
 */
public final class LiteralDecoder {

	private LiteralDecoder() {
	}

	/**
	 * Decodes a literal.
	 * @param literal the literal
	 * @return the value in the class that a row has for its type, a map by field name for
	 * a struct, or {@code null}
	 * @throws CorruptResultException if the literal is invalid or of a kind that this
	 * client does not support
	 */
	public static @Nullable Object decode(Literal literal) {
		return decode(literal, literal.hasDataType() ? literal.getDataType() : null);
	}

	private static @Nullable Object decode(Literal literal, @Nullable DataType type) {
		return switch (literal.getLiteralTypeCase()) {
			case NULL -> null;
			case BINARY -> literal.getBinary().toByteArray();
			case BOOLEAN -> literal.getBoolean();
			case BYTE -> (byte) literal.getByte();
			case SHORT -> (short) literal.getShort();
			case INTEGER -> literal.getInteger();
			case LONG -> literal.getLong();
			case FLOAT -> literal.getFloat();
			case DOUBLE -> literal.getDouble();
			case DECIMAL -> decimal(literal.getDecimal());
			case STRING -> literal.getString();
			case DATE -> LocalDate.ofEpochDay(literal.getDate());
			case TIMESTAMP -> instant(literal.getTimestamp());
			case TIMESTAMP_NTZ -> LocalDateTime.ofInstant(instant(literal.getTimestampNtz()), ZoneOffset.UTC);
			case YEAR_MONTH_INTERVAL -> Period.ofMonths(literal.getYearMonthInterval()).normalized();
			case DAY_TIME_INTERVAL -> Duration.of(literal.getDayTimeInterval(), ChronoUnit.MICROS);
			case TIME -> time(literal.getTime().getNano());
			case ARRAY ->
				array(literal.getArray().getElementsList(), (type != null) ? type.getArray().getElementType() : null);
			case MAP -> map(literal.getMap(), type);
			case STRUCT -> struct(literal.getStruct(), type);
			case SPECIALIZED_ARRAY -> specializedArray(literal.getSpecializedArray());
			case CALENDAR_INTERVAL -> interval(literal.getCalendarInterval());
			case LITERALTYPE_NOT_SET -> throw new CorruptResultException(
					"The server sent a literal of a kind that this client does not support");
		};
	}

	private static BigDecimal decimal(Literal.Decimal decimal) {
		try {
			BigDecimal value = new BigDecimal(decimal.getValue());
			return (decimal.hasScale() && value.scale() < decimal.getScale()) ? value.setScale(decimal.getScale())
					: value;
		}
		catch (NumberFormatException ex) {
			throw new CorruptResultException("The server sent an invalid decimal: " + decimal.getValue(), ex);
		}
	}

	private static CalendarInterval interval(Literal.CalendarInterval interval) {
		return new CalendarInterval(interval.getMonths(), interval.getDays(), interval.getMicroseconds());
	}

	private static Instant instant(long micros) {
		return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
	}

	private static LocalTime time(long nanoOfDay) {
		if (nanoOfDay < 0 || nanoOfDay >= Duration.ofDays(1).toNanos()) {
			throw new CorruptResultException("The server sent an invalid time: " + nanoOfDay + " ns");
		}
		return LocalTime.ofNanoOfDay(nanoOfDay);
	}

	private static List<@Nullable Object> array(List<Literal> elements, @Nullable DataType type) {
		List<@Nullable Object> values = new ArrayList<>(elements.size());
		elements.forEach((element) -> values.add(decode(element, type)));
		return Collections.unmodifiableList(values);
	}

	private static Map<@Nullable Object, @Nullable Object> map(Literal.Map map, @Nullable DataType type) {
		if (map.getKeysCount() != map.getValuesCount()) {
			throw new CorruptResultException(
					"The server sent a map of " + map.getKeysCount() + " keys and " + map.getValuesCount() + " values");
		}
		Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
		for (int i = 0; i < map.getKeysCount(); i++) {
			Object key = decode(map.getKeys(i), (type != null) ? type.getMap().getKeyType() : null);
			entries.put(key, decode(map.getValues(i), (type != null) ? type.getMap().getValueType() : null));
		}
		return Collections.unmodifiableMap(entries);
	}

	/**
	 * Decodes a struct. Servers before Spark 4.1 send its type only within the literal.
	 */
	@SuppressWarnings("deprecation")
	private static Map<String, @Nullable Object> struct(Literal.Struct struct, @Nullable DataType type) {
		List<DataType.StructField> fields = ((type != null) ? type : struct.getStructType()).getStruct()
			.getFieldsList();
		if (fields.size() != struct.getElementsCount()) {
			throw new CorruptResultException("The server sent a struct of " + struct.getElementsCount()
					+ " values for its " + fields.size() + " fields");
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (int i = 0; i < fields.size(); i++) {
			values.put(fields.get(i).getName(), decode(struct.getElements(i), fields.get(i).getDataType()));
		}
		return Collections.unmodifiableMap(values);
	}

	private static List<?> specializedArray(Literal.SpecializedArray array) {
		return switch (array.getValueTypeCase()) {
			case BOOLS -> array.getBools().getValuesList();
			case INTS -> array.getInts().getValuesList();
			case LONGS -> array.getLongs().getValuesList();
			case FLOATS -> array.getFloats().getValuesList();
			case DOUBLES -> array.getDoubles().getValuesList();
			case STRINGS -> List.copyOf(array.getStrings().getValuesList());
			case VALUETYPE_NOT_SET -> List.of();
		};
	}

}
