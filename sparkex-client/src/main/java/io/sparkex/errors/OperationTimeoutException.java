package io.sparkex.errors;

/**
 * The time that the caller has set for a query or command is over. It was stopped on the
 * server.
 *
 * @since 0.1.0
 */
public class OperationTimeoutException extends OperationCancelledException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public OperationTimeoutException(String message) {
		super(message);
	}

	/**
	 * An exception with a cause.
	 * @param message what went wrong
	 * @param cause the failure that it was waited for to pass
	 */
	public OperationTimeoutException(String message, Throwable cause) {
		super(message, cause);
	}

}
