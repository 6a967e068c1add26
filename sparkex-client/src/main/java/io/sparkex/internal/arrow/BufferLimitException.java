package io.sparkex.internal.arrow;

/**
 * Exception thrown when a buffer exceeds the maximum size of an array. Caught within this
 * package.
 */
final class BufferLimitException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BufferLimitException() {
		super("The buffer exceeds 2 GB", null, false, false);
	}

}
