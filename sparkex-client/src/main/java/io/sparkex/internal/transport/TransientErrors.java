package io.sparkex.internal.transport;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;

import io.sparkex.internal.net.TlsFailures;

/**
 * Distinction of transient from permanent errors.
 */
final class TransientErrors {

	/**
	 * The error that another stream of the same operation causes when it replaces this
	 * one.
	 */
	private static final Set<String> TRANSIENT_ERRORS = Set.of("INVALID_CURSOR.DISCONNECTED");

	/**
	 * Descriptions of broken connections in failures that gRPC attributes to the server.
	 */
	private static final Set<String> BROKEN_CONNECTION = Set.of("rst_stream", "http/2 error code", "http2 exception",
			"goaway", "connection closed", "end-of-stream", "end of stream", "unexpected eos", "channel closed",
			"broken pipe", "connection reset");

	private TransientErrors() {
	}

	/**
	 * Returns whether a failed call may succeed when it is retried.
	 * @param status the status of the call
	 * @param trailers the trailers of the call
	 */
	static boolean isTransient(Status status, ErrorTrailers trailers) {
		if (trailers.retryDelay() != null) {
			return true;
		}
		if (trailers.errorType() != null) {
			String errorClass = trailers.errorClass();
			return errorClass != null && TRANSIENT_ERRORS.contains(errorClass);
		}
		if (TlsFailures.isCauseOf(status) || NonSparkServerDetector.isOtherProtocol(status)
				|| ProtocolErrors.isCauseOf(status)) {
			// The next attempt would fail in the same way.
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
			// A malformed message would be malformed the next time as well.
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
