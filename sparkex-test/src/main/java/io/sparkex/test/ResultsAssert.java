package io.sparkex.test;

import io.sparkex.Results;

/**
 * Assertions on results, for example results that are mapped to records.
 *
 * @param <T> the type of the objects
 * @since 0.1.0
 */
public final class ResultsAssert<T> extends AbstractResultsAssert<ResultsAssert<T>, Results<T>, T> {

	ResultsAssert(Results<T> actual) {
		super(actual, ResultsAssert.class);
	}

}
