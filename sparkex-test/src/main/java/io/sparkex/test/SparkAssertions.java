package io.sparkex.test;

import io.sparkex.DataFrame;
import io.sparkex.Results;

/**
 * Assertions on results and on plans, in the manner of AssertJ and beside its own.
 *
 * @since 0.1.0
 */
public final class SparkAssertions {

	private SparkAssertions() {
	}

	/**
	 * Begins assertions on the rows and columns of a frame. Its query runs when the first
	 * assertion needs rows, and once for all of them.
	 * @param actual the frame
	 * @return the assertions
	 */
	public static DataFrameAssert assertThat(DataFrame actual) {
		return new DataFrameAssert(actual);
	}

	/**
	 * Begins assertions on results. Their query runs when the first assertion needs rows,
	 * and once for all of them.
	 * @param <T> the type of the objects
	 * @param actual the results
	 * @return the assertions
	 */
	public static <T> ResultsAssert<T> assertThat(Results<T> actual) {
		return new ResultsAssert<>(actual);
	}

	/**
	 * Begins assertions on the plan of a frame. They ask no server: the session of the
	 * frame may be one that could reach none.
	 * @param actual the frame
	 * @return the assertions
	 */
	public static PlanAssert assertThatPlan(DataFrame actual) {
		return new PlanAssert(actual);
	}

}
