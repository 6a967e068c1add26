package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * What the server sent is inconsistent or cut off.
 *
 * @since 0.1.0
 */
public class CorruptResultException extends TransportException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public CorruptResultException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public CorruptResultException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
