package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server or the client does not support the operation. The
 * message names an alternative or the required version.
 *
 * @since 0.1.0
 */
public class UnsupportedException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public UnsupportedException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public UnsupportedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
