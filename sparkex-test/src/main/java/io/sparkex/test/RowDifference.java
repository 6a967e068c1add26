package io.sparkex.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The difference between actual and expected rows, as a table.
 */
final class RowDifference {

	private static final int MAX_LINES = 30;

	private static final int MAX_WIDTH = 40;

	private static final String SAME = " ";

	private static final String MISSING = "-";

	private static final String UNEXPECTED = "+";

	private final List<String> columns;

	private final List<?> actual;

	private final List<?> expected;

	private final double tolerance;

	private final List<Line> lines = new ArrayList<>();

	private boolean different;

	RowDifference(List<String> columns, List<?> actual, List<?> expected, double tolerance) {
		this.columns = columns;
		this.actual = actual;
		this.expected = expected;
		this.tolerance = tolerance;
	}

	void compareInOrder() {
		for (int i = 0; i < Math.max(this.actual.size(), this.expected.size()); i++) {
			boolean isFound = i < this.actual.size();
			boolean isExpected = i < this.expected.size();
			if (isFound && isExpected && areEqual(this.actual.get(i), this.expected.get(i))) {
				add(SAME, this.actual.get(i));
				continue;
			}
			if (isExpected) {
				add(MISSING, this.expected.get(i));
			}
			if (isFound) {
				add(UNEXPECTED, this.actual.get(i));
			}
		}
	}

	/**
	 * Matches each expected row with an actual row.
	 * @param exactly whether other actual rows are a difference
	 */
	void compareInAnyOrder(boolean exactly) {
		RowMatcher matcher = new RowMatcher(this.actual.size(), this.expected.size());
		matcher.matchEqual((actual, expected) -> areEqual(this.actual.get(actual), this.expected.get(expected), 0));
		if (this.tolerance > 0) {
			matcher.matchSimilar((actual, expected) -> areEqual(this.actual.get(actual), this.expected.get(expected)));
		}
		for (int i = 0; i < this.actual.size(); i++) {
			add((matcher.isMatched(i) || !exactly) ? SAME : UNEXPECTED, this.actual.get(i));
		}
		matcher.unmatchedExpected().forEach((index) -> add(MISSING, this.expected.get(index)));
	}

	private boolean areEqual(@Nullable Object actual, @Nullable Object expected) {
		return areEqual(actual, expected, this.tolerance);
	}

	private static boolean areEqual(@Nullable Object actual, @Nullable Object expected, double tolerance) {
		List<@Nullable Object> actualValues = RowValues.of(actual);
		List<@Nullable Object> expectedValues = RowValues.of(expected);
		// A single column may itself be an array.
		return RowValues.areEqual(actualValues, expectedValues, tolerance)
				|| (actualValues.size() == 1 && RowValues.areEqual(actualValues.get(0), expected, tolerance))
				|| RowValues.areEqual(actual, expected, tolerance);
	}

	private void add(String mark, @Nullable Object row) {
		this.different |= !mark.equals(SAME);
		this.lines.add(new Line(mark, RowValues.of(row).stream().map(RowDifference::truncate).toList()));
	}

	private static String truncate(@Nullable Object value) {
		String text = RowValues.text(value).replace("\n", "\\n");
		return (text.length() > MAX_WIDTH) ? text.substring(0, MAX_WIDTH - 3) + "..." : text;
	}

	boolean isDifferent() {
		return this.different;
	}

	/**
	 * Returns the table. If there are many rows, those that differ come first.
	 */
	String text() {
		List<Line> shown = this.lines;
		if (shown.size() > MAX_LINES) {
			List<Line> ordered = new ArrayList<>(shown.stream().filter((line) -> !line.mark().equals(SAME)).toList());
			shown.stream().filter((line) -> line.mark().equals(SAME)).forEach(ordered::add);
			shown = ordered.subList(0, MAX_LINES);
		}
		List<Line> table = new ArrayList<>();
		table.add(new Line(SAME, this.columns));
		table.addAll(shown);
		StringBuilder out = new StringBuilder();
		table.forEach((line) -> out.append(line.text(widths(table))).append(System.lineSeparator()));
		if (shown.size() < this.lines.size()) {
			out.append("  and ").append(this.lines.size() - shown.size()).append(" more rows").append('\n');
		}
		return out.append("  ")
			.append(this.actual.size())
			.append(" rows found, ")
			.append(this.expected.size())
			.append(" expected")
			.toString();
	}

	private static List<Integer> widths(List<Line> table) {
		List<Integer> widths = new ArrayList<>();
		for (Line line : table) {
			for (int i = 0; i < line.cells().size(); i++) {
				int width = line.cells().get(i).length();
				if (i == widths.size()) {
					widths.add(width);
				}
				widths.set(i, Math.max(widths.get(i), width));
			}
		}
		return widths;
	}

	/**
	 * A line of the table.
	 *
	 * @param mark marks a missing or unexpected row
	 * @param cells the values as text
	 */
	private record Line(String mark, List<String> cells) {

		String text(List<Integer> widths) {
			StringBuilder out = new StringBuilder(this.mark).append(' ');
			for (int i = 0; i < this.cells.size(); i++) {
				String cell = this.cells.get(i);
				out.append("| ").append(cell).append(" ".repeat(widths.get(i) - cell.length() + 1));
			}
			return out.append('|').toString();
		}

	}

}
