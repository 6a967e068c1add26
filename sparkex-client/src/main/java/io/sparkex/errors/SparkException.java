package io.sparkex.errors;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that sparkex throws on its own account. Arguments that are
 * wrong in themselves, such as a negative limit, are {@link IllegalArgumentException}s.
 * <p>
 * There are four families, by what a caller can do: {@link TransportException} (retry, or
 * mend the connection), {@link RemoteException} (Spark said no: change the query or the
 * data), {@link InvalidPlanException} (this client said no) and
 * {@link UnsupportedException} (this server or this client cannot do it at all). All of
 * them are serializable.
 *
 * @since 0.1.0
 */
public abstract class SparkException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final AtomicReference<@Nullable String> operationId = new AtomicReference<>();

	/**
	 * An exception with a message.
	 * @param message what went wrong and what to do
	 */
	public SparkException(String message) {
		this(message, null);
	}

	/**
	 * An exception with a message and a cause.
	 * @param message what went wrong and what to do
	 * @param cause what led to it, or {@code null}
	 */
	public SparkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * The id of the operation that failed, by which the server's logs and its UI know it.
	 * @return a UUID, or {@code null} if no operation had begun
	 */
	public final @Nullable String operationId() {
		return this.operationId.get();
	}

	/**
	 * Notes which operation failed. Only the first id given is kept.
	 * @param operationId the id of the operation
	 * @return this exception
	 */
	public final SparkException initOperationId(String operationId) {
		this.operationId.compareAndSet(null, operationId);
		return this;
	}

	/**
	 * The usual description, and the id of the operation, if there is one: whoever reads
	 * a log can go on in that of the server.
	 */
	@Override
	public String toString() {
		String description = super.toString();
		String id = operationId();
		if (id == null) {
			return description;
		}
		return description + (description.contains("\n") ? "\n" : " ") + "[operation " + id + "]";
	}

}
