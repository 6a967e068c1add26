package io.sparkex.internal.arrow;

/**
 * There are more bytes than an array holds. Never leaves this package.
 */
final class SinkOverflowException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SinkOverflowException() {
		super("More than 2 GB", null, false, false);
	}

}
