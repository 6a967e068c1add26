package io.sparkex;

/**
 * Brings a session into the state that an application expects, such as by temporary views
 * and functions.
 * <p>
 * Runs before the first call of a session, in the thread that makes it, and again when
 * the session had to be rebuilt. It fails that call if it throws.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkSessionInitializer {

	/**
	 * Sets up a session.
	 * @param spark the session while it is set up; it and its frames are for use in here
	 * only, and no other session of the application is to be used in here
	 */
	void initialize(SparkSession spark);

}
