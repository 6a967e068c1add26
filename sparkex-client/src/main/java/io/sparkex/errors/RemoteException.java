package io.sparkex.errors;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when Spark rejects an operation or an operation fails on the server.
 * <p>
 * Subclasses exist for errors that callers handle differently: {@link ParseException} for
 * invalid SQL, {@link AnalysisException} for queries that cannot be analyzed, and
 * {@link PermissionDeniedException} for denied access. Use {@link #errorClass()} and
 * {@link #sqlState()} to distinguish all others, such as {@code DIVIDE_BY_ZERO} or
 * {@code TABLE_OR_VIEW_ALREADY_EXISTS}: Spark has hundreds of error conditions, and adds
 * some in each version.
 * <p>
 * The message is Spark's message without embedded stack traces. The position in the query
 * that it refers to is marked. The exception on the server is a suppressed exception if
 * it has more information, so that it appears in stack traces.
 *
 * @since 0.1.0
 */
public class RemoteException extends SparkException {

	private static final long serialVersionUID = 1L;

	private final RemoteError error;

	/**
	 * Creates an exception for an error of the server.
	 * @param error the error that the server reported
	 * @param cause the failure of the call, or {@code null}
	 */
	public RemoteException(RemoteError error, @Nullable Throwable cause) {
		super(error.message(), cause);
		this.error = error;
		ServerThrowable serverError = error.serverError();
		if (serverError != null && hasMoreDetails(serverError, error.message())) {
			addSuppressed(serverError);
		}
	}

	private static boolean hasMoreDetails(ServerThrowable serverError, String message) {
		String original = serverError.getMessage();
		return serverError.getStackTrace().length > 0 || serverError.getCause() != null
				|| (original != null && !message.contains(original.strip()));
	}

	/**
	 * Returns Spark's error condition, such as {@code UNRESOLVED_COLUMN.WITH_SUGGESTION}.
	 * @return the error condition, or {@code null} if the server did not send one
	 */
	public @Nullable String errorClass() {
		return this.error.errorClass();
	}

	/**
	 * Returns the SQLSTATE of the error.
	 * @return five characters, or {@code null} if the server did not send one
	 */
	public @Nullable String sqlState() {
		return this.error.sqlState();
	}

	/**
	 * Returns the parameters of the message, by their name in the error condition.
	 * @return an unmodifiable map; empty if the server did not send any
	 */
	public Map<String, String> messageParameters() {
		return this.error.messageParameters();
	}

	/**
	 * Returns the parts of the query that the error refers to: positions in SQL text, or
	 * call sites in the application.
	 * @return an unmodifiable list, the innermost part first; empty if the server did not
	 * send any
	 */
	public List<QueryContext> queryContext() {
		return this.error.queryContext();
	}

	/**
	 * Returns the exception as it was thrown on the server, with its causes.
	 * <p>
	 * Spark 4 servers send stack traces regardless of
	 * {@code spark.sql.connect.serverStacktrace.enabled}, unless
	 * {@code spark.sql.connect.enrichError.enabled} is {@code false}. The server
	 * exception is a suppressed exception of this one if it has a stack trace, a cause or
	 * a longer message.
	 * @return the exception, or {@code null} if the server did not send it
	 */
	public @Nullable ServerThrowable serverError() {
		return this.error.serverError();
	}

	/**
	 * Returns the breaking change between two Spark versions that causes the error.
	 * @return the breaking change and how to handle it, or {@code null} if there is none
	 */
	public @Nullable BreakingChange breakingChange() {
		return this.error.breakingChange();
	}

}
