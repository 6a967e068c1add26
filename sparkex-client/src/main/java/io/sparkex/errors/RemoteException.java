package io.sparkex.errors;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Spark said no: the request arrived, and the server refused or failed it.
 * <p>
 * There are subclasses for what callers act on differently: a statement that does not
 * parse ({@link ParseException}), a query that makes no sense ({@link AnalysisException})
 * and access that is denied ({@link PermissionDeniedException}). All else is told apart
 * by {@link #errorClass()} and {@link #sqlState()}, such as {@code DIVIDE_BY_ZERO} or
 * {@code TABLE_OR_VIEW_ALREADY_EXISTS}: Spark has hundreds of conditions, and new ones
 * with each version.
 * <p>
 * The message is Spark's own, without the stacks that Spark writes into some; the part of
 * the query that it is about is marked in it. What the server has beyond that is among
 * the suppressed exceptions, and so in every printed stack trace.
 *
 * @since 0.1.0
 */
public class RemoteException extends SparkException {

	private static final long serialVersionUID = 1L;

	private final RemoteError error;

	/**
	 * An exception for an error of the server.
	 * @param error what the server said
	 * @param cause the failure of the call, or {@code null}
	 */
	public RemoteException(RemoteError error, @Nullable Throwable cause) {
		super(error.message(), cause);
		this.error = error;
		ServerThrowable serverError = error.serverError();
		if (serverError != null && tellsMore(serverError, error.message())) {
			addSuppressed(serverError);
		}
	}

	private static boolean tellsMore(ServerThrowable serverError, String message) {
		String original = serverError.getMessage();
		return serverError.getStackTrace().length > 0 || serverError.getCause() != null
				|| (original != null && !message.contains(original.strip()));
	}

	/**
	 * Spark's name of the error condition, such as
	 * {@code UNRESOLVED_COLUMN.WITH_SUGGESTION}.
	 * @return the condition, or {@code null} if the server named none
	 */
	public @Nullable String errorClass() {
		return this.error.errorClass();
	}

	/**
	 * The SQLSTATE of the error.
	 * @return five characters, or {@code null} if the server named none
	 */
	public @Nullable String sqlState() {
		return this.error.sqlState();
	}

	/**
	 * The values that the message speaks of, by their name in the error condition.
	 * @return an unmodifiable map, empty if the server sent none
	 */
	public Map<String, String> messageParameters() {
		return this.error.messageParameters();
	}

	/**
	 * The parts of the query that the error is about: where in a text, or in which line
	 * of the application.
	 * @return an unmodifiable list, the innermost part first, empty if the server sent
	 * none
	 */
	public List<QueryContext> queryContext() {
		return this.error.queryContext();
	}

	/**
	 * The exception as it was thrown on the server, with its causes.
	 * <p>
	 * Servers of Spark 4 send their stack, whatever
	 * {@code spark.sql.connect.serverStacktrace.enabled} says, unless
	 * {@code spark.sql.connect.enrichError.enabled} is off. It is the suppressed
	 * exception of this one where it has a stack, a cause or a longer message.
	 * @return the exception, or {@code null} if the server told nothing of it
	 */
	public @Nullable ServerThrowable serverError() {
		return this.error.serverError();
	}

	/**
	 * The change between two versions of Spark that makes the query fail.
	 * @return the change and what to do about it, or {@code null} if there is none behind
	 * the error
	 */
	public @Nullable BreakingChange breakingChange() {
		return this.error.breakingChange();
	}

}
