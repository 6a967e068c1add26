package io.sparkex.test;

import io.sparkex.DataFrame;
import io.sparkex.Results;

/**
 * Entry point for AssertJ assertions on results and plans.
 *
 * @since 0.1.0
 */
public final class SparkAssertions {

	private SparkAssertions() {
	}

	/**
	 * Creates assertions on the rows and columns of a DataFrame. The query runs once,
	 * when the first assertion needs rows.
	 * @param actual the DataFrame
	 * @return the assertions
	 */
	public static DataFrameAssert assertThat(DataFrame actual) {
		return new DataFrameAssert(actual);
	}

	/**
	 * Creates assertions on results. The query runs once, when the first assertion needs
	 * rows.
	 * @param <T> the type of the objects
	 * @param actual the results
	 * @return the assertions
	 */
	public static <T> ResultsAssert<T> assertThat(Results<T> actual) {
		return new ResultsAssert<>(actual);
	}

	/**
	 * Creates assertions on the plan of a DataFrame. They do not require a server: the
	 * session does not have to be connected.
	 * @param actual the DataFrame
	 * @return the assertions
	 */
	public static PlanAssert assertThatPlan(DataFrame actual) {
		return new PlanAssert(actual);
	}

}
