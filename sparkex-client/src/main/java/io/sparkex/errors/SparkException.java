package io.sparkex.errors;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Base class of the exceptions that sparkex defines. Unchecked and serializable.
 * <p>
 * There are eight families, grouped by the action that the caller can take:
 * <ul>
 * <li>{@link TransportException}: the server could not be reached, or the connection
 * failed. Retry later, or fix the connection.</li>
 * <li>{@link RemoteException} and its subclasses: Spark rejected the operation, or the
 * operation failed on the server. Change the query or the data.</li>
 * <li>{@link InvalidPlanException}: the client rejected the query because no server could
 * run it. Change the query.</li>
 * <li>{@link UnsupportedException}: this server or this client does not support the
 * operation. Use another version.</li>
 * <li>{@link MappingException}: a value does not fit the Java class or the column. Change
 * the class.</li>
 * <li>{@link ResultLimitException}: the result exceeds the limit of the caller. Raise the
 * limit, or select fewer rows.</li>
 * <li>{@link SessionLostException}: the server has removed the session. Build a new
 * session.</li>
 * <li>{@link OperationCancelledException}: the operation was cancelled, or exceeded its
 * timeout.</li>
 * </ul>
 * Errors of the calling code, such as a negative limit or a closed session, are
 * {@link IllegalArgumentException}s and {@link IllegalStateException}s.
 *
 * @since 0.1.0
 */
public abstract class SparkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final AtomicReference<@Nullable String> operationId = new AtomicReference<>();

	/**
	 * Creates an exception with a message.
	 * @param message the error and how to resolve it
	 */
	public SparkException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception with a message and a cause.
	 * @param message the error and how to resolve it
	 * @param cause the cause, or {@code null}
	 */
	public SparkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Returns the id of the failed operation, which also appears in the logs and the UI
	 * of the server.
	 * @return a UUID, or {@code null} if no operation was started
	 */
	public final @Nullable String operationId() {
		return this.operationId.get();
	}

	/**
	 * Sets the id of the failed operation. Has no effect if it is already set.
	 * @param operationId the operation id
	 * @return this exception
	 */
	public final SparkException initOperationId(String operationId) {
		this.operationId.compareAndSet(null, operationId);
		return this;
	}

	/**
	 * Returns the usual description followed by the operation id, if there is one, so
	 * that the error can be found in the server log.
	 */
	@Override
	@SuppressWarnings("OverrideThrowableToString")
	public String toString() {
		String description = super.toString();
		String id = operationId();
		if (id == null) {
			return description;
		}
		return description + (description.contains("\n") ? "\n" : " ") + "[operation " + id + "]";
	}

}
