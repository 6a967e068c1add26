package io.sparkex.boot.web;

/**
 * A query failed when a part of its rows had been sent. The response cannot be another
 * one any more: the connection has to be cut, so that the client does not take the part
 * for the whole.
 *
 * @since 0.1.0
 */
public class IncompleteResponseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception for a failure.
	 * @param cause what went wrong
	 */
	public IncompleteResponseException(Throwable cause) {
		super("The response was cut off, since the query failed when a part of it had been sent", cause);
	}

}
