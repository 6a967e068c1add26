package io.sparkex.errors;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An exception as it was thrown on the server, whose class need not be known here.
 * <p>
 * It prints like the original: its name, its message as the server has it, its causes
 * and, if the server sends them, its stack. No stack of this JVM is in it. It is never
 * thrown itself: {@link RemoteException#serverError()} has it, and a
 * {@link RemoteException} has it among the suppressed ones where it tells more than the
 * exception.
 *
 * @since 0.1.0
 */
public final class ServerThrowable extends Throwable {

	private static final long serialVersionUID = 1L;

	private final List<String> typeNames;

	private final @Nullable String errorClass;

	/**
	 * An exception of the server.
	 * @param typeNames its class and those it extends, the most special first
	 * @param errorClass the error condition, or {@code null} if it has none
	 * @param message its message, or {@code null} if it has none
	 * @param stackTrace where it was thrown, empty if the server does not tell
	 * @param cause what led to it on the server, or {@code null}
	 */
	public ServerThrowable(List<String> typeNames, @Nullable String errorClass, @Nullable String message,
			List<StackTraceElement> stackTrace, @Nullable ServerThrowable cause) {
		super(message, cause);
		this.typeNames = List.copyOf(typeNames);
		this.errorClass = errorClass;
		setStackTrace(stackTrace.toArray(new StackTraceElement[0]));
	}

	/**
	 * The class of the exception on the server.
	 * @return its full name, {@code java.lang.Throwable} if the server does not tell
	 */
	public String typeName() {
		return this.typeNames.isEmpty() ? Throwable.class.getName() : this.typeNames.get(0);
	}

	/**
	 * The class of the exception on the server and those it extends.
	 * @return an unmodifiable list of full names, the most special first
	 */
	public List<String> typeNames() {
		return this.typeNames;
	}

	/**
	 * Spark's name of the error condition.
	 * @return the condition, or {@code null} if it has none
	 */
	public @Nullable String errorClass() {
		return this.errorClass;
	}

	/**
	 * What led to this exception on the server.
	 * @return the cause, or {@code null} if there is none
	 */
	@Override
	public @Nullable ServerThrowable getCause() {
		return (ServerThrowable) super.getCause();
	}

	/**
	 * The stack here would only be that of the code which reads errors.
	 */
	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

	@Override
	public String toString() {
		String message = getMessage();
		return (message != null) ? typeName() + ": " + message : typeName();
	}

}
