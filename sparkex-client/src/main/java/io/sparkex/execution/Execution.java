package io.sparkex.execution;

import java.util.Set;

/**
 * A query or command that the server executes.
 *
 * @param operationId the operation id on the server, a UUID
 * @param sessionId the session id, a UUID
 * @param kind the kind: query or command
 * @param tags the operation tags, which can be used to interrupt it
 * @since 0.1.0
 */
public record Execution(String operationId, String sessionId, Kind kind, Set<String> tags) {

	public Execution {
		tags = Set.copyOf(tags);
	}

	/**
	 * The kind of an execution.
	 *
	 * @since 0.1.0
	 */
	public enum Kind {

		/**
		 * Returns rows.
		 */
		QUERY,

		/** A plan with an effect, for example on a table or on the session. */
		COMMAND

	}

}
