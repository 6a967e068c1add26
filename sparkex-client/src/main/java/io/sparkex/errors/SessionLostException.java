package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The session is gone from the server, and with it its temporary views, functions,
 * configuration and artifacts. Build a new session.
 *
 * @since 0.1.0
 */
public class SessionLostException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public SessionLostException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public SessionLostException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
