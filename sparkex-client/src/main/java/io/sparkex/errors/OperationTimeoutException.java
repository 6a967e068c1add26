package io.sparkex.errors;

/**
 * Exception thrown when a query or command exceeds the timeout that the caller set. The
 * query or command was stopped on the server.
 *
 * @since 0.1.0
 */
public class OperationTimeoutException extends OperationCancelledException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public OperationTimeoutException(String message) {
		super(message);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the transient failure that was being retried when the timeout expired
	 */
	public OperationTimeoutException(String message, Throwable cause) {
		super(message, cause);
	}

}
