package io.sparkex.internal.net;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Validation of gRPC header fields.
 */
public final class HeaderFields {

	/**
	 * Headers that gRPC and HTTP/2 set themselves, or that break the connection.
	 */
	private static final Set<String> RESERVED = Set.of("authorization", "content-type", "te", "user-agent", "host",
			"connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "content-length");

	private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.-]+");

	private HeaderFields() {
	}

	/**
	 * Returns {@code true} if the text consists of printable ASCII. gRPC drops any other
	 * value and logs it.
	 */
	public static boolean isPrintableAscii(String text) {
		return text.chars().allMatch((c) -> c >= ' ' && c <= '~');
	}

	/**
	 * Returns {@code true} if gRPC or HTTP/2 reserves the header name.
	 */
	public static boolean isReserved(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return RESERVED.contains(lower) || lower.startsWith("grpc-");
	}

	/**
	 * Returns {@code true} if the text is the name of a header with a text value.
	 */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).endsWith("-bin");
	}

	/**
	 * Validates a header.
	 * @throws IllegalArgumentException if it cannot be sent
	 */
	public static void check(String name, String value) {
		String problem = problem(name, value);
		if (problem != null) {
			throw new IllegalArgumentException(problem);
		}
	}

	private static @Nullable String problem(String name, String value) {
		if (isReserved(name)) {
			return "the header '" + name + "' is reserved; use the option 'token' to set a token";
		}
		if (!isName(name)) {
			return "the name of a header must consist of letters, digits, '-', '_' and '.', and must not end in -bin";
		}
		return isPrintableAscii(value) ? null
				: "the value of the header '" + name + "' has a character that is not printable ASCII";
	}

	/**
	 * Validates a bearer token.
	 * @throws IllegalArgumentException if it cannot be sent in a header
	 */
	public static void checkToken(String token) {
		if (token.isBlank()) {
			throw new IllegalArgumentException("token must not be blank");
		}
		if (!isPrintableAscii(token)) {
			throw new IllegalArgumentException("token has a character that is not allowed in a header, such as the"
					+ " line break at the end of a file");
		}
	}

}
