package io.sparkex.internal.export;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.DayTimeIntervalType;
import io.sparkex.types.DecimalType;
import io.sparkex.types.GeographyType;
import io.sparkex.types.GeometryType;
import io.sparkex.types.MapType;
import io.sparkex.types.SimpleType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;
import io.sparkex.types.TimeType;
import io.sparkex.types.UnparsedType;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.types.YearMonthIntervalType;
import io.sparkex.values.CalendarInterval;
import io.sparkex.values.Geography;
import io.sparkex.values.Geometry;
import io.sparkex.values.Variant;

/**
 * Reader of exported values of a type. Structs are read as lists of their fields, binary
 * values as text, variants as their decoded value, and negative zero as zero.
 *
 * @param node a JSON value, or the text of a scalar value
 */
record ExportedValueReader(JsonNode node) implements DataType.Visitor<Object> {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	static JsonNode parse(String json) {
		return MAPPER.readTree(json);
	}

	static @Nullable Object json(JsonNode node, DataType type) {
		return node.isNull() ? null : type.accept(new ExportedValueReader(node));
	}

	static @Nullable Object cell(@Nullable String text, DataType type) {
		if (text == null) {
			return null;
		}
		boolean nested = type instanceof ArrayType || type instanceof MapType || type instanceof StructType
				|| type instanceof GeometryType || type instanceof GeographyType || type == SimpleType.VARIANT;
		return json(nested ? parse(text) : StringNode.valueOf(text), type);
	}

	/**
	 * Normalizes an exported value in the same way.
	 */
	static @Nullable Object comparable(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return Arrays.toString(bytes);
		}
		if (value instanceof List<?> list) {
			return list.stream().<@Nullable Object>map(ExportedValueReader::comparable).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
			map.forEach((key, mapped) -> entries.put(comparable(key), comparable(mapped)));
			return entries;
		}
		if (value instanceof Double number) {
			return number + 0.0;
		}
		return (value instanceof Variant variant) ? variant.toObject() : value;
	}

	private String text() {
		return this.node.asString();
	}

	@Override
	public Object visitSimple(SimpleType type) {
		return switch (type) {
			case NULL -> throw new AssertionError("There is a value in a column of nulls");
			case BOOLEAN -> Boolean.valueOf(text());
			case BYTE -> Byte.valueOf(text());
			case SHORT -> Short.valueOf(text());
			case INTEGER -> Integer.valueOf(text());
			case LONG -> Long.valueOf(text());
			case FLOAT -> Float.valueOf(text());
			case DOUBLE -> Double.parseDouble(text()) + 0.0;
			case BINARY -> Arrays.toString(Base64.getDecoder().decode(text()));
			case DATE -> LocalDate.parse(text());
			case TIMESTAMP -> OffsetDateTime.parse(text()).toInstant();
			case TIMESTAMP_NTZ -> LocalDateTime.parse(text());
			case CALENDAR_INTERVAL -> calendarInterval();
			case VARIANT -> text();
		};
	}

	@SuppressWarnings("JavaPeriodGetDays")
	private CalendarInterval calendarInterval() {
		int clock = text().indexOf('T');
		Period period = (clock == 1) ? Period.ZERO : Period.parse((clock < 0) ? text() : text().substring(0, clock));
		Duration duration = (clock < 0) ? Duration.ZERO : Duration.parse("P" + text().substring(clock));
		long micros = duration.getSeconds() * 1_000_000 + duration.getNano() / 1_000;
		return new CalendarInterval((int) period.toTotalMonths(), period.getDays(), micros);
	}

	@Override
	public Object visitString(StringType type) {
		return text();
	}

	@Override
	public Object visitChar(CharType type) {
		return text();
	}

	@Override
	public Object visitVarchar(VarcharType type) {
		return text();
	}

	@Override
	public Object visitDecimal(DecimalType type) {
		return new BigDecimal(text());
	}

	@Override
	public Object visitTime(TimeType type) {
		return LocalTime.parse(text());
	}

	@Override
	public Object visitDayTimeInterval(DayTimeIntervalType type) {
		return Duration.parse(text()).truncatedTo(ChronoUnit.MICROS);
	}

	@Override
	public Object visitYearMonthInterval(YearMonthIntervalType type) {
		return Period.parse(text());
	}

	@Override
	public Object visitArray(ArrayType type) {
		List<@Nullable Object> elements = new ArrayList<>();
		this.node.forEach((element) -> elements.add(json(element, type.elementType())));
		return elements;
	}

	@Override
	public Object visitMap(MapType type) {
		Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
		if (this.node.isObject()) {
			this.node.properties()
				.forEach((entry) -> entries.put(entry.getKey(), json(entry.getValue(), type.valueType())));
		}
		this.node.forEach((entry) -> {
			if (this.node.isArray()) {
				entries.put(json(entry.get("key"), type.keyType()), json(entry.get("value"), type.valueType()));
			}
		});
		return entries;
	}

	@Override
	public Object visitStruct(StructType type) {
		List<@Nullable Object> fields = new ArrayList<>();
		for (StructField field : type.fields()) {
			fields.add(json(this.node.get(field.name()), field.dataType()));
		}
		return fields;
	}

	@Override
	public Object visitUserDefined(UserDefinedType type) {
		return type.sqlType().accept(this);
	}

	private byte[] wkb() {
		return Base64.getDecoder().decode(this.node.get("wkb").asString());
	}

	@Override
	public Object visitGeometry(GeometryType type) {
		return new Geometry(wkb(), this.node.get("srid").asInt());
	}

	@Override
	public Object visitGeography(GeographyType type) {
		return new Geography(wkb(), this.node.get("srid").asInt());
	}

	@Override
	public Object visitUnparsed(UnparsedType type) {
		throw new AssertionError("There are no values of " + type);
	}

}
