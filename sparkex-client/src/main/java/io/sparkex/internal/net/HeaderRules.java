package io.sparkex.internal.net;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What can travel in the headers of a call.
 */
public final class HeaderRules {

	/**
	 * What gRPC and HTTP/2 set themselves, or for which they break the connection.
	 */
	private static final Set<String> RESERVED = Set.of("authorization", "content-type", "te", "user-agent", "host",
			"connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "content-length");

	private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.-]+");

	private HeaderRules() {
	}

	/**
	 * Whether gRPC sends it: anything else it drops, and logs.
	 */
	public static boolean isVisible(String text) {
		return text.chars().allMatch((c) -> c >= ' ' && c <= '~');
	}

	/**
	 * Whether a name belongs to gRPC or HTTP/2.
	 */
	public static boolean isReserved(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return RESERVED.contains(lower) || lower.startsWith("grpc-");
	}

	/**
	 * Whether it is the name of a header with text in it.
	 */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).endsWith("-bin");
	}

	/**
	 * Refuses what cannot be sent.
	 */
	public static void check(String name, String value) {
		String problem = problem(name, value);
		if (problem != null) {
			throw new IllegalArgumentException(problem);
		}
	}

	private static @Nullable String problem(String name, String value) {
		if (isReserved(name)) {
			return "the header '" + name + "' is set by other means; for a token there is the option of that name";
		}
		if (!isName(name)) {
			return "the name of a header must be letters, digits, and - _ . between them, and not end in -bin";
		}
		return isVisible(value) ? null : "the value of the header '" + name + "' has a character that is not ASCII";
	}

	/**
	 * Refuses a token that cannot be sent.
	 */
	public static void checkToken(String token) {
		if (token.isBlank()) {
			throw new IllegalArgumentException("token must not be blank");
		}
		if (!isVisible(token)) {
			throw new IllegalArgumentException("token has a character that cannot travel in a header, such as the"
					+ " line break at the end of a file");
		}
	}

}
