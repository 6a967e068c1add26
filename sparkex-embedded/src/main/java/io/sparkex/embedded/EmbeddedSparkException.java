package io.sparkex.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Signals that an embedded Spark server could not be resolved, started or kept alive. The
 * message says what was found and how to go on; it never contains the token.
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
