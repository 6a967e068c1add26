package io.sparkex.internal.plan;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Options of a data source or table, in insertion order. Immutable.
 * <p>
 * Plans are printed in logs and error messages. {@link #toString()} therefore masks
 * values with a secret name, and values that contain a password, such as a JDBC URL.
 */
final class Options extends AbstractMap<String, String> {

	private static final Pattern SECRET_NAME = Pattern.compile("pass|pwd|token|secret|key|credential",
			Pattern.CASE_INSENSITIVE);

	/**
	 * An assignment, the user of a URL, or the user of Oracle's thin driver.
	 */
	private static final Pattern SECRET_WITHIN = Pattern
		.compile("(?:pass|pwd|token|secret|credential|(?:api|access|account|private)[_.-]?key)[\\w.-]*[\"']?\\s*[=:]"
				+ "|://[^/@\\s]*:[^/@\\s]+@|jdbc:oracle:\\w+:[^/@\\s]*/[^@\\s]+@", Pattern.CASE_INSENSITIVE);

	private final Map<String, String> values;

	private Options(Map<String, String> values) {
		this.values = values;
	}

	static Map<String, String> copyOf(Map<String, String> options) {
		if (options instanceof Options) {
			return options;
		}
		options.forEach((name, value) -> {
			if (value == null) {
				throw new IllegalArgumentException("option '" + name + "' must not be null; leave it out instead");
			}
		});
		return new Options(Collections.unmodifiableMap(new LinkedHashMap<>(options)));
	}

	@Override
	public Set<Entry<String, String>> entrySet() {
		return this.values.entrySet();
	}

	@Override
	public String toString() {
		return entrySet().stream().map(Options::text).collect(Collectors.joining(", ", "{", "}"));
	}

	/**
	 * Returns {@code true} if the text seems to contain a password, such as a JDBC URL.
	 */
	static boolean holdsSecret(String text) {
		return SECRET_WITHIN.matcher(text).find();
	}

	/**
	 * Returns {@code true} if the name of an option indicates a secret.
	 */
	static boolean isSecret(Object name) {
		return SECRET_NAME.matcher(String.valueOf(name)).find();
	}

	private static String text(Entry<String, String> option) {
		boolean secret = isSecret(option.getKey()) || holdsSecret(option.getValue());
		return option.getKey() + "=" + (secret ? "***" : option.getValue());
	}

}
