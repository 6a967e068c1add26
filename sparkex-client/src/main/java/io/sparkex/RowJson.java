package io.sparkex;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.json.JsonObject;
import io.sparkex.internal.json.JsonWriter;
import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.internal.text.TimeText;
import io.sparkex.values.Variant;

/**
 * Writer of rows as JSON in Spark's format.
 */
final class RowJson {

	private RowJson() {
	}

	static String compact(Row row) {
		return JsonWriter.compact(struct(row));
	}

	static String pretty(Row row) {
		return JsonWriter.pretty(struct(row));
	}

	private static JsonObject struct(Row row) {
		List<JsonObject.Member> members = new ArrayList<>();
		for (int i = 0; i < row.size(); i++) {
			StructField field = row.schema().field(i);
			members.add(new JsonObject.Member(field.name(), convert(row.get(i), field.dataType())));
		}
		return new JsonObject(members);
	}

	private static @Nullable Object convert(@Nullable Object value, DataType type) {
		if (value instanceof Row row) {
			return struct(row);
		}
		DataType physical = (type instanceof UserDefinedType udt) ? udt.sqlType() : type;
		if (value instanceof List<?> list && physical instanceof ArrayType array) {
			List<@Nullable Object> elements = new ArrayList<>(list.size());
			list.forEach((element) -> elements.add(convert(element, array.elementType())));
			return elements;
		}
		if (value instanceof Map<?, ?> map && physical instanceof MapType mapType) {
			return map(map, mapType);
		}
		return scalar(value);
	}

	private static Object map(Map<?, ?> map, MapType type) {
		if (isText(type.keyType())) {
			List<JsonObject.Member> members = new ArrayList<>();
			new TreeMap<>(map).forEach(
					(key, value) -> members.add(new JsonObject.Member((String) key, convert(value, type.valueType()))));
			return new JsonObject(members);
		}
		return map.entrySet()
			.stream()
			.map((entry) -> new JsonObject(
					List.of(new JsonObject.Member("key", convert(entry.getKey(), type.keyType())),
							new JsonObject.Member("value", convert(entry.getValue(), type.valueType())))))
			.toList();
	}

	private static boolean isText(DataType type) {
		return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
	}

	private static @Nullable Object scalar(@Nullable Object value) {
		if (value instanceof Variant variant) {
			return new JsonWriter.RawJson(variant.toJson());
		}
		if (value instanceof byte[] bytes) {
			return Base64.getEncoder().encodeToString(bytes);
		}
		if (value instanceof Instant instant) {
			return TimeText.of(instant);
		}
		if (value instanceof LocalDateTime dateTime) {
			return TimeText.of(dateTime);
		}
		return (value instanceof LocalTime time) ? TimeText.of(time) : value;
	}

}
