package io.sparkex.execution;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;

/**
 * Hears of a session that is lost on the server, and of its end. Methods are called in
 * the thread whose call has found out, and must return soon. What they throw is logged,
 * and changes nothing.
 *
 * @since 0.1.0
 */
public interface SessionListener {

	/**
	 * The session is gone from the server: it was idle too long, released elsewhere, or
	 * the server was restarted. Called once for a session.
	 * @param sessionId the id of the session
	 * @param loss what the server said
	 */
	default void lost(String sessionId, SessionLostException loss) {
	}

	/**
	 * The session was rebuilt: configuration, artifacts and initializers are in place.
	 * @param lostSessionId the id of the session that was lost
	 * @param sessionId the id of the session from now on
	 */
	default void rebuilt(String lostSessionId, String sessionId) {
	}

	/**
	 * The session could not be rebuilt, or must not be, since state would silently
	 * vanish. The next call will try again unless it must not.
	 * @param sessionId the id of the session
	 * @param failure why
	 */
	default void rebuildFailed(String sessionId, SparkException failure) {
	}

	/**
	 * The session was closed by the application. Called once, in the thread that closes
	 * it, after what the session ran has been stopped.
	 * @param sessionId the id that the session had last
	 */
	default void closed(String sessionId) {
	}

}
