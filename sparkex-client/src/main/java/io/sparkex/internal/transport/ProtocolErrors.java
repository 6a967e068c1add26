package io.sparkex.internal.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ChannelOptions;

/**
 * Detection of violations of HTTP/2, mostly headers that are larger than the receiver
 * accepts. A peer whose limit a response exceeds resets the stream without a reason.
 */
final class ProtocolErrors {

	/**
	 * The message of Netty for headers that exceed a limit, which appears as a cause.
	 */
	private static final Pattern HEADERS_TOO_LARGE = Pattern
		.compile("Header size exceeded max allowed size \\((\\d+)\\)");

	private static final String RESET = "RST_STREAM closed stream. HTTP/2 error code: PROTOCOL_ERROR";

	private ProtocolErrors() {
	}

	/**
	 * Returns whether a violation of the protocol made a call fail.
	 */
	static boolean isCauseOf(Status status) {
		return isReset(status) || headerLimit(status) != null;
	}

	/**
	 * Describes the violation.
	 * @param authority the server
	 * @return the description, or {@code null} if the protocol was not violated
	 */
	static @Nullable String describe(Status status, String authority) {
		String limit = headerLimit(status);
		if (limit == null) {
			return isReset(status) ? "The server at " + authority + ", or a proxy in front of it, reset the call with"
					+ " the HTTP/2 error PROTOCOL_ERROR. The likely reason is an error message or a header that is"
					+ " larger than the proxy or a channel customizer allows (maxInboundMetadataSize); see its log"
					: null;
		}
		if (limit.equals(String.valueOf(ChannelOptions.MAX_METADATA_SIZE))) {
			return "The headers of a response of the server at " + authority + " are larger than " + limit
					+ " bytes. Raise maxInboundMetadataSize with a channel customizer";
		}
		return "The headers of the call are larger than the " + limit + " bytes that the server at " + authority
				+ " accepts. Shorten the token or the headers of the session";
	}

	private static boolean isReset(Status status) {
		return status.getDescription() != null && status.getDescription().contains(RESET);
	}

	private static @Nullable String headerLimit(Status status) {
		for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
			Matcher matcher = HEADERS_TOO_LARGE.matcher(String.valueOf(cause.getMessage()));
			if (matcher.find()) {
				return matcher.group(1);
			}
		}
		return null;
	}

}
