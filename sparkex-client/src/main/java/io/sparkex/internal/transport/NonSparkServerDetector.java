package io.sparkex.internal.transport;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * Detector of peers that are not gRPC servers from the failures of calls.
 */
final class NonSparkServerDetector {

	/**
	 * gRPC's description of a plain HTTP response: the status code, and the content type
	 * if that is wrong, each on a line.
	 */
	private static final Pattern HTTP_ANSWER = Pattern
		.compile("(?s)(HTTP status code \\d+)?\\s*(invalid content-type: [^\\n]+)?.*");

	/**
	 * Netty's description of a response that is not HTTP/2.
	 */
	private static final Pattern FIRST_BYTES = Pattern
		.compile("First received frame was not SETTINGS\\. Hex dump for first \\d+ bytes: ([0-9a-fA-F]+)");

	private static final String HTTP_1 = "485454502f";

	private NonSparkServerDetector() {
	}

	/**
	 * Returns a description of the peer.
	 * @return the description, or {@code null} if it may be a gRPC server
	 */
	static @Nullable String recognize(Status status) {
		for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
			Matcher bytes = FIRST_BYTES.matcher(Objects.requireNonNullElse(cause.getMessage(), ""));
			if (bytes.find()) {
				return protocol(bytes.group(1).toLowerCase(Locale.ROOT));
			}
		}
		Matcher answer = HTTP_ANSWER.matcher(Objects.requireNonNullElse(status.getDescription(), ""));
		if (!answer.matches() || (answer.group(1) == null && answer.group(2) == null)) {
			return null;
		}
		return Stream.of(answer.group(1), answer.group(2)).filter(Objects::nonNull).collect(Collectors.joining(", "));
	}

	/**
	 * Returns whether the peer will never understand a call.
	 */
	static boolean isOtherProtocol(Status status) {
		for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
			if (FIRST_BYTES.matcher(Objects.requireNonNullElse(cause.getMessage(), "")).find()) {
				return true;
			}
		}
		return false;
	}

	private static String protocol(String bytes) {
		return bytes.startsWith(HTTP_1) ? "it speaks HTTP/1" : "it does not speak HTTP/2";
	}

}
