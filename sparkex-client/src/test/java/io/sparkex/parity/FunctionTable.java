package io.sparkex.parity;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sparkex.Column;
import io.sparkex.ColumnLike;
import io.sparkex.Functions;
import io.sparkex.types.DataType;

/**
 * The calls of all functions: from the table of arguments, or derived from the parameter
 * types.
 */
final class FunctionTable {

	private static final Path REGISTRY = Path.of("src", "main", "functions");

	private static final Path TABLE = Path.of("src", "test", "resources", "parity", "arguments.txt");

	private static final Pattern SECTION = Pattern.compile("\\[(\\w+)] (\\w+)(?: @(\\w+))?");

	private static final Pattern LINE = Pattern.compile("(\\w+(?:\\([^:]*\\))?):(.*?)(?: = (.+?))?(?: @(\\w+))?");

	private static final String NOT_COMPARED = "-";

	private static final String BY_HAND = "functions";

	private final Map<String, Section> sections = new TreeMap<>();

	private final Map<String, List<Line>> lines = new HashMap<>();

	private final Map<String, String> families = new HashMap<>();

	static FunctionTable read() throws IOException {
		FunctionTable table = new FunctionTable();
		for (String line : Files.readAllLines(TABLE)) {
			if (!line.isBlank() && !line.startsWith("#")) {
				table.add(line);
			}
		}
		try (Stream<Path> files = Files.list(REGISTRY)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".functions")).toList()) {
				table.addFamily(file);
			}
		}
		return table;
	}

	private void add(String text) {
		Matcher section = SECTION.matcher(text);
		if (section.matches()) {
			CallContext context = (section.group(3) != null) ? context(section.group(3)) : CallContext.SELECT;
			this.sections.put(section.group(1), new Section(section.group(2), context));
			return;
		}
		Matcher line = LINE.matcher(text);
		if (!line.matches()) {
			throw new IllegalArgumentException("not understood: " + text);
		}
		CallContext context = (line.group(4) != null) ? context(line.group(4)) : null;
		this.lines.computeIfAbsent(line.group(1), (name) -> new ArrayList<>())
			.add(new Line(split(line.group(2)), line.group(3), context));
	}

	private static CallContext context(String name) {
		return CallContext.valueOf(name.toUpperCase(Locale.ROOT));
	}

	/**
	 * Splits at commas outside of quotes and parentheses.
	 */
	private static List<String> split(String arguments) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean quoted = false;
		int depth = 0;
		for (int i = 0; i < arguments.length(); i++) {
			char character = arguments.charAt(i);
			quoted ^= (character == '\'');
			depth += quoted ? 0 : (character == '(') ? 1 : (character == ')') ? -1 : 0;
			if (character == ',' && !quoted && depth == 0) {
				parts.add(part.toString().strip());
				part.setLength(0);
			}
			else {
				part.append(character);
			}
		}
		if (!part.toString().isBlank()) {
			parts.add(part.toString().strip());
		}
		return parts;
	}

	private void addFamily(Path file) throws IOException {
		String family = file.getFileName().toString().replace(".functions", "");
		Pattern name = Pattern.compile("(\\w+)\\(.*");
		Files.readAllLines(file)
			.stream()
			.map(name::matcher)
			.filter(Matcher::matches)
			.forEach((line) -> this.families.put(line.group(1), family));
	}

	/**
	 * Returns the calls of all overloads that create a column, by family.
	 */
	Map<String, List<FunctionCall>> calls() {
		return overloads().map(this::call)
			.collect(Collectors.groupingBy(FunctionCall::family, TreeMap::new, Collectors.toList()));
	}

	/**
	 * Returns the names in the table that are not functions.
	 */
	Set<String> unknown() {
		Set<String> unknown = new TreeSet<>(this.lines.keySet());
		overloads().forEach((method) -> unknown.removeAll(List.of(method.getName(), FunctionCall.signature(method))));
		return unknown;
	}

	private static Stream<Method> overloads() {
		return Arrays.stream(Functions.class.getMethods())
			.filter((method) -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == Column.class)
			.sorted(Comparator.comparing(Method::toGenericString));
	}

	private FunctionCall call(Method method) {
		String family = this.families.getOrDefault(method.getName(), BY_HAND);
		Section section = this.sections.getOrDefault(family, new Section("i", CallContext.SELECT));
		Optional<Line> line = line(method);
		List<String> arguments = line.map(Line::arguments).orElseGet(() -> guess(method, section));
		if (!method.isVarArgs()) {
			arguments = arguments.subList(0, method.getParameterCount());
		}
		String sql = line.map(Line::sql).orElse(method.getName() + "(" + String.join(", ", arguments) + ")");
		CallContext context = line.map(Line::context).orElse(section.context());
		return new FunctionCall(family, context, method, arguments,
				Optional.of(sql).filter((text) -> !text.equals(NOT_COMPARED)));
	}

	/**
	 * Returns the line of the overload: the one with as many arguments as the method has
	 * parameters, or the shortest one with more.
	 */
	private Optional<Line> line(Method method) {
		List<Line> forOverload = this.lines.get(FunctionCall.signature(method));
		if (forOverload != null) {
			return Optional.of(forOverload.get(0));
		}
		int least = method.isVarArgs() ? method.getParameterCount() - 1 : method.getParameterCount();
		return this.lines.getOrDefault(method.getName(), List.of())
			.stream()
			.filter((line) -> line.arguments().size() >= least)
			.min(Comparator.comparing((line) -> line.arguments().size()));
	}

	private static List<String> guess(Method method, Section section) {
		return Arrays.stream(method.getParameters()).map((parameter) -> guess(parameter, section)).toList();
	}

	private static String guess(Parameter parameter, Section section) {
		Class<?> type = parameter.isVarArgs() ? parameter.getType().getComponentType() : parameter.getType();
		if (type == ColumnLike.class || parameter.getName().matches(".*(?i:name)s?\\d?")) {
			return section.column();
		}
		if (type == UnaryOperator.class) {
			return "x -> x IS NOT NULL";
		}
		if (type == BinaryOperator.class) {
			return "(x, y) -> x";
		}
		if (type == Map.class) {
			return "map('timeZone', 'UTC')";
		}
		if (type == DataType.class) {
			return "'a INT'";
		}
		return switch (type.getSimpleName()) {
			case "boolean" -> "true";
			case "double" -> "0.5D";
			case "int", "Object" -> "2";
			case "long" -> "42";
			case "String", "byte[]" -> "'a'";
			default -> "(x, y, z) -> y";
		};
	}

	/**
	 * A section of the table.
	 *
	 * @param column the default argument of a family
	 * @param context the place of the calls
	 */
	private record Section(String column, CallContext context) {
	}

	private record Line(List<String> arguments, @Nullable String sql, @Nullable CallContext context) {
	}

}
