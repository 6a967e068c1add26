package io.sparkex.generator;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The call that a function sends to Spark.
 *
 * @param style the kind of call
 * @param name the SQL function, or the method of the first argument
 * @param order the parameters in the order in which they are sent; empty for the order of
 * the signature
 */
record Target(Style style, String name, List<String> order) {

	private static final Pattern SYNTAX = Pattern.compile("(distinct |internal |\\.)?([\\w~!]+)(?:\\(([\\w, ]+)\\))?");

	static Target parse(String text) {
		Matcher matcher = SYNTAX.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("\"= " + text + "\" is not understood");
		}
		List<String> order = (matcher.group(3) != null) ? Arrays.asList(matcher.group(3).split(", *")) : List.of();
		return new Target(Style.of(matcher.group(1)), matcher.group(2), order);
	}

	/**
	 * The kind of call.
	 */
	enum Style {

		CALL, DISTINCT, INTERNAL, METHOD;

		static Style of(String prefix) {
			if (prefix == null) {
				return CALL;
			}
			return switch (prefix) {
				case "distinct " -> DISTINCT;
				case "internal " -> INTERNAL;
				default -> METHOD;
			};
		}

	}

}
