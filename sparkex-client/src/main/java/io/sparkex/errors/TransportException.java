package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached or talked to. Retry, or mend the connection.
 *
 * @since 0.1.0
 */
public class TransportException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public TransportException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public TransportException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
