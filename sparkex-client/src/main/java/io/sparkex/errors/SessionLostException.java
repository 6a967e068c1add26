package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server has removed the session with its temporary views,
 * functions, configuration and artifacts. Build a new session, or let the session
 * {@linkplain io.sparkex.SparkSessionBuilder#rebuildLostSession(boolean) rebuild itself}.
 *
 * @since 0.1.0
 */
public class SessionLostException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public SessionLostException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public SessionLostException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
