package io.sparkex.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reader of the JSON in the trailers of errors: a list of strings, or an object whose
 * values are strings. Other content is treated as empty, since there is already an error
 * to report.
 */
public final class JsonReader {

	private final String text;

	private int position;

	private JsonReader(String text) {
		this.text = text;
	}

	/**
	 * Reads a JSON array of strings.
	 * @param text the JSON text
	 * @return the strings; empty for any other content
	 */
	public static List<String> strings(String text) {
		return new JsonReader(text).readStrings().orElse(List.of());
	}

	/**
	 * Reads a JSON object whose values are strings.
	 * @param text the JSON text
	 * @return the members by name; empty for any other content
	 */
	public static Map<String, String> object(String text) {
		return new JsonReader(text).readObject().orElse(Map.of());
	}

	private Optional<List<String>> readStrings() {
		List<String> strings = new ArrayList<>();
		if (!skip('[')) {
			return Optional.empty();
		}
		if (skip(']')) {
			return Optional.of(strings);
		}
		do {
			Optional<String> element = string();
			if (element.isEmpty()) {
				return Optional.empty();
			}
			strings.add(element.get());
		}
		while (skip(','));
		return skip(']') ? Optional.of(strings) : Optional.empty();
	}

	private Optional<Map<String, String>> readObject() {
		Map<String, String> object = new LinkedHashMap<>();
		if (!skip('{')) {
			return Optional.empty();
		}
		if (skip('}')) {
			return Optional.of(object);
		}
		do {
			Optional<String> name = string();
			Optional<String> value = skip(':') ? value() : Optional.empty();
			if (name.isEmpty() || value.isEmpty()) {
				return Optional.empty();
			}
			object.put(name.get(), value.get());
		}
		while (skip(','));
		return skip('}') ? Optional.of(object) : Optional.empty();
	}

	private boolean skip(char wanted) {
		skipBlanks();
		if (this.position < this.text.length() && this.text.charAt(this.position) == wanted) {
			this.position++;
			return true;
		}
		return false;
	}

	private void skipBlanks() {
		while (this.position < this.text.length() && Character.isWhitespace(this.text.charAt(this.position))) {
			this.position++;
		}
	}

	/**
	 * Messages also show the word null for a parameter without a value.
	 */
	private Optional<String> value() {
		skipBlanks();
		if (this.text.startsWith("null", this.position)) {
			this.position += "null".length();
			return Optional.of("null");
		}
		return string();
	}

	private Optional<String> string() {
		if (!skip('"')) {
			return Optional.empty();
		}
		StringBuilder string = new StringBuilder();
		while (this.position < this.text.length()) {
			char c = this.text.charAt(this.position++);
			if (c == '"') {
				return Optional.of(string.toString());
			}
			if (c == '\\' && !unescape(string)) {
				return Optional.empty();
			}
			if (c != '\\') {
				string.append(c);
			}
		}
		return Optional.empty();
	}

	private boolean unescape(StringBuilder string) {
		if (this.position == this.text.length()) {
			return false;
		}
		char escaped = this.text.charAt(this.position++);
		switch (escaped) {
			case '"', '\\', '/' -> string.append(escaped);
			case 'n' -> string.append('\n');
			case 'r' -> string.append('\r');
			case 't' -> string.append('\t');
			case 'b' -> string.append('\b');
			case 'f' -> string.append('\f');
			case 'u' -> {
				return unescapeUnit(string);
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean unescapeUnit(StringBuilder string) {
		int unit = 0;
		for (int i = 0; i < 4; i++) {
			int digit = (this.position < this.text.length()) ? Character.digit(this.text.charAt(this.position++), 16)
					: -1;
			if (digit < 0) {
				return false;
			}
			unit = unit * 16 + digit;
		}
		string.append((char) unit);
		return true;
	}

}
