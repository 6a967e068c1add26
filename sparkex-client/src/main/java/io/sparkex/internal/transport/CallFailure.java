package io.sparkex.internal.transport;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;

/**
 * The status of a failed call as the cause of an exception. A status is not serializable,
 * but exceptions must be, so this exception holds a copy with the same text.
 */
final class CallFailure extends StatusException {

	private static final long serialVersionUID = 1L;

	/**
	 * The maximum number of copied causes. Causes usually form a chain but may form a
	 * cycle.
	 */
	private static final int MAX_CAUSES = 20;

	CallFailure(Status status, @Nullable Metadata trailers) {
		super(status, trailers);
	}

	/**
	 * Prints the name of the superclass, since the name of this class is not informative.
	 */
	@Override
	@SuppressWarnings("OverrideThrowableToString")
	public String toString() {
		return StatusException.class.getName() + ": " + getMessage();
	}

	private Object writeReplace() {
		return Printed.of(this, 0);
	}

	/**
	 * The printed form of an exception of another class.
	 */
	private static final class Printed extends Exception {

		private static final long serialVersionUID = 1L;

		private final String description;

		private Printed(Throwable original, @Nullable Throwable cause) {
			super(original.getMessage(), cause);
			this.description = original.toString();
			setStackTrace(original.getStackTrace());
		}

		static Printed of(Throwable original, int depth) {
			Throwable cause = original.getCause();
			return new Printed(original, (cause != null && depth < MAX_CAUSES) ? of(cause, depth + 1) : null);
		}

		@Override
		public Throwable fillInStackTrace() {
			return this;
		}

		@Override
		@SuppressWarnings("OverrideThrowableToString")
		public String toString() {
			return this.description;
		}

	}

}
