package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when Spark cannot analyze the query, for example because a column does
 * not exist.
 *
 * @since 0.1.0
 */
public class AnalysisException extends RemoteException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for an error of the server.
	 * @param error the error that the server reported
	 * @param cause the failure of the call, or {@code null}
	 */
	public AnalysisException(RemoteError error, @Nullable Throwable cause) {
		super(error, cause);
	}

}
