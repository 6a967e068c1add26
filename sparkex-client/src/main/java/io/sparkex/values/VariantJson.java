package io.sparkex.values;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.json.JsonObject;
import io.sparkex.internal.json.JsonWriter;
import io.sparkex.internal.text.TimeText;

/**
 * Writer of decoded variants as JSON.
 */
final class VariantJson {

	private VariantJson() {
	}

	static String write(@Nullable Object value) {
		return JsonWriter.compact(convert(value));
	}

	private static @Nullable Object convert(@Nullable Object value) {
		if (value instanceof BigDecimal decimal) {
			return decimal.stripTrailingZeros();
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> elements = new ArrayList<>(list.size());
			list.forEach((element) -> elements.add(convert(element)));
			return elements;
		}
		if (value instanceof Map<?, ?> map) {
			List<JsonObject.Member> members = new ArrayList<>(map.size());
			map.forEach((key, member) -> members.add(new JsonObject.Member(key.toString(), convert(member))));
			return new JsonObject(members);
		}
		if (value instanceof Instant instant) {
			return TimeText.of(instant) + "+00:00";
		}
		if (value instanceof LocalDateTime dateTime) {
			return TimeText.of(dateTime);
		}
		if (value instanceof LocalTime time) {
			return TimeText.of(time);
		}
		return (value instanceof byte[] bytes) ? Base64.getEncoder().encodeToString(bytes) : value;
	}

}
