package io.sparkex.errors;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of an error.
 *
 * @param message the message for people
 * @param errorClass the error condition, or {@code null}
 * @param sqlState the SQLSTATE, or {@code null}
 * @param messageParameters the values the message speaks of, by name
 * @param queryContext the parts of the query that it is about, the innermost first
 * @param serverError the exception on the server, or {@code null}
 * @param breakingChange the change of Spark that is behind it, or {@code null}
 * @since 0.1.0
 */
public record RemoteError(String message, @Nullable String errorClass, @Nullable String sqlState,
		Map<String, String> messageParameters, List<QueryContext> queryContext, @Nullable ServerThrowable serverError,
		@Nullable BreakingChange breakingChange) implements Serializable {

	/**
	 * An error that is about no part of a query.
	 * @param message the message for people
	 * @param errorClass the error condition, or {@code null}
	 * @param sqlState the SQLSTATE, or {@code null}
	 * @param messageParameters the values the message speaks of, by name
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
	 * An error of which nothing is known but what people are told.
	 * @param message the message for people
	 * @return the error
	 */
	public static RemoteError of(String message) {
		return new RemoteError(message, null, null, Map.of());
	}

}
