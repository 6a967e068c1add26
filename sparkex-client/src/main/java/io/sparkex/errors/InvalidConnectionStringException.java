package io.sparkex.errors;

/**
 * A connection string is not of the form {@code sc://host:port/;key=value;...}. The
 * message shows it with its secrets masked.
 *
 * @since 0.1.0
 */
public class InvalidConnectionStringException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception for a connection string.
	 * @param maskedUrl the connection string without its secrets
	 * @param reason what is wrong with it and where
	 */
	public InvalidConnectionStringException(String maskedUrl, String reason) {
		super("The Spark Connect URL '" + maskedUrl + "' is not valid: " + reason);
	}

}
