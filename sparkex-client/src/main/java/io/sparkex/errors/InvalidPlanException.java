package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * This client refuses the plan, because no server could run it.
 *
 * @since 0.1.0
 */
public class InvalidPlanException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public InvalidPlanException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public InvalidPlanException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
