package io.sparkex.errors;

/**
 * A result is larger than the caller has allowed. The query was stopped.
 *
 * @since 0.1.0
 */
public class ResultLimitException extends SparkException {

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public ResultLimitException(String message) {
		super(message);
	}

}
