package io.sparkex.boot.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.Execution;

/**
 * A running or completed query or command.
 *
 * @param operationId the ID on the server, a UUID
 * @param sessionId the ID of the session, a UUID
 * @param kind the kind of execution: a query or a command
 * @param tags the tags
 * @param since the start time
 * @param duration the duration so far
 * @param state {@code running}, {@code succeeded}, {@code cancelled} or {@code failed}
 * @param error the error condition of Spark or the name of the exception, if the
 * operation has failed. The message is not included, since it may contain data
 * @param rows the number of received rows
 * @param bytes the number of received bytes of Arrow data
 * @param tasks the number of known tasks
 * @param completedTasks the number of completed tasks
 * @param retries the number of retries
 * @param reattaches the number of reattaches
 * @param plan the plan as text, if plans are included
 * @since 0.1.0
 */
public record SparkOperation(String operationId, String sessionId, Execution.Kind kind, Set<String> tags, Instant since,
		Duration duration, String state, @Nullable String error, long rows, long bytes, long tasks, long completedTasks,
		long retries, long reattaches, @Nullable String plan) {

	public SparkOperation {
		tags = Set.copyOf(tags);
	}

}
