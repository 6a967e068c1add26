package io.sparkex.execution;

import java.util.Set;

/**
 * A query or command that is about to be sent, to which listeners may add what goes with
 * it. Not to be kept, and to be used in the thread that hands it over only.
 *
 * @since 0.1.0
 */
public interface ExecutionRequest {

	/**
	 * Its id on the server.
	 * @return a UUID
	 */
	String operationId();

	/**
	 * The session it belongs to.
	 * @return a UUID
	 */
	String sessionId();

	/**
	 * Where the server is.
	 * @return host and port, as {@code host:port}
	 */
	String server();

	/**
	 * Whether it returns rows or has an effect.
	 * @return the kind
	 */
	Execution.Kind kind();

	/**
	 * The tags it bears so far.
	 * @return an unmodifiable copy
	 */
	Set<String> tags();

	/**
	 * The plan for people to read, an operator a line. It has the values that a query was
	 * given, which may be nobody else's business; only what seems to be a secret is
	 * masked. Costs the time to print it.
	 * @return the text
	 */
	String planText();

	/**
	 * Has it bear another tag, by which it can be interrupted, and which the server shows
	 * with its jobs.
	 * @param tag the tag
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	void addTag(String tag);

	/**
	 * Has the calls that run it and fetch its result bear a header.
	 * @param name the name; letters, digits and {@code - _ .}
	 * @param value the value; ASCII
	 * @throws IllegalArgumentException if it cannot be sent, or belongs to gRPC
	 */
	void addHeader(String name, String value);

}
