package io.sparkex.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when an embedded Spark Connect server cannot be resolved or started.
 * The message describes the problem and its solution, and never contains the token.
 *
 * @since 0.1.0
 */
public class EmbeddedSparkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EmbeddedSparkException(String message) {
		super(message);
	}

	EmbeddedSparkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
