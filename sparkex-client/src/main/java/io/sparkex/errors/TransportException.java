package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server cannot be reached or the connection fails. Retry
 * later, or fix the connection.
 *
 * @since 0.1.0
 */
public class TransportException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public TransportException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public TransportException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
