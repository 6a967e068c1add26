package io.sparkex.boot.web;

/**
 * Exception thrown when a query fails after a part of its rows has been sent. The
 * response is already committed, so the connection has to be aborted. Otherwise the
 * client would accept an incomplete result.
 *
 * @since 0.1.0
 */
public class IncompleteResponseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param cause the failure of the query
	 */
	public IncompleteResponseException(Throwable cause) {
		super("The response was aborted, since the query failed after a part of the rows had been sent", cause);
	}

}
