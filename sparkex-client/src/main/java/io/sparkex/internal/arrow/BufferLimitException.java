package io.sparkex.internal.arrow;

/**
 * Thrown if a buffer exceeds the maximum size of an array. It does not leave this
 * package.
 */
final class BufferLimitException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BufferLimitException() {
		super("The buffer exceeds 2 GB", null, false, false);
	}

}
