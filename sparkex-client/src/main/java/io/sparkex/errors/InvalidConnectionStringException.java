package io.sparkex.errors;

/**
 * Exception thrown when a connection string does not have the form
 * {@code sc://host:port/;key=value;...}. The message contains the connection string with
 * masked secrets.
 *
 * @since 0.1.0
 */
public class InvalidConnectionStringException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a connection string.
	 * @param maskedUrl the connection string with masked secrets
	 * @param reason the error and its position
	 */
	public InvalidConnectionStringException(String maskedUrl, String reason) {
		super("The Spark Connect URL '" + maskedUrl + "' is not valid: " + reason);
	}

}
