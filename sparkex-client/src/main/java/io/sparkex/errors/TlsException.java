package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Client and server do not agree on an encrypted connection: a certificate is not
 * accepted, or only one of them encrypts. Another try ends the same way.
 *
 * @since 0.1.0
 */
public class TlsException extends TransportException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public TlsException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public TlsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
