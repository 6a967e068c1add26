package io.sparkex.execution;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;

/**
 * A listener for the loss, rebuild and end of a session. Callbacks run in the thread
 * whose call detected the event, and must return quickly. Several threads may call a
 * listener concurrently, so implementations must be thread-safe. Exceptions that a
 * listener throws are logged and otherwise ignored.
 *
 * @since 0.1.0
 */
public interface SessionListener {

	/**
	 * Called when the server has removed the session: it was idle for too long, was
	 * released by another client, or the server was restarted. Called once for a session
	 * id.
	 * @param sessionId the id of the session
	 * @param loss the error that the server reported
	 */
	default void lost(String sessionId, SessionLostException loss) {
	}

	/**
	 * Called when the session was rebuilt. Its configuration, artifacts and initializers
	 * have been applied.
	 * @param lostSessionId the id of the lost session
	 * @param sessionId the id of the new session
	 */
	default void rebuilt(String lostSessionId, String sessionId) {
	}

	/**
	 * Called when the session could not be rebuilt, or must not be rebuilt because state
	 * would be lost silently. The next call tries again, unless a rebuild is not allowed.
	 * @param sessionId the id of the session
	 * @param failure the reason
	 */
	default void rebuildFailed(String sessionId, SparkException failure) {
	}

	/**
	 * Called once when the application closed the session, in the thread that closed it,
	 * after all running operations were stopped.
	 * @param sessionId the last id of the session
	 */
	default void closed(String sessionId) {
	}

}
