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
 * Expected rows are lists or arrays of values, {@link io.sparkex.Row rows} or records,
 * whose components are compared in their order. A row with a single column can also be
 * given as its value. Numbers are equal if their values are equal, regardless of class
 * and scale; floating-point numbers may differ by a {@linkplain #withTolerance(double)
 * tolerance}. A timestamp can be given in any time zone, and an enum constant by its
 * name. Arrays, maps and structs are compared by their elements.
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
	 * Sets the tolerance for floating-point numbers.
	 * @param tolerance the maximum difference
	 * @return these assertions
	 */
	public S withTolerance(double tolerance) {
		this.tolerance = tolerance;
		return this.myself;
	}

	/**
	 * Sets the maximum number of rows to fetch, 10,000 by default. The assertion fails if
	 * there are more.
	 * @param rows the maximum number of rows
	 * @return these assertions
	 */
	public S withMaxRows(long rows) {
		this.maxRows = rows;
		this.tooMany = false;
		return this.myself;
	}

	/**
	 * Returns AssertJ assertions on the list of rows.
	 * @return assertions on the list
	 */
	public ListAssert<T> rows() {
		return Assertions.assertThat(collected()).as(descriptionText());
	}

	/**
	 * Verifies the number of rows.
	 * @param count the expected number
	 * @return these assertions
	 */
	public S hasCount(int count) {
		if (collected().size() != count) {
			failWithMessage("%nExpecting %s rows but there are %s:%n%s", count, collected().size(), found().text());
		}
		return this.myself;
	}

	/**
	 * Verifies that there are no rows.
	 * @return these assertions
	 */
	public S isEmpty() {
		return isWithoutRows() ? this.myself : hasCount(0);
	}

	/**
	 * Verifies that there is at least one row.
	 * @return these assertions
	 */
	public S isNotEmpty() {
		if (isWithoutRows()) {
			failWithMessage("%nExpecting rows but there are none");
		}
		return this.myself;
	}

	/**
	 * Returns whether there are no rows. There may be more rows than can be fetched.
	 */
	private boolean isWithoutRows() {
		fetch();
		return this.collected != null && this.collected.isEmpty();
	}

	/**
	 * Verifies that the rows are exactly the given rows in this order.
	 * @param rows the rows; pass a single row as a list, since an array is treated as
	 * several rows
	 * @return these assertions
	 */
	public S containsExactlyRows(@Nullable Object... rows) {
		RowDifference difference = difference(Arrays.asList(rows));
		difference.compareInOrder();
		return verify(difference, "in this order");
	}

	/**
	 * Verifies that the rows are exactly the given rows in any order.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsExactlyRowsInAnyOrder(@Nullable Object... rows) {
		RowDifference difference = difference(Arrays.asList(rows));
		difference.compareInAnyOrder(true);
		return verify(difference, "in any order");
	}

	/**
	 * Verifies like {@link #containsExactlyRows(Object...)} for a collection of rows.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsExactlyRowsOf(Collection<?> rows) {
		return containsExactlyRows(rows.toArray());
	}

	/**
	 * Verifies like {@link #containsExactlyRowsInAnyOrder(Object...)} for a collection of
	 * rows.
	 * @param rows the rows
	 * @return these assertions
	 */
	public S containsExactlyRowsInAnyOrderOf(Collection<?> rows) {
		return containsExactlyRowsInAnyOrder(rows.toArray());
	}

	/**
	 * Verifies that the rows contain the given rows in any order.
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
			failWithMessage("%nExpecting the rows %s but some are missing (-) or unexpected (+):%n%s", order,
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
	 * Returns the names of the columns.
	 */
	List<String> columns() {
		return RowValues.names(collected());
	}

	List<T> collected() {
		fetch();
		if (this.collected == null) {
			throw failure("%nExpecting at most %s rows but there are more. Use withMaxRows(..) to fetch more rows",
					this.maxRows);
		}
		return this.collected;
	}

	/**
	 * Runs the query once.
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
