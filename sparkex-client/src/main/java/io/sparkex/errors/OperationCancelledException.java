package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The operation was interrupted before it was done.
 *
 * @since 0.1.0
 */
public class OperationCancelledException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public OperationCancelledException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public OperationCancelledException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
