package io.sparkex.internal.transport;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, as the cause of an exception. A status cannot be serialized, which an
 * exception has to be: in its stead travels a copy that prints alike.
 */
final class CallFailure extends StatusException {

	private static final long serialVersionUID = 1L;

	/**
	 * Causes are chains, but nothing keeps them from being rings.
	 */
	private static final int MAX_CAUSES = 20;

	CallFailure(Status status, @Nullable Metadata trailers) {
		super(status, trailers);
	}

	/**
	 * Prints as what it extends: its own name tells a reader nothing.
	 */
	@Override
	public String toString() {
		return StatusException.class.getName() + ": " + getMessage();
	}

	private Object writeReplace() {
		return Printed.of(this, 0);
	}

	/**
	 * What is left of an exception elsewhere.
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
		public String toString() {
			return this.description;
		}

	}

}
