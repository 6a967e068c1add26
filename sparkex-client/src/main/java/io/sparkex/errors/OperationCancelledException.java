package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when an operation was cancelled before it completed.
 *
 * @since 0.1.0
 */
public class OperationCancelledException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public OperationCancelledException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public OperationCancelledException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
