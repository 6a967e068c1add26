package io.sparkex.boot;

/**
 * A session that was lost is in place again, with its configuration, artifacts and what
 * its initializers do.
 *
 * @param lostSessionId the id of the session that was lost
 * @param sessionId the id of the session from now on
 * @since 0.1.0
 */
public record SparkSessionRebuiltEvent(String lostSessionId, String sessionId) {

}
