package io.sparkex.test;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.api.AbstractAssert;

import io.sparkex.DataFrame;

/**
 * Assertions on the plan of a DataFrame, in the form of {@link DataFrame#planString()}:
 * one line for each operator, followed by its inputs. Do not require a server.
 *
 * @since 0.1.0
 */
public final class PlanAssert extends AbstractAssert<PlanAssert, DataFrame> {

	/**
	 * Pattern of the number of an operator, including references by columns, or of text
	 * in quotes, which may contain a similar text.
	 */
	private static final Pattern NUMBER = Pattern.compile("('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')| ?#\\d+");

	private static final Pattern TABLE = Pattern.compile("^\\s*NamedTable identifier=(\\S+)", Pattern.MULTILINE);

	PlanAssert(DataFrame actual) {
		super(actual, PlanAssert.class);
	}

	/**
	 * Verifies the whole plan. The numbers of operators are ignored, since they depend on
	 * other DataFrames of the session.
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
	 * Verifies that the plan contains texts, such as
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
	 * Verifies that the plan does not contain texts.
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
	 * Verifies that the plan reads a table or view. Tables in SQL statements are not
	 * detected.
	 * @param name the name as in the code under test
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
	 * Verifies that the plan reads exactly these tables and views, in any order. Tables
	 * in SQL statements are not detected.
	 * @param names the names as in the code under test
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
