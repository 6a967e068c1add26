package io.sparkex.generator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parameter of a signature.
 *
 * @param name the Java name
 * @param type the type
 * @param variadic {@code true} if it is the last one and takes any number of values
 * @param defaultValue the value that is sent if the parameter is omitted; empty to send nothing
 */
record Parameter(String name, ParameterType type, boolean variadic, String defaultValue) {

	private static final Pattern SYNTAX = Pattern
		.compile("(?<dollar>\\$?)(?<name>[a-zA-Z]\\w*)(?:: (?<type>\\w+))?(?<dots>(?:\\.\\.\\.)?)(?: = (?<value>.+))?");

	private static final Pattern LITERAL = Pattern.compile("null|true|false|-?\\d+");

	static Parameter parse(String text) {
		Matcher matcher = SYNTAX.matcher(text);
		if (!matcher.matches() || (!matcher.group("dollar").isEmpty() && matcher.group("type") != null)) {
			throw new IllegalArgumentException("\"" + text + "\" is not a parameter");
		}
		String type = (matcher.group("type") != null) ? matcher.group("type") : "column";
		String value = (matcher.group("value") != null) ? matcher.group("value") : "";
		Parameter parameter = new Parameter(matcher.group("name"),
				ParameterType.of(matcher.group("dollar").isEmpty() ? type : "$"), !matcher.group("dots").isEmpty(),
				value);
		if (parameter.variadic) {
			parameter.type.arrayExpression(parameter.name);
		}
		return parameter;
	}

	boolean hasDefault() {
		return !this.defaultValue.isEmpty();
	}

	String declaration() {
		return this.type.javaType() + (this.variadic ? "... " : " ") + this.name;
	}

	/**
	 * Returns the erased type, by which the compiler distinguishes overloads.
	 * @return the erased type
	 */
	String erasure() {
		String erased = this.type.javaType().replace("@Nullable ", "").replaceAll("<.*>", "");
		return this.variadic ? erased + "[]" : erased;
	}

	/**
	 * Returns the expression for this parameter's value, if it is given.
	 * @return the expression
	 */
	String expression() {
		return this.type.expression(this.name);
	}

	/**
	 * Returns the expression for this parameter's value, if it is omitted.
	 * @param others the other parameters of the signature, to which the default may refer
	 * @return the expression
	 */
	String defaultExpression(List<Parameter> others) {
		String value = this.defaultValue;
		if (value.equals("random")) {
			return "Functions.lit(ThreadLocalRandom.current().nextLong())";
		}
		if (value.equals("identity")) {
			return "Column.lambda(UnaryOperator.<Column>identity())";
		}
		if (value.startsWith("'") && value.endsWith("'")) {
			return "Functions.lit(\"" + value.substring(1, value.length() - 1) + "\")";
		}
		if (value.endsWith("()")) {
			return "Column.call(\"" + value.substring(0, value.length() - 2) + "\")";
		}
		if (LITERAL.matcher(value).matches()) {
			return "Functions.lit(" + value + ")";
		}
		Parameter other = others.stream().filter((candidate) -> candidate.name.equals(value)).findFirst().orElse(null);
		if (other == null || other == this) {
			throw new IllegalArgumentException("unknown default \"" + value + "\" of " + this.name);
		}
		return other.hasDefault() && others.indexOf(other) > others.indexOf(this) ? other.defaultExpression(others)
				: other.expression();
	}

	/**
	 * Returns the sentence about the default value of this parameter.
	 * @return the sentence; empty if the parameter has no default value
	 */
	String defaultSentence() {
		return switch (this.defaultValue) {
			case "" -> "";
			case "random" -> "The client generates a random `" + this.name + "` when the column is created.";
			case "identity" -> "`" + this.name + "` defaults to the identity function.";
			default -> "`" + this.name + "` defaults to `" + this.defaultValue + "`.";
		};
	}

}
