package io.sparkex.test;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

import io.sparkex.Results;
import io.sparkex.errors.ResultLimitException;

/**
 * Assertions on the rows of a query.
 * <p>
 * Expected rows are given as lists or arrays of values, {@link io.sparkex.Row rows} or
 * records, whose components count in their order, and a row of a single column also as
 * its value. Numbers are equal if they have the same value, whatever their class and
 * scale; doubles may differ by a {@linkplain #withTolerance(double) tolerance}. A moment
 * may be given in any time zone, an enum stands for its name, and arrays, maps and
 * structs are compared value by value.
 *
 * @param <S> the type of the assertions themselves
 * @param <R> the type of the results
 * @param <T> the type of the objects
 * @since 0.1.0
 */
public abstract sealed class AbstractResultsAssert<S extends AbstractResultsAssert<S, R, T>, R extends Results<T>, T>
		extends AbstractAssert<S, R> permits ResultsAssert, DataFrameAssert {

	private static final long MAX_ROWS = 10_000;

	private long maxRows = MAX_ROWS;

	private double tolerance;

	private @Nullable List<T> collected;

	private boolean tooMany;

	AbstractResultsAssert(R actual, Class<?> selfType) {
		super(actual, selfType);
	}

	/**
	 * Allows floating-point numbers to differ from what is expected.
	 * @param tolerance the largest difference
	 * @return these assertions
	 */
	public S withTolerance(double tolerance) {
		this.tolerance = tolerance;
		return this.myself;
	}

	/**
	 * Sets how many rows may be fetched, 10,000 by default. With more, the assertion
	 * fails.
	 * @param rows the most rows
	 * @return these assertions
	 */
	public S withMaxRows(long rows) {
		this.maxRows = rows;
		this.tooMany = false;
		return this.myself;
	}

	/**
	 * Goes on with the rows as a list, with all that AssertJ has for one.
	 * @return assertions on the list
	 */
	public ListAssert<T> rows() {
		return Assertions.assertThat(collected()).as(descriptionText());
	}

	/**
	 * Verifies how many rows there are.
	 * @param count the count
	 * @return these assertions
	 */
	public S hasCount(int count) {
		if (collected().size() != count) {
			failWithMessage("%nExpecting %s rows but there are %s:%n%s", count, collected().size(), found().text());
		}
		return this.myself;
	}

	/**
	 * Verifies that there is no row.
	 * @return these assertions
	 */
	public S isEmpty() {
		return isWithoutRows() ? this.myself : hasCount(0);
	}

	/**
	 * Verifies that there is a row.
	 * @return these assertions
	 */
	public S isNotEmpty() {
		if (isWithoutRows()) {
			failWithMessage("%nExpecting rows but there are none");
		}
		return this.myself;
	}

	/**
	 * There may be more rows than may be fetched.
	 */
	private boolean isWithoutRows() {
		fetch();
		return this.collected != null && this.collected.isEmpty();
	}

	/**
	 * Verifies that there are these rows, in this order, and no others.
	 * @param rows the rows; a single one as a list, since an array is taken for several
	 * @return these assertions
	 */
	public S containsExactlyRows(@Nullable Object... rows) {
		RowDifference difference = difference(Arrays.asList(rows));
		difference.compareInOrder();
		return verify(difference, "in this order");
	}

	/**
	 * Verifies that there are these rows, in any order, and no others.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsExactlyRowsInAnyOrder(@Nullable Object... rows) {
		RowDifference difference = difference(Arrays.asList(rows));
		difference.compareInAnyOrder(true);
		return verify(difference, "in any order");
	}

	/**
	 * As {@link #containsExactlyRows(Object...)}, for rows that are in a list.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsExactlyRowsOf(Collection<?> rows) {
		return containsExactlyRows(rows.toArray());
	}

	/**
	 * As {@link #containsExactlyRowsInAnyOrder(Object...)}, for rows that are in a list.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsExactlyRowsInAnyOrderOf(Collection<?> rows) {
		return containsExactlyRowsInAnyOrder(rows.toArray());
	}

	/**
	 * Verifies that there are these rows, in any order, and maybe others.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsRows(@Nullable Object... rows) {
		RowDifference difference = difference(Arrays.asList(rows));
		difference.compareInAnyOrder(false);
		return verify(difference, "among others");
	}

	private S verify(RowDifference difference, String order) {
		if (difference.isDifferent()) {
			failWithMessage("%nExpecting the rows %s, but some are missing (-) or were not expected (+):%n%s", order,
					difference.text());
		}
		return this.myself;
	}

	private RowDifference difference(List<?> expected) {
		return new RowDifference(columns(), collected(), expected, this.tolerance);
	}

	private RowDifference found() {
		RowDifference found = difference(List.of());
		found.compareInAnyOrder(false);
		return found;
	}

	/**
	 * The names of the columns, to head tables with.
	 */
	List<String> columns() {
		return Cells.names(collected());
	}

	List<T> collected() {
		fetch();
		if (this.collected == null) {
			throw failure("%nExpecting at most %s rows, the most that are fetched, but there are more."
					+ " withMaxRows(..) allows more", this.maxRows);
		}
		return this.collected;
	}

	/**
	 * Runs the query, unless that was done.
	 */
	private void fetch() {
		isNotNull();
		if (this.collected == null && !this.tooMany) {
			try {
				this.collected = this.actual.maxRows(this.maxRows).collect();
			}
			catch (ResultLimitException ex) {
				this.tooMany = true;
			}
		}
	}

}
