package io.sparkex.errors;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error that a server reported.
 *
 * @param message the message
 * @param errorClass the error condition, or {@code null}
 * @param sqlState the SQLSTATE, or {@code null}
 * @param messageParameters the parameters of the message by name
 * @param queryContext the parts of the query that the error refers to, the innermost
 * first
 * @param serverError the exception on the server, or {@code null}
 * @param breakingChange the breaking change that causes the error, or {@code null}
 * @since 0.1.0
 */
public record RemoteError(String message, @Nullable String errorClass, @Nullable String sqlState,
		Map<String, String> messageParameters, List<QueryContext> queryContext, @Nullable ServerThrowable serverError,
		@Nullable BreakingChange breakingChange) implements Serializable {

	/**
	 * Creates an error without a query context.
	 * @param message the message
	 * @param errorClass the error condition, or {@code null}
	 * @param sqlState the SQLSTATE, or {@code null}
	 * @param messageParameters the parameters of the message by name
	 */
	public RemoteError(String message, @Nullable String errorClass, @Nullable String sqlState,
			Map<String, String> messageParameters) {
		this(message, errorClass, sqlState, messageParameters, List.of(), null, null);
	}

	public RemoteError {
		messageParameters = Map.copyOf(messageParameters);
		queryContext = List.copyOf(queryContext);
	}

	/**
	 * Creates an error with a message only.
	 * @param message the message
	 * @return the error
	 */
	public static RemoteError of(String message) {
		return new RemoteError(message, null, null, Map.of());
	}

}
