package io.sparkex.values;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sparkex.types.Json;

/**
 * Writer of decoded variants as JSON.
 */
final class JsonText {

	private final StringBuilder out = new StringBuilder();

	JsonText append(@Nullable Object value) {
		if (value == null || value instanceof Boolean || value instanceof Long) {
			this.out.append(value);
		}
		else if (value instanceof BigDecimal decimal) {
			this.out.append(decimal.stripTrailingZeros().toPlainString());
		}
		else if (value instanceof Number number) {
			boolean finite = Double.isFinite(number.doubleValue());
			this.out.append(finite ? number : "\"" + number + "\"");
		}
		else if (value instanceof List<?> list) {
			appendArray(list);
		}
		else if (value instanceof Map<?, ?> map) {
			appendObject(map);
		}
		else {
			this.out.append(Json.quote(text(value)));
		}
		return this;
	}

	private static String text(Object value) {
		if (value instanceof Instant instant) {
			return TimeText.of(instant) + "+00:00";
		}
		if (value instanceof LocalDateTime dateTime) {
			return TimeText.of(dateTime);
		}
		if (value instanceof LocalTime time) {
			return TimeText.of(time);
		}
		return (value instanceof byte[] bytes) ? Base64.getEncoder().encodeToString(bytes) : value.toString();
	}

	private void appendArray(List<?> list) {
		String separator = "";
		this.out.append('[');
		for (Object element : list) {
			this.out.append(separator);
			append(element);
			separator = ",";
		}
		this.out.append(']');
	}

	private void appendObject(Map<?, ?> map) {
		String separator = "";
		this.out.append('{');
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			this.out.append(separator);
			this.out.append(Json.quote(entry.getKey().toString()));
			this.out.append(':');
			append(entry.getValue());
			separator = ",";
		}
		this.out.append('}');
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

}
