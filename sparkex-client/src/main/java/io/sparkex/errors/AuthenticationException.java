package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The server does not accept the token, or wants one and got none.
 *
 * @since 0.1.0
 */
public class AuthenticationException extends TransportException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public AuthenticationException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public AuthenticationException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
