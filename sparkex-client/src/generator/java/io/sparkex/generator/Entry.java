package io.sparkex.generator;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the registry: a function, or some of its overloads.
 *
 * @param place the file and line, for messages
 * @param name the Java name
 * @param signatures the overloads
 * @param target the call that is sent
 * @param since the first Spark version that has it; empty for the oldest supported version
 * @param replacement the function to use instead; empty unless this one is deprecated
 * @param description the documentation
 */
record Entry(String place, String name, List<Signature> signatures, Target target, String since, String replacement,
		String description) {

	private static final Pattern SYNTAX = Pattern.compile("(?<name>[a-zA-Z]\\w*)\\((?<signatures>.*?)\\)"
			+ "(?: = (?<target>.+?))?(?: since (?<since>\\d+(?:\\.\\d+)+))?(?: deprecated for (?<replacement>\\w+))?");

	private static final Pattern ALTERNATIVES = Pattern.compile(" *\\| *");

	static Entry parse(String place, String text) {
		int separator = text.indexOf(" -- ");
		if (separator == -1) {
			throw new IllegalArgumentException("\" -- \" and a sentence must follow the function");
		}
		String head = text.substring(0, separator).strip();
		String description = text.substring(separator + 4).strip();
		if (!description.endsWith(".") || description.contains("*/")) {
			throw new IllegalArgumentException("the documentation is not a sentence that ends with a full stop");
		}
		Matcher matcher = SYNTAX.matcher(head);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("\"" + head + "\" does not have the form \"name(parameters) = target since version deprecated for other\"");
		}
		List<Signature> signatures = Arrays.stream(ALTERNATIVES.split(matcher.group("signatures")))
			.flatMap((signature) -> Signature.parse(signature).stream())
			.toList();
		String name = matcher.group("name");
		String target = orElse(matcher.group("target"), name);
		return new Entry(place, name, signatures, Target.parse(target), orElse(matcher.group("since"), ""),
				orElse(matcher.group("replacement"), ""), description);
	}

	private static String orElse(String value, String fallback) {
		return (value != null) ? value : fallback;
	}

}
