package io.sparkex.parity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

import io.sparkex.parity.Exclusions.Rule;

/**
 * The documentation page about API parity.
 */
final class ParityPage {

	private static final String HEAD = """
			# Parity with the official client

			`ParityTests` generates this page. It reads every public method of the official API from `spark-sql-api` %s
			and looks for a method of the same name in sparkex whose parameters accept the same arguments. The test fails if
			a method is neither in sparkex nor on the reviewed list of exclusions. To regenerate the page, run the test with
			`-Dparity.write=true`.

			The counts exclude methods with a `$` in their names (Scala operators and default arguments) and methods of
			`Object`, `Product` and Spark's `Logging`. `new(..)` stands for a constructor.

			| Official class | sparkex | Official | Present | Left out | Missing |
			|---|---|---:|---:|---:|---:|
			""";

	private static final String DIFFERENCES = """

			## Different return types

			sparkex has these methods, with another return type.

			| Method | Official | sparkex |
			|---|---|---|
			""";

	private static final String EXCLUSIONS = """

			## Left out

			""";

	private final String version;

	private final List<ClassParity> classes;

	ParityPage(String version, List<ClassParity> classes) {
		this.version = version;
		this.classes = classes;
	}

	String write() {
		StringBuilder page = new StringBuilder(HEAD.formatted(this.version));
		for (ClassParity parity : this.classes) {
			row(page, code(parity.officialName()), parity.ourName().isEmpty() ? "" : code(parity.ourName()),
					parity.official(), parity.present().size(), parity.excluded().size(), parity.missing().size());
		}
		row(page, "all", "", total(ClassParity::official), total((parity) -> parity.present().size()),
				total((parity) -> parity.excluded().size()), total((parity) -> parity.missing().size()));
		page.append(DIFFERENCES);
		this.classes.stream()
			.flatMap((parity) -> parity.differences().stream())
			.forEach((difference) -> row(page, code(difference.official().toString()), code(difference.officialType()),
					code(difference.ourType())));
		page.append(EXCLUSIONS);
		exclusions().forEach((reason, methods) -> page.append("- ").append(reason).append(":\n").append(methods));
		return page.toString();
	}

	/**
	 * Returns the text for each reason: the methods by class, or only their number if the
	 * reason is a type.
	 */
	private Map<String, String> exclusions() {
		Map<String, String> texts = new TreeMap<>();
		reasons().forEach((reason, owners) -> {
			StringBuilder text = new StringBuilder();
			owners.forEach(
					(owner, methods) -> text.append("  - ").append(code(owner)).append(": ").append(list(methods)));
			texts.put(reason, text.toString());
		});
		return texts;
	}

	private Map<String, Map<String, Map<OfficialMethod, Rule>>> reasons() {
		Map<String, Map<String, Map<OfficialMethod, Rule>>> reasons = new TreeMap<>();
		for (ClassParity parity : this.classes) {
			parity.excluded()
				.forEach((method, rule) -> reasons.computeIfAbsent(rule.reason(), (key) -> new TreeMap<>())
					.computeIfAbsent(parity.officialName(), (key) -> new LinkedHashMap<>())
					.put(method, rule));
		}
		return reasons;
	}

	private static String list(Map<OfficialMethod, Rule> methods) {
		Set<String> named = new TreeSet<>();
		int others = 0;
		for (Map.Entry<OfficialMethod, Rule> entry : methods.entrySet()) {
			Rule rule = entry.getValue();
			if (rule.isForType()) {
				others++;
			}
			else {
				boolean all = rule.parameters().equals("*");
				named.add(code(all ? entry.getKey().name() + "(..)" : entry.getKey().signature()));
			}
		}
		if (others > 0) {
			named.add(others + ((others == 1) ? " overload" : " overloads"));
		}
		return String.join(", ", named) + "\n";
	}

	private int total(ToIntFunction<ClassParity> count) {
		return this.classes.stream().mapToInt(count).sum();
	}

	private static String code(String text) {
		return "`" + text + "`";
	}

	private static void row(StringBuilder page, Object... cells) {
		page.append('|');
		for (Object cell : cells) {
			page.append(' ').append(cell).append(" |");
		}
		page.append('\n');
	}

}
