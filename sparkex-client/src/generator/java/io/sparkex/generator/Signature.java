package io.sparkex.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One overload of a function.
 *
 * @param parameters the parameters of the Java method
 * @param omitted the optional parameters that this overload omits
 */
record Signature(List<Parameter> parameters, List<Parameter> omitted) {

	private static final Pattern TOKEN = Pattern.compile("\\[|]|,|(?:'[^']*'|[^\\[\\],'])+");

	/**
	 * Parses one alternative of the registry, such as {@code e [, scale: int = 0]}.
	 * @param text the alternative
	 * @return its overloads, the shortest first
	 */
	static List<Signature> parse(String text) {
		List<Parameter> parameters = new ArrayList<>();
		List<Integer> lengths = new ArrayList<>();
		int open = 0;
		boolean closed = false;
		Matcher tokens = TOKEN.matcher(text);
		while (tokens.find()) {
			String token = tokens.group().strip();
			switch (token) {
				case "", "," -> {
				}
				case "[" -> {
					open++;
					lengths.add(parameters.size());
				}
				case "]" -> {
					open--;
					closed = true;
				}
				default -> {
					require(!closed, "\"" + token + "\" follows optional parameters");
					parameters.add(Parameter.parse(token));
				}
			}
		}
		require(open == 0, "the brackets do not match");
		lengths.add(parameters.size());
		check(parameters);
		return lengths.stream()
			.map((length) -> new Signature(parameters.subList(0, length),
					parameters.subList(length, parameters.size())))
			.toList();
	}

	private static void check(List<Parameter> parameters) {
		for (int i = 0; i < parameters.size() - 1; i++) {
			Parameter parameter = parameters.get(i);
			require(!parameter.variadic(), parameter.name() + "... is not the last parameter");
			require(parameter.type() != ParameterType.OPTIONS, parameter.name() + ": options must come last");
		}
		long names = parameters.stream().map(Parameter::name).distinct().count();
		require(names == parameters.size(), "two parameters have the same name");
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	List<Parameter> all() {
		return Stream.concat(this.parameters.stream(), this.omitted.stream()).toList();
	}

	String declarations() {
		return this.parameters.stream().map(Parameter::declaration).collect(Collectors.joining(", "));
	}

	String erasure() {
		return this.parameters.stream().map(Parameter::erasure).collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * Returns the expressions of the columns to send, in the given order.
	 * @param order the parameter names; empty for the order of the signature
	 * @return the expressions, without those of variadic parameters and options
	 */
	List<String> expressions(List<String> order) {
		List<Parameter> all = all();
		List<String> names = order.isEmpty() ? all.stream().map(Parameter::name).toList() : order;
		return names.stream().map(this::named).filter(this::isPlain).map((parameter) -> {
			boolean given = this.parameters.contains(parameter);
			return given ? parameter.expression() : parameter.defaultExpression(all);
		}).toList();
	}

	private boolean isPlain(Parameter parameter) {
		boolean sent = this.parameters.contains(parameter) || parameter.hasDefault();
		return sent && !parameter.variadic() && parameter.type() != ParameterType.OPTIONS;
	}

	private Parameter named(String name) {
		return all().stream()
			.filter((parameter) -> parameter.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("there is no parameter \"" + name + "\""));
	}

	/**
	 * Returns the last parameter if it takes options or any number of values.
	 * @return the parameter, or {@code null}
	 */
	Parameter tail() {
		Parameter last = this.parameters.isEmpty() ? null : this.parameters.get(this.parameters.size() - 1);
		boolean open = last != null && (last.variadic() || last.type() == ParameterType.OPTIONS);
		return open ? last : null;
	}

}
