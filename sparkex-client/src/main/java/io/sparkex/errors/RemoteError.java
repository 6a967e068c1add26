package io.sparkex.errors;

import java.io.Serializable;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of an error.
 *
 * @param message the message for people
 * @param errorClass the error condition, or {@code null}
 * @param sqlState the SQLSTATE, or {@code null}
 * @param messageParameters the values the message speaks of, by name
 * @since 0.1.0
 */
public record RemoteError(String message, @Nullable String errorClass, @Nullable String sqlState,
		Map<String, String> messageParameters) implements Serializable {

	public RemoteError {
		messageParameters = Map.copyOf(messageParameters);
	}

}
