package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the client rejects the query plan because no server could run it.
 *
 * @since 0.1.0
 */
public class InvalidPlanException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public InvalidPlanException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public InvalidPlanException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
