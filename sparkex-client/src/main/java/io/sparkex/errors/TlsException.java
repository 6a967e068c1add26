package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the TLS handshake fails: a certificate was rejected, or only one
 * side uses TLS. Retrying does not help.
 *
 * @since 0.1.0
 */
public class TlsException extends TransportException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public TlsException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public TlsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
