package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the response of the server is inconsistent or truncated.
 *
 * @since 0.1.0
 */
public class CorruptResultException extends TransportException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public CorruptResultException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public CorruptResultException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
