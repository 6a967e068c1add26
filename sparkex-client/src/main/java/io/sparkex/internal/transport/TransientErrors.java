package io.sparkex.internal.transport;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;

import io.sparkex.internal.net.TlsFailures;

/**
 * Tells failures that may pass from those that will not.
 */
final class TransientErrors {

	/**
	 * What another stream of the same operation leaves behind when it takes its place.
	 */
	private static final Set<String> PASSING_ERRORS = Set.of("INVALID_CURSOR.DISCONNECTED");

	/**
	 * How a connection that breaks shows itself in failures that gRPC takes for errors of
	 * the server.
	 */
	private static final Set<String> BROKEN_CONNECTION = Set.of("rst_stream", "http/2 error code", "http2 exception",
			"goaway", "connection closed", "end-of-stream", "end of stream", "unexpected eos", "channel closed",
			"broken pipe", "connection reset");

	private TransientErrors() {
	}

	/**
	 * Whether a call that failed so may succeed a moment later.
	 * @param status how the call ended
	 * @param trailers what the server said at its end
	 */
	static boolean isPassing(Status status, ErrorTrailers trailers) {
		if (trailers.retryDelay() != null) {
			return true;
		}
		if (trailers.errorType() != null) {
			String errorClass = trailers.errorClass();
			return errorClass != null && PASSING_ERRORS.contains(errorClass);
		}
		if (TlsFailures.isCauseOf(status) || NonSparkServerDetector.speakAnotherProtocol(status)) {
			// They will disagree the next time as well.
			return false;
		}
		return switch (status.getCode()) {
			case UNAVAILABLE -> true;
			case INTERNAL, CANCELLED, RESOURCE_EXHAUSTED, UNKNOWN -> isBrokenConnection(status);
			default -> false;
		};
	}

	private static boolean isBrokenConnection(Status status) {
		for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
			// A message that cannot be read would be no better the next time.
			if (cause instanceof IOException && !(cause instanceof InvalidProtocolBufferException)) {
				return true;
			}
		}
		String description = status.getDescription();
		if (description == null) {
			return false;
		}
		String text = description.toLowerCase(Locale.ROOT);
		return BROKEN_CONNECTION.stream().anyMatch(text::contains);
	}

}
