package io.sparkex.boot;

import io.sparkex.errors.SparkException;

/**
 * A session that was lost could not be put in place again, or must not be, since
 * something would silently be missing.
 *
 * @param sessionId the id of the session
 * @param failure why
 * @since 0.1.0
 */
public record SparkSessionRebuildFailedEvent(String sessionId, SparkException failure) {

}
