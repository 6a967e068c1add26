package io.sparkex.boot.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.Execution;

/**
 * A query or command, as it is now or was when it ended.
 *
 * @param operationId its id on the server, a UUID
 * @param sessionId the session it belongs to, a UUID
 * @param kind whether it returns rows or has an effect
 * @param tags the tags it bears
 * @param since when it began
 * @param duration how long it has taken so far
 * @param state {@code running}, {@code succeeded}, {@code cancelled} or {@code failed}
 * @param error why it has failed: Spark's error condition or the name of an exception,
 * and no message, which may have data in it
 * @param rows how many rows have arrived
 * @param bytes how many bytes of Arrow data have arrived
 * @param tasks how many tasks Spark knows of
 * @param completedTasks how many of them are done
 * @param retries how often it was tried again
 * @param reattaches how often its result was taken up again
 * @param plan the plan for people to read, if it may be shown
 * @since 0.1.0
 */
public record SparkOperation(String operationId, String sessionId, Execution.Kind kind, Set<String> tags, Instant since,
		Duration duration, String state, @Nullable String error, long rows, long bytes, long tasks, long completedTasks,
		long retries, long reattaches, @Nullable String plan) {

	public SparkOperation {
		tags = Set.copyOf(tags);
	}

}
