package io.sparkex.boot;

import io.sparkex.errors.SessionLostException;

/**
 * Event published when the server has lost a session: the session was idle for too long,
 * another client released it, or the server was restarted. Published once for each
 * session, in the thread of the call that detected the loss.
 *
 * @param sessionId the ID of the session
 * @param loss the exception from the server
 * @since 0.1.0
 */
public record SparkSessionLostEvent(String sessionId, SessionLostException loss) {

}
