package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when no server responds at the address.
 *
 * @since 0.1.0
 */
public class UnreachableException extends TransportException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public UnreachableException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public UnreachableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
