package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a text is not valid Spark SQL.
 *
 * @since 0.1.0
 */
public class ParseException extends AnalysisException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for an error of the server.
	 * @param error the error that the server reported
	 * @param cause the failure of the call, or {@code null}
	 */
	public ParseException(RemoteError error, @Nullable Throwable cause) {
		super(error, cause);
	}

}
