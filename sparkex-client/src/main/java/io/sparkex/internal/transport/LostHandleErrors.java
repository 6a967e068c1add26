package io.sparkex.internal.transport;

import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;

/**
 * Converter of errors about the state that the server keeps for this client: its session,
 * its operations and the position in their results.
 */
final class LostHandleErrors {

	private static final String RUN_AGAIN = " Run it again; if it writes, check first whether the write has happened.";

	private final String server;

	LostHandleErrors(String authority) {
		this.server = "the server at " + authority;
	}

	/**
	 * Converts such an error.
	 * @param errorClass the error condition
	 * @param message the message of the server
	 * @param cause the status of the call
	 * @return the exception, or {@code null} for other errors
	 */
	@Nullable SparkException convert(@Nullable String errorClass, String message, StatusException cause) {
		if (errorClass == null) {
			return null;
		}
		String session = session(errorClass);
		if (session != null) {
			return new SessionLostException("The session is lost: " + session
					+ " Its temporary views, functions, configuration and artifacts are gone; build a new session."
					+ description(message), cause);
		}
		String operation = operation(errorClass);
		return (operation != null) ? new TransportException(
				"The results of the operation cannot be read: " + operation + RUN_AGAIN + description(message), cause)
				: null;
	}

	private static String description(String message) {
		return " (The server says: " + message.strip() + ")";
	}

	private @Nullable String session(String errorClass) {
		return switch (errorClass) {
			case "INVALID_HANDLE.SESSION_CLOSED" -> this.server + " closed it. Another client released it, or"
					+ " it was idle for longer than spark.connect.session.manager.defaultSessionTimeout allows.";
			case "INVALID_HANDLE.SESSION_CHANGED" ->
				this.server + " replaced it. The server was restarted, or another server responds at its address now.";
			case "INVALID_HANDLE.SESSION_NOT_FOUND" -> this.server + " does not know it. The server was"
					+ " restarted, another server responds at its address now, or the session was never created.";
			default -> errorClass.startsWith("INVALID_HANDLE.SESSION") ? this.server + " does not have it." : null;
		};
	}

	private @Nullable String operation(String errorClass) {
		return switch (errorClass) {
			case "INVALID_HANDLE.OPERATION_NOT_FOUND" ->
				this.server + " does not know it. The server was restarted, or it has removed the operation.";
			case "INVALID_HANDLE.OPERATION_ABANDONED" -> this.server + " abandoned it, because its results were"
					+ " not read for longer than spark.connect.execute.manager.detachedTimeout allows, or it"
					+ " was cancelled.";
			case "INVALID_HANDLE.OPERATION_ALREADY_EXISTS" ->
				this.server + " already has an operation with this id, because a received call was repeated.";
			case "INVALID_CURSOR.POSITION_NOT_AVAILABLE" -> "the connection was lost, and " + this.server
					+ " no longer has the lost responses. It retains as much as"
					+ " spark.connect.execute.reattachable.observerRetryBufferSize allows.";
			case "INVALID_CURSOR.POSITION_NOT_FOUND" ->
				"the connection was lost, and " + this.server + " does not know the position in the results.";
			case "INVALID_CURSOR.NOT_REATTACHABLE" ->
				"the connection was lost, and " + this.server + " does not retain results for reattachment.";
			case "INVALID_CURSOR.DISCONNECTED" ->
				this.server + " sends the rest to another call that reattached to the same operation.";
			default -> null;
		};
	}

}
