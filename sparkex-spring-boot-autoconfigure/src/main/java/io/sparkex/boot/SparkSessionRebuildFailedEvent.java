package io.sparkex.boot;

import io.sparkex.errors.SparkException;

/**
 * Event published when a lost session could not be rebuilt, or was not rebuilt since some
 * of its state cannot be restored.
 *
 * @param sessionId the ID of the session
 * @param failure the reason
 * @since 0.1.0
 */
public record SparkSessionRebuildFailedEvent(String sessionId, SparkException failure) {

}
