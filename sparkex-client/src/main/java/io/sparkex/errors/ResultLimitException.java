package io.sparkex.errors;

/**
 * Exception thrown when a result is larger than the limit that the caller set. The query
 * was stopped.
 *
 * @since 0.1.0
 */
public class ResultLimitException extends SparkException {

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public ResultLimitException(String message) {
		super(message);
	}

}
