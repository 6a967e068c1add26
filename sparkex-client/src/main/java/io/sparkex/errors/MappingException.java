package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a result does not fit the requested Java class, or a Java value
 * does not fit the type of its column.
 *
 * @since 0.1.0
 */
public class MappingException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public MappingException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public MappingException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
