package io.sparkex.execution;

import java.util.Set;

/**
 * A query or command that the server runs.
 *
 * @param operationId its id on the server, a UUID
 * @param sessionId the session it belongs to, a UUID
 * @param kind whether it returns rows or has an effect
 * @param tags the tags it bears, by which it can be interrupted
 * @since 0.1.0
 */
public record Execution(String operationId, String sessionId, Kind kind, Set<String> tags) {

	public Execution {
		tags = Set.copyOf(tags);
	}

	/**
	 * What an execution is for.
	 */
	public enum Kind {

		/** It returns rows. */
		QUERY,

		/** It changes something, such as a table or the session. */
		COMMAND

	}

}
