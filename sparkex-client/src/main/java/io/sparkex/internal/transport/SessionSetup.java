package io.sparkex.internal.transport;

/**
 * Brings a session into the state that its user wants, such as by views and functions.
 * Runs before anything else in a session, and again in one that takes its place.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionSetup {

	/**
	 * Sets up a session.
	 * @param client the session, in which nobody else runs anything yet; not to be kept
	 */
	void run(SparkConnectClient client);

}
