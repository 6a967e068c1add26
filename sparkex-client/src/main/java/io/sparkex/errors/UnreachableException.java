package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Nothing answers at the address, or not in time.
 *
 * @since 0.1.0
 */
public class UnreachableException extends TransportException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public UnreachableException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public UnreachableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
