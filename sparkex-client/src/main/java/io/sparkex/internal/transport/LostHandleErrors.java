package io.sparkex.internal.transport;

import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;

/**
 * Converts errors about the state that the server keeps for this client: its session, its
 * operations and the position in their results.
 */
final class LostHandleErrors {

	private static final String RUN_AGAIN = " Run it again; if it writes, see first whether that has happened.";

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
			case "INVALID_HANDLE.SESSION_CLOSED" -> this.server + " has closed it. Another client has released it,"
					+ " or it was idle for longer than spark.connect.session.manager.defaultSessionTimeout allows.";
			case "INVALID_HANDLE.SESSION_CHANGED" ->
				this.server + " has another in its place. It was restarted, or another server answers there now.";
			case "INVALID_HANDLE.SESSION_NOT_FOUND" -> this.server + " does not know it. It was restarted, another"
					+ " server answers there now, or the session was never made.";
			default -> errorClass.startsWith("INVALID_HANDLE.SESSION") ? this.server + " does not have it." : null;
		};
	}

	private @Nullable String operation(String errorClass) {
		return switch (errorClass) {
			case "INVALID_HANDLE.OPERATION_NOT_FOUND" ->
				this.server + " does not know it. It was restarted, or it" + " has let the operation go.";
			case "INVALID_HANDLE.OPERATION_ABANDONED" -> this.server + " has let it go, since nobody read its results"
					+ " for longer than spark.connect.execute.manager.detachedTimeout allows, or it was stopped.";
			case "INVALID_HANDLE.OPERATION_ALREADY_EXISTS" ->
				this.server + " already has one of this id, since a call that had arrived was made again.";
			case "INVALID_CURSOR.POSITION_NOT_AVAILABLE" -> "the connection was lost, and " + this.server
					+ " no longer has what was lost with it. It keeps as much as"
					+ " spark.connect.execute.reattachable.observerRetryBufferSize allows.";
			case "INVALID_CURSOR.POSITION_NOT_FOUND" ->
				"the connection was lost, and " + this.server + " does not know how far the results were read.";
			case "INVALID_CURSOR.NOT_REATTACHABLE" ->
				"the connection was lost, and " + this.server + " does not keep results to be taken up again.";
			case "INVALID_CURSOR.DISCONNECTED" ->
				this.server + " has handed the rest over to another call that took up the same operation.";
			default -> null;
		};
	}

}
