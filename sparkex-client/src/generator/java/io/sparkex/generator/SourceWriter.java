package io.sparkex.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writer of the Java class {@code io.sparkex.SparkFunctions}.
 */
class SourceWriter {

	private static final String HEAD = """
			package io.sparkex;

			import java.util.Arrays;
			import java.util.Map;
			import java.util.concurrent.ThreadLocalRandom;
			import java.util.function.BinaryOperator;
			import java.util.function.UnaryOperator;
			import java.util.stream.Stream;

			import io.sparkex.types.DataType;
			import org.jspecify.annotations.Nullable;

			/**
			 * Spark's functions. Generated from the registry in {@code src/main/functions}; do not edit.
			 *
			 * @since 0.1.0
			 */
			abstract class SparkFunctions {

				SparkFunctions() {
				}

			""";

	private static final String FOOT = """
				private static ColumnLike[] columns(String... names) {
					return Arrays.stream(names).map(Functions::col).toArray(ColumnLike[]::new);
				}

				private static ColumnLike[] literals(String... values) {
					return Arrays.stream(values).map(Functions::lit).toArray(ColumnLike[]::new);
				}

				private static ColumnLike[] join(ColumnLike[] first, ColumnLike... rest) {
					return Stream.of(first, rest).flatMap(Arrays::stream).toArray(ColumnLike[]::new);
				}

				private static ColumnLike[] withOptions(Map<String, String> options, ColumnLike... arguments) {
					if (options.isEmpty()) {
						return arguments;
					}
					ColumnLike[] entries = options.entrySet()
						.stream()
						.flatMap((entry) -> Stream.of(Functions.lit(entry.getKey()), Functions.lit(entry.getValue())))
						.toArray(ColumnLike[]::new);
					return join(arguments, Column.call("map", entries));
				}

			}
			""";

	private static final int WIDTH = 110;

	String write(List<Entry> entries) {
		StringBuilder source = new StringBuilder(HEAD);
		for (Entry entry : entries) {
			try {
				entry.signatures().forEach((signature) -> source.append(write(entry, signature)));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(entry.place() + ": " + ex.getMessage(), ex);
			}
		}
		return source.append(FOOT).toString();
	}

	private String write(Entry entry, Signature signature) {
		return javadoc(entry, signature) + method(entry, signature) + "\n";
	}

	private String javadoc(Entry entry, Signature signature) {
		Javadoc javadoc = new Javadoc().paragraph(entry.description());
		List<String> facts = new ArrayList<>();
		facts.add(spark(entry.target()));
		if (!entry.since().isEmpty()) {
			facts.add("Requires Spark " + entry.since() + " or later.");
		}
		signature.omitted().stream().map(Parameter::defaultSentence).forEach(facts::add);
		facts.removeIf(String::isEmpty);
		if (!facts.isEmpty()) {
			javadoc.paragraph(String.join(" ", facts));
		}
		javadoc.lines("@since 0.1.0");
		if (!entry.replacement().isEmpty()) {
			javadoc.lines("@deprecated use {@link #" + entry.replacement() + "} instead");
		}
		return javadoc.toString();
	}

	private String spark(Target target) {
		return switch (target.style()) {
			case CALL -> "SQL function `" + target.name() + "`.";
			case DISTINCT -> "SQL function `" + target.name() + "` over `DISTINCT` values.";
			case INTERNAL -> "Spark's internal function `" + target.name() + "`.";
			case METHOD -> "";
		};
	}

	private String method(Entry entry, Signature signature) {
		String annotation = entry.replacement().isEmpty() ? "" : "\t@Deprecated\n";
		String head = "public static Column " + entry.name() + "(" + signature.declarations() + ")";
		String body = "return " + call(entry.target(), signature) + ";";
		return annotation + "\t" + String.join("\n\t\t\t", Javadoc.wrap(head, WIDTH)) + " {\n\t\t"
				+ String.join("\n\t\t\t\t", Javadoc.wrap(body, WIDTH)) + "\n\t}\n";
	}

	private String call(Target target, Signature signature) {
		List<String> arguments = signature.expressions(target.order());
		if (target.style() == Target.Style.METHOD) {
			return arguments.get(0) + ".toColumn()." + target.name() + "()";
		}
		String method = (target.style() == Target.Style.DISTINCT) ? "callDistinct" : "call";
		List<String> sent = new ArrayList<>(List.of("\"" + target.name() + "\""));
		Parameter tail = signature.tail();
		if (tail == null) {
			sent.addAll(arguments);
		}
		else if (tail.type() == ParameterType.OPTIONS) {
			sent.add("withOptions(" + tail.name() + ", " + String.join(", ", arguments) + ")");
		}
		else if (arguments.isEmpty()) {
			sent.add(tail.type().arrayExpression(tail.name()));
		}
		else {
			String first = arguments.stream().collect(Collectors.joining(", ", "new ColumnLike[] { ", " }"));
			sent.add("join(" + first + ", " + tail.type().arrayExpression(tail.name()) + ")");
		}
		return "Column." + method + "(" + String.join(", ", sent) + ")";
	}

}
