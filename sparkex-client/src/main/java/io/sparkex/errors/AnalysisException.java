package io.sparkex.errors;

import org.jspecify.annotations.Nullable;

/**
 * The query is well formed but makes no sense to Spark, such as one that names a column
 * that does not exist.
 *
 * @since 0.1.0
 */
public class AnalysisException extends RemoteException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception for an error of the server.
	 * @param error what the server said
	 * @param cause the failure of the call, or {@code null}
	 */
	public AnalysisException(RemoteError error, @Nullable Throwable cause) {
		super(error, cause);
	}

}
