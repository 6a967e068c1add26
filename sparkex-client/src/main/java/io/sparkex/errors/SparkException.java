package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that sparkex throws on its own account. Arguments that are
 * wrong in themselves, such as a negative limit, are {@link IllegalArgumentException}s.
 *
 * @since 0.1.0
 */
public abstract class SparkException extends RuntimeException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public SparkException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public SparkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
