package io.sparkex.errors;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An exception that was thrown on the server, whose class need not exist on the client.
 * <p>
 * It prints like the original: class name, message, causes and, if the server sends it,
 * the stack trace. It contains no stack trace of this JVM and is never thrown itself.
 * {@link RemoteException#serverError()} returns it, and it is a suppressed exception of
 * the {@link RemoteException} if it has more information.
 *
 * @since 0.1.0
 */
public final class ServerThrowable extends Throwable {

	private static final long serialVersionUID = 1L;

	private final List<String> typeNames;

	private final @Nullable String errorClass;

	/**
	 * Creates an exception.
	 * @param typeNames the name of its class and of its superclasses, the most specific
	 * first
	 * @param errorClass the error condition, or {@code null} if there is none
	 * @param message the message, or {@code null} if there is none
	 * @param stackTrace the stack trace; empty if the server did not send it
	 * @param cause the cause on the server, or {@code null}
	 */
	public ServerThrowable(List<String> typeNames, @Nullable String errorClass, @Nullable String message,
			List<StackTraceElement> stackTrace, @Nullable ServerThrowable cause) {
		super(message, cause);
		this.typeNames = List.copyOf(typeNames);
		this.errorClass = errorClass;
		setStackTrace(stackTrace.toArray(new StackTraceElement[0]));
	}

	/**
	 * Returns the class name of the exception on the server.
	 * @return the fully qualified name; {@code java.lang.Throwable} if the server did not
	 * send it
	 */
	public String typeName() {
		return this.typeNames.isEmpty() ? Throwable.class.getName() : this.typeNames.get(0);
	}

	/**
	 * Returns the class names of the exception on the server and of its superclasses.
	 * @return an unmodifiable list of fully qualified names, the most specific first
	 */
	public List<String> typeNames() {
		return this.typeNames;
	}

	/**
	 * Returns Spark's error condition.
	 * @return the error condition, or {@code null} if there is none
	 */
	public @Nullable String errorClass() {
		return this.errorClass;
	}

	/**
	 * Returns the cause of the exception on the server.
	 * @return the cause, or {@code null} if there is none
	 */
	@Override
	public @Nullable ServerThrowable getCause() {
		return (ServerThrowable) super.getCause();
	}

	/**
	 * Does nothing. The client's stack would only show the code that decodes errors.
	 */
	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

	@Override
	@SuppressWarnings("OverrideThrowableToString")
	public String toString() {
		String message = getMessage();
		return (message != null) ? typeName() + ": " + message : typeName();
	}

}
