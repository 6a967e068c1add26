package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the server rejects the token, or requires a token and does not
 * receive one.
 *
 * @since 0.1.0
 */
public class AuthenticationException extends TransportException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public AuthenticationException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public AuthenticationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
