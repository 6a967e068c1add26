package io.sparkex.boot;

import io.sparkex.errors.SessionLostException;

/**
 * A session is gone from Spark: it was idle for too long, released elsewhere, or Spark
 * was restarted. Published once for a session, in the thread whose call has found out.
 *
 * @param sessionId the id of the session
 * @param loss what Spark said
 * @since 0.1.0
 */
public record SparkSessionLostEvent(String sessionId, SessionLostException loss) {

}
