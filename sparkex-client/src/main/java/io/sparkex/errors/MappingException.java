package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * A result does not fit the Java type it was asked for, or a Java value the type of the
 * column it was given for.
 *
 * @since 0.1.0
 */
public class MappingException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public MappingException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public MappingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
