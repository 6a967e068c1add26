package io.sparkex.internal.json;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writer of values as JSON text: {@code null}, booleans, numbers, text, lists and
 * {@link JsonObject}s. Numbers that JSON does not have, such as infinity, become strings.
 * Not thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonWriter {

	private final StringBuilder out = new StringBuilder();

	private final boolean pretty;

	private JsonWriter(boolean pretty) {
		this.pretty = pretty;
	}

	/**
	 * Writes a value on one line.
	 * @param value the value
	 * @return the JSON text
	 */
	public static String compact(@Nullable Object value) {
		return new JsonWriter(false).write(value, 0);
	}

	/**
	 * Writes a value with each member of an object on its own line.
	 * @param value the value
	 * @return the JSON text
	 */
	public static String pretty(@Nullable Object value) {
		return new JsonWriter(true).write(value, 0);
	}

	/**
	 * Quotes a text.
	 * @param text any text
	 * @return a JSON string
	 */
	public static String quote(String text) {
		JsonWriter writer = new JsonWriter(false);
		writer.appendString(text);
		return writer.out.toString();
	}

	/**
	 * Returns the escape sequence of a character in a JSON string.
	 * @param c the character
	 * @return the escape sequence, or {@code null} if the character needs none
	 */
	public static @Nullable String escape(char c) {
		return switch (c) {
			case '"' -> "\\\"";
			case '\\' -> "\\\\";
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			case '\b' -> "\\b";
			case '\f' -> "\\f";
			default -> (c < ' ') ? String.format("\\u%04X", (int) c) : null;
		};
	}

	private String write(@Nullable Object value, int depth) {
		append(value, depth);
		return this.out.toString();
	}

	private void append(@Nullable Object value, int depth) {
		if (value == null || value instanceof Boolean) {
			this.out.append(value);
		}
		else if (value instanceof BigDecimal decimal) {
			this.out.append(decimal.toPlainString());
		}
		else if (value instanceof Number number) {
			appendNumber(number);
		}
		else if (value instanceof List<?> list) {
			appendArray(list, depth);
		}
		else if (value instanceof JsonObject object) {
			appendObject(object, depth);
		}
		else if (value instanceof RawJson raw) {
			this.out.append(raw.text());
		}
		else {
			appendString(value.toString());
		}
	}

	private void appendNumber(Number number) {
		if (Double.isFinite(number.doubleValue())) {
			this.out.append(number);
		}
		else {
			appendString(number.toString());
		}
	}

	private void appendArray(List<?> list, int depth) {
		String padding = this.pretty ? " " : "";
		String separator = "[" + padding;
		for (Object element : list) {
			this.out.append(separator);
			append(element, depth);
			separator = "," + padding;
		}
		this.out.append(list.isEmpty() ? separator : padding).append(']');
	}

	private void appendObject(JsonObject object, int depth) {
		String indent = this.pretty ? "\n" + "  ".repeat(depth + 1) : "";
		String separator = "{";
		for (JsonObject.Member member : object.members()) {
			this.out.append(separator).append(indent);
			appendString(member.name());
			this.out.append(this.pretty ? " : " : ":");
			append(member.value(), depth + 1);
			separator = ",";
		}
		if (object.members().isEmpty()) {
			this.out.append(this.pretty ? "{ }" : "{}");
		}
		else {
			this.out.append(this.pretty ? "\n" + "  ".repeat(depth) : "").append('}');
		}
	}

	private void appendString(String text) {
		this.out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			String escape = escape(c);
			if (escape != null) {
				this.out.append(escape);
			}
			else {
				this.out.append(c);
			}
		}
		this.out.append('"');
	}

	/**
	 * A text that is JSON already.
	 *
	 * @param text the JSON text
	 */
	public record RawJson(String text) {

	}

}
