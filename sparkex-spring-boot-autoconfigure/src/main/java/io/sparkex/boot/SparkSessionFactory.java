package io.sparkex.boot;

import java.util.Collection;
import java.util.List;

import io.sparkex.SparkSession;

/**
 * Makes sessions beside the one that is injected, such as one for each user or request:
 * with configuration, temporary views, functions and artifacts of their own, on the
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
	 * A session of the user that a {@link SparkUserSupplier} names, if there is one, else
	 * of the user of the default session. Dials nothing.
	 * @return a new session, to be closed by the caller
	 */
	SparkSession newSession();

	/**
	 * A session of a user. Dials nothing.
	 * @param userId the user on whose behalf Spark is asked
	 * @return a new session, to be closed by the caller
	 */
	SparkSession newSession(String userId);

	/**
	 * The sessions that were made and are neither closed nor forgotten. When the
	 * application ends, their queries are waited for as those of session beans are; the
	 * actuator interrupts what they run.
	 * @return a copy; nothing where a factory does not keep account
	 */
	default Collection<SparkSession> openSessions() {
		return List.of();
	}

}
