package io.sparkex.execution;

import java.util.Set;

/**
 * A query or command that is about to be sent. Listeners may add tags and headers. Do not
 * keep a reference, and use it only in the thread of the callback.
 *
 * @since 0.1.0
 */
public interface ExecutionRequest {

	/**
	 * Returns the operation id on the server.
	 * @return a UUID
	 */
	String operationId();

	/**
	 * Returns the session id.
	 * @return a UUID
	 */
	String sessionId();

	/**
	 * Returns the address of the server.
	 * @return the address as {@code host:port}
	 */
	String server();

	/**
	 * Returns the kind: query or command.
	 * @return the kind
	 */
	Execution.Kind kind();

	/**
	 * Returns the operation tags that are set so far.
	 * @return an unmodifiable copy
	 */
	Set<String> tags();

	/**
	 * Returns the query plan as readable text, one operator a line. It contains the
	 * literals of the query, which may be confidential; only values that look like
	 * secrets are masked. The text is created by each call.
	 * @return the text
	 */
	String planText();

	/**
	 * Adds an operation tag, which can be used to interrupt the execution. The server
	 * shows it with its jobs.
	 * @param tag the tag
	 * @throws IllegalArgumentException if the tag is empty or contains a comma
	 */
	void addTag(String tag);

	/**
	 * Adds a header to the requests that run the execution and fetch its result.
	 * @param name the header name: letters, digits and {@code - _ .}
	 * @param value the header value, in ASCII
	 * @throws IllegalArgumentException if the header cannot be sent or is reserved by
	 * gRPC
	 */
	void addHeader(String name, String value);

}
