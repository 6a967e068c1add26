package io.sparkex.types;

import java.util.regex.Pattern;

/**
 * Identifiers in SQL syntax.
 */
final class Identifiers {

	private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

	private Identifiers() {
	}

	static String quoteIfNeeded(String name) {
		return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
	}

}
