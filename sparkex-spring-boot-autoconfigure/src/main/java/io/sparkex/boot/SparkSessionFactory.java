package io.sparkex.boot;

import java.util.Collection;
import java.util.List;

import io.sparkex.SparkSession;

/**
 * Factory for additional sessions, for example one for each user or request. Each session
 * has its own configuration, temporary views, functions and artifacts, and uses the
 * connection of the default session. Thread-safe.
 *
 * <pre class="code">
 * try (SparkSession own = sessions.newSession()) {
 *     return own.sql(query).collect();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public interface SparkSessionFactory {

	/**
	 * Creates a session for the user that a {@link SparkUserSupplier} bean returns, or
	 * for the user of the default session if there is none. Does not connect.
	 * @return a new session that the caller has to close
	 */
	SparkSession newSession();

	/**
	 * Creates a session for a user. Does not connect.
	 * @param userId the ID of the user that queries run for
	 * @return a new session that the caller has to close
	 */
	SparkSession newSession(String userId);

	/**
	 * Returns the open sessions that this factory has created and that the application
	 * still references. On shutdown, the application waits for their queries as for those
	 * of session beans. The actuator endpoint can interrupt their operations.
	 * @return a copy of the sessions, empty if a factory does not track them
	 */
	default Collection<SparkSession> openSessions() {
		return List.of();
	}

}
