package io.sparkex.errors;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Spark said no: the request arrived, and the server refused or failed it.
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

}
