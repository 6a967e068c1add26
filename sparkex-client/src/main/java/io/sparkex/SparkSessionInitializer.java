package io.sparkex;

/**
 * Initializer that sets up the state of a session that an application expects, such as
 * temporary views and functions.
 * <p>
 * It runs before the first call of a session, in the thread of that call, and again
 * whenever the session is rebuilt. If it throws an exception, that call fails.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkSessionInitializer {

	/**
	 * Initializes a session.
	 * @param spark the session being initialized; do not use the session or its
	 * DataFrames outside of this method, and do not use other sessions of the application
	 * inside
	 */
	void initialize(SparkSession spark);

}
