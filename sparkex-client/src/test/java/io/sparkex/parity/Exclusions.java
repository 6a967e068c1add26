package io.sparkex.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The reviewed list of excluded methods.
 */
final class Exclusions {

	private static final Path METHODS = Path.of("src", "test", "resources", "parity", "exclusions.txt");

	private static final Path FUNCTIONS = Path.of("src", "main", "functions", "exclusions.txt");

	private static final Pattern SYNTAX = Pattern.compile("([\\w.]+|\\*)\\.(\\w+|\\*)\\((.*?)\\): (.+)");

	private final List<Rule> rules;

	private Exclusions(List<Rule> rules) {
		this.rules = rules;
	}

	static Exclusions read() throws IOException {
		Stream<String> functions = lines(FUNCTIONS).map((line) -> "functions." + line);
		return of(Stream.concat(functions, lines(METHODS)).toList());
	}

	private static Stream<String> lines(Path file) throws IOException {
		return Files.readAllLines(file).stream().filter((line) -> !line.isBlank() && !line.startsWith("#"));
	}

	static Exclusions of(List<String> lines) {
		return new Exclusions(lines.stream().map(Exclusions::parse).toList());
	}

	private static Rule parse(String line) {
		Matcher matcher = SYNTAX.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("not understood: " + line);
		}
		return new Rule(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
	}

	List<Rule> rules() {
		return this.rules;
	}

	/**
	 * Returns the rule for a method. Rules for a method name take precedence over rules
	 * for a type, and unconditional rules over rules that require a substitute. Among
	 * equals the first rule applies, so that functions use their own list.
	 */
	Optional<Rule> find(OfficialMethod method) {
		return this.rules.stream()
			.filter((rule) -> rule.matches(method))
			.min(Comparator.comparing(Rule::isForType).thenComparing(Rule::needsSubstitute));
	}

	/**
	 * One exclusion.
	 *
	 * @param owner the class, or {@code *}
	 * @param name the method name, or {@code *} for any method with a parameter of a type
	 * @param parameters the parameter types, the single type, or {@code *} for any
	 * @param reason the reason
	 */
	record Rule(String owner, String name, String parameters, String reason) {

		boolean isForType() {
			return this.name.equals("*");
		}

		/**
		 * Returns {@code true} if the reason is that a Java type does the same, which
		 * must be true.
		 */
		boolean needsSubstitute() {
			return isForType()
					&& (this.parameters.startsWith("scala.collection.") || this.parameters.equals("scala.Symbol"));
		}

		boolean matches(OfficialMethod method) {
			if (!this.owner.equals("*") && !this.owner.equals(method.owner())) {
				return false;
			}
			if (isForType()) {
				return method.takes(this.parameters);
			}
			return this.name.equals(method.name()) && (this.parameters.equals("*")
					|| method.signature().equals(this.name + "(" + this.parameters + ")"));
		}

		@Override
		public String toString() {
			return this.owner + "." + this.name + "(" + this.parameters + ")";
		}

	}

}
