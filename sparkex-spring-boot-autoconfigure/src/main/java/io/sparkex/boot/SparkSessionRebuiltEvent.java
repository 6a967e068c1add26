package io.sparkex.boot;

/**
 * Event published when a lost session has been rebuilt, with its configuration and
 * artifacts and after its initializers have run.
 *
 * @param lostSessionId the ID of the lost session
 * @param sessionId the new ID of the session
 * @since 0.1.0
 */
public record SparkSessionRebuiltEvent(String lostSessionId, String sessionId) {

}
