package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a response does not arrive in time.
 *
 * @since 0.1.0
 */
public class DeadlineExceededException extends TransportException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public DeadlineExceededException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public DeadlineExceededException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
