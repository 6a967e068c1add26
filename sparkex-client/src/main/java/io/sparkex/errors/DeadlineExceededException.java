package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * An answer did not come within its time.
 *
 * @since 0.1.0
 */
public class DeadlineExceededException extends TransportException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public DeadlineExceededException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public DeadlineExceededException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
