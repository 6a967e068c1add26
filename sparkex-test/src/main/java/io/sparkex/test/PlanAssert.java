package io.sparkex.test;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.api.AbstractAssert;

import io.sparkex.DataFrame;

/**
 * Assertions on the plan of a frame, as {@link DataFrame#planString()} writes it: a line
 * an operator, what it reads below it. They ask no server.
 *
 * @since 0.1.0
 */
public final class PlanAssert extends AbstractAssert<PlanAssert, DataFrame> {

	/**
	 * The number of an operator, also where a column refers to it; or text in quotes,
	 * which may have what looks like one.
	 */
	private static final Pattern NUMBER = Pattern.compile("('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')| ?#\\d+");

	private static final Pattern TABLE = Pattern.compile("^\\s*NamedTable identifier=(\\S+)", Pattern.MULTILINE);

	PlanAssert(DataFrame actual) {
		super(actual, PlanAssert.class);
	}

	/**
	 * Verifies the whole plan. The numbers of operators are left out on both sides, since
	 * they depend on what else was made in the session.
	 * @param plan the lines of the plan
	 * @return these assertions
	 */
	public PlanAssert hasPlan(String plan) {
		String expected = withoutNumbers(plan).strip();
		if (!text().equals(expected)) {
			failWithMessage("%nExpecting the plan%n%s%nbut it is%n%s", indented(expected), indented(text()));
		}
		return this;
	}

	/**
	 * Verifies that the plan has certain texts, such as
	 * {@code "Filter condition=(city = 'Oslo')"}.
	 * @param texts the texts, without the numbers of operators
	 * @return these assertions
	 */
	public PlanAssert contains(String... texts) {
		for (String each : texts) {
			if (!text().contains(withoutNumbers(each))) {
				failWithMessage("%nExpecting%n  %s%nin the plan%n%s", each, indented(text()));
			}
		}
		return this;
	}

	/**
	 * Verifies that the plan lacks certain texts.
	 * @param texts the texts, without the numbers of operators
	 * @return these assertions
	 */
	public PlanAssert doesNotContain(String... texts) {
		for (String each : texts) {
			if (text().contains(withoutNumbers(each))) {
				failWithMessage("%nNot expecting%n  %s%nin the plan%n%s", each, indented(text()));
			}
		}
		return this;
	}

	/**
	 * Verifies that the plan reads a table or view by its name. What statements in SQL
	 * read is not looked at.
	 * @param name the name, as it was written
	 * @return these assertions
	 */
	public PlanAssert usesTable(String name) {
		if (!tables().contains(name)) {
			failWithMessage("%nExpecting the plan to read the table '%s' but it reads %s:%n%s", name, tables(),
					indented(text()));
		}
		return this;
	}

	/**
	 * Verifies which tables and views the plan reads by their names, in any order. What
	 * statements in SQL read is not looked at.
	 * @param names the names, as they were written
	 * @return these assertions
	 */
	public PlanAssert usesOnlyTables(String... names) {
		if (!List.copyOf(tables()).stream().sorted().toList().equals(List.of(names).stream().sorted().toList())) {
			failWithMessage("%nExpecting the plan to read the tables %s but it reads %s:%n%s", List.of(names), tables(),
					indented(text()));
		}
		return this;
	}

	private List<String> tables() {
		return TABLE.matcher(text()).results().map((found) -> found.group(1)).distinct().toList();
	}

	private String text() {
		isNotNull();
		return withoutNumbers(this.actual.planString()).strip();
	}

	private static String withoutNumbers(String plan) {
		return NUMBER.matcher(plan)
			.replaceAll((found) -> (found.group(1) != null) ? Matcher.quoteReplacement(found.group(1)) : "");
	}

	private static String indented(String text) {
		return text.indent(2).stripTrailing();
	}

}
