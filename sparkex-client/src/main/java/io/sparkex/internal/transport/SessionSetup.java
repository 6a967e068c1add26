package io.sparkex.internal.transport;

/**
 * Callback that sets up a session, for example with views and functions. Runs before
 * other requests of a session, and again in a session that replaces it.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionSetup {

	/**
	 * Sets up a session.
	 * @param client the session, which no other caller uses yet; must not be retained
	 */
	void run(SparkConnectClient client);

}
