package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * This client or this server cannot do what was asked; the message says what can.
 *
 * @since 0.1.0
 */
public class UnsupportedException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public UnsupportedException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public UnsupportedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
