package io.sparkex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.ArrayType;
import io.sparkex.types.CharType;
import io.sparkex.types.DataType;
import io.sparkex.types.Json;
import io.sparkex.types.MapType;
import io.sparkex.types.StringType;
import io.sparkex.types.StructField;
import io.sparkex.types.UserDefinedType;
import io.sparkex.types.VarcharType;
import io.sparkex.values.TimeText;
import io.sparkex.values.Variant;

/**
 * Writer of rows as JSON in Spark's format.
 */
final class RowJson {

	private final boolean pretty;

	private RowJson(boolean pretty) {
		this.pretty = pretty;
	}

	static String compact(Row row) {
		return new RowJson(false).struct(row, 0);
	}

	static String pretty(Row row) {
		return new RowJson(true).struct(row, 0);
	}

	private String struct(Row row, int depth) {
		List<Member> members = new ArrayList<>();
		for (int i = 0; i < row.size(); i++) {
			StructField field = row.schema().field(i);
			members.add(new Member(field.name(), row.get(i), field.dataType()));
		}
		return object(members, depth);
	}

	private String text(@Nullable Object value, DataType type, int depth) {
		if (value instanceof Row row) {
			return struct(row, depth);
		}
		DataType physical = (type instanceof UserDefinedType udt) ? udt.sqlType() : type;
		if (value instanceof List<?> list && physical instanceof ArrayType array) {
			return array(list.stream().map((element) -> text(element, array.elementType(), depth)).toList());
		}
		if (value instanceof Map<?, ?> map && physical instanceof MapType mapType) {
			return map(map, mapType, depth);
		}
		return scalar(value);
	}

	private String map(Map<?, ?> map, MapType type, int depth) {
		if (isText(type.keyType())) {
			List<Member> members = new ArrayList<>();
			new TreeMap<>(map).forEach((key, value) -> members.add(new Member((String) key, value, type.valueType())));
			return object(members, depth);
		}
		return array(map.entrySet()
			.stream()
			.map((entry) -> object(List.of(new Member("key", entry.getKey(), type.keyType()),
					new Member("value", entry.getValue(), type.valueType())), depth))
			.toList());
	}

	private static boolean isText(DataType type) {
		return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
	}

	private String object(List<Member> members, int depth) {
		if (members.isEmpty()) {
			return this.pretty ? "{ }" : "{}";
		}
		String indent = this.pretty ? "\n" + "  ".repeat(depth + 1) : "";
		String colon = this.pretty ? " : " : ":";
		List<String> lines = members.stream()
			.map((member) -> indent + Json.quote(member.name()) + colon
					+ text(member.value(), member.type(), depth + 1))
			.toList();
		return "{" + String.join(",", lines) + (this.pretty ? "\n" + "  ".repeat(depth) : "") + "}";
	}

	private String array(List<String> elements) {
		if (elements.isEmpty()) {
			return this.pretty ? "[ ]" : "[]";
		}
		return this.pretty ? "[ " + String.join(", ", elements) + " ]" : "[" + String.join(",", elements) + "]";
	}

	private static String scalar(@Nullable Object value) {
		if (value == null || value instanceof Boolean) {
			return String.valueOf(value);
		}
		if (value instanceof BigDecimal decimal) {
			return decimal.toPlainString();
		}
		if (value instanceof Number number) {
			return Double.isFinite(number.doubleValue()) ? number.toString() : Json.quote(number.toString());
		}
		return (value instanceof Variant variant) ? variant.toJson() : Json.quote(plain(value));
	}

	private static String plain(Object value) {
		if (value instanceof byte[] bytes) {
			return Base64.getEncoder().encodeToString(bytes);
		}
		if (value instanceof Instant instant) {
			return TimeText.of(instant);
		}
		if (value instanceof LocalDateTime dateTime) {
			return TimeText.of(dateTime);
		}
		return (value instanceof LocalTime time) ? TimeText.of(time) : value.toString();
	}

	private record Member(String name, @Nullable Object value, DataType type) {

	}

}
