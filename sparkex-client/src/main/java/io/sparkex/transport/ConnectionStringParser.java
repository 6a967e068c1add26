package io.sparkex.transport;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidConnectionStringException;

/**
 * Reads {@code sc://host:port/;key=value;...}. Not thread-safe.
 */
final class ConnectionStringParser {

	private static final String SCHEME = "sc://";

	/**
	 * Keys that mean something here; any other is a header.
	 */
	private static final Set<String> KEYS = Set.of("token", "use_ssl", "user_id", "user_agent", "session_id",
			"grpc_max_message_size");

	/**
	 * The start of a string that can be shown: what is no plain host may be a secret.
	 */
	private static final Pattern PLAIN_START = Pattern
		.compile("(?:[A-Za-z][A-Za-z0-9+.-]{0,15}://(?:[\\p{L}\\p{N}_.-]+|\\[[0-9A-Fa-f:.]+\\])?(?::\\d{0,5})?"
				+ "|[\\p{L}\\p{N}_.-]+:\\d{1,5})(?=[/;?#]|$)");

	private static final Set<String> RESERVED_HEADERS = Set.of("authorization", "content-type", "te", "user-agent",
			"grpc-timeout", "grpc-encoding", "grpc-accept-encoding");

	private static final Pattern HEADER_NAME = Pattern.compile("[0-9A-Za-z_.-]+");

	private final String url;

	private final Map<String, String> parameters = new LinkedHashMap<>();

	ConnectionStringParser(String url) {
		this.url = url.strip();
	}

	ConnectionString parse() {
		if (!this.url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			throw invalid("it must start with sc://");
		}
		String rest = this.url.substring(SCHEME.length());
		int end = firstOf(rest, "/;?#");
		String authority = rest.substring(0, end);
		if (authority.contains("@")) {
			throw invalid("it must not have user information before the host; use ;user_id= and ;token=");
		}
		parseParameters(rest.substring(end));
		int port = ConnectionString.DEFAULT_PORT;
		int colon = portSeparator(authority);
		if (colon >= 0) {
			port = port(authority.substring(colon + 1));
			authority = authority.substring(0, colon);
		}
		return build(host(authority), port);
	}

	private static int firstOf(String text, String characters) {
		for (int i = 0; i < text.length(); i++) {
			if (characters.indexOf(text.charAt(i)) >= 0) {
				return i;
			}
		}
		return text.length();
	}

	private int portSeparator(String authority) {
		if (authority.startsWith("[")) {
			int close = authority.indexOf(']');
			if (close < 0) {
				throw invalid("the IPv6 address lacks its closing bracket");
			}
			if (close == authority.length() - 1) {
				return -1;
			}
			if (authority.charAt(close + 1) != ':') {
				throw invalid("after the IPv6 address there must be a colon and the port");
			}
			return close + 1;
		}
		if (authority.indexOf(':') != authority.lastIndexOf(':')) {
			throw invalid("an IPv6 address must stand in brackets, as in sc://[::1]:15002");
		}
		return authority.indexOf(':');
	}

	private String host(String text) {
		String host = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
		if (host.isEmpty()) {
			throw invalid("it names no host");
		}
		boolean ipv6 = text.startsWith("[");
		if (ipv6 ? !host.matches("[0-9A-Fa-f:.]+(%[0-9A-Za-z_.-]+)?") : !isHostName(host)) {
			throw invalid("the host has a character that no host name has, or that stands in the wrong place");
		}
		return host;
	}

	/**
	 * Whether gRPC takes it, which knows no underscore.
	 */
	private static boolean isHostName(String host) {
		try {
			return host.matches("[\\p{L}\\p{N}.-]+")
					&& new URI(null, null, IDN.toASCII(host), 1, null, null, null).getHost() != null;
		}
		catch (IllegalArgumentException | URISyntaxException ex) {
			return false;
		}
	}

	private int port(String text) {
		if (!text.matches("\\d{1,5}")) {
			throw invalid("the port is not a number from 1 to 65535");
		}
		int port = Integer.parseInt(text);
		if (port < 1 || port > 65_535) {
			throw invalid("the port '" + text + "' is not a number from 1 to 65535");
		}
		return port;
	}

	private void parseParameters(String text) {
		String list = text.startsWith("/") ? text.substring(1) : text;
		if (list.isEmpty()) {
			return;
		}
		if (!list.startsWith(";")) {
			throw invalid("after the port there can only be /; and parameters, as in sc://host:15002/;user_id=me");
		}
		for (String parameter : list.substring(1).split(";", -1)) {
			if (!parameter.isEmpty()) {
				addParameter(parameter);
			}
		}
	}

	private void addParameter(String parameter) {
		int equals = parameter.indexOf('=');
		if (equals < 1) {
			throw invalid(
					"the parameter at '" + ((equals < 0) ? shown(parameter) : "=") + "' is not of the form key=value");
		}
		String key = decode(parameter.substring(0, equals), "a key");
		String value = decode(parameter.substring(equals + 1), "the value of '" + shown(key) + "'");
		if (!KEYS.contains(key) && KEYS.contains(key.toLowerCase(Locale.ROOT))) {
			throw invalid("the key '" + key + "' must be in lower case");
		}
		if (this.parameters.putIfAbsent(key, value) != null) {
			throw invalid("the parameter '" + shown(key) + "' occurs twice");
		}
	}

	/**
	 * What stands in the place of a key may be a secret that lost its key.
	 */
	private static String shown(String key) {
		return (KEYS.contains(key) || key.length() <= 3) ? key : key.substring(0, 3) + "...";
	}

	private String decode(String text, String what) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] != '%') {
				out.write(bytes[i]);
				continue;
			}
			boolean complete = i + 2 < bytes.length;
			int high = complete ? Character.digit(bytes[i + 1], 16) : -1;
			int low = complete ? Character.digit(bytes[i + 2], 16) : -1;
			if (high < 0 || low < 0) {
				throw invalid("in " + what + " a % is not followed by two hexadecimal digits");
			}
			out.write(high * 16 + low);
			i += 2;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			throw invalid("in " + what + " the bytes after % are not UTF-8");
		}
	}

	private ConnectionString build(String host, int port) {
		String token = text("token");
		Boolean useSsl = bool("use_ssl");
		String userId = text("user_id");
		String userAgent = text("user_agent");
		UUID sessionId = uuid("session_id");
		Integer maxMessageSize = size("grpc_max_message_size");
		if (token != null && !isVisible(token)) {
			throw invalid("the parameter 'token' has a character that cannot travel in a header");
		}
		this.parameters.forEach(this::checkHeader);
		return new ConnectionString(host, port, token, useSsl, userId, userAgent, sessionId, maxMessageSize,
				this.parameters);
	}

	private void checkHeader(String name, String value) {
		if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
			throw invalid(
					"the key '" + shown(name) + "' is a header that is set by other means; a token goes into token=");
		}
		if (!HEADER_NAME.matcher(name).matches() || name.toLowerCase(Locale.ROOT).endsWith("-bin")) {
			throw invalid("the key '" + shown(name) + "' cannot be the name of a header");
		}
		if (!isVisible(value)) {
			throw invalid("the value of the header '" + shown(name) + "' has a character that is not ASCII");
		}
	}

	/**
	 * Whether gRPC sends it: anything else it drops, and logs.
	 */
	static boolean isVisible(String text) {
		return text.chars().allMatch((c) -> c >= ' ' && c <= '~');
	}

	private @Nullable String text(String key) {
		String value = this.parameters.remove(key);
		if (value != null && value.isEmpty()) {
			throw invalid("the parameter '" + key + "' is empty");
		}
		return value;
	}

	private @Nullable Boolean bool(String key) {
		String value = text(key);
		if (value == null) {
			return null;
		}
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw invalid("the parameter '" + key + "' must be true or false");
		};
	}

	private @Nullable UUID uuid(String key) {
		String value = text(key);
		if (value == null) {
			return null;
		}
		if (!value.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
			throw invalid("the parameter '" + key + "' must be a UUID such as 00112233-4455-6677-8899-aabbccddeeff");
		}
		return UUID.fromString(value);
	}

	private @Nullable Integer size(String key) {
		String value = text(key);
		if (value == null) {
			return null;
		}
		if (!value.matches("[1-9]\\d{0,8}")) {
			throw invalid("the parameter '" + key + "' must be a count of bytes from 1 to 999999999");
		}
		return Integer.valueOf(value);
	}

	private InvalidConnectionStringException invalid(String reason) {
		return new InvalidConnectionStringException(masked(), reason);
	}

	/**
	 * The string without anything that may be a secret, whatever is wrong with it.
	 */
	private String masked() {
		Matcher start = PLAIN_START.matcher(this.url);
		if (!start.lookingAt()) {
			return "******";
		}
		StringBuilder out = new StringBuilder(start.group());
		String rest = this.url.substring(start.end());
		if (rest.startsWith("/")) {
			out.append('/');
			rest = rest.substring(1);
		}
		if (rest.startsWith(";")) {
			for (String parameter : rest.substring(1).split(";")) {
				String key = parameter.substring(0, Math.max(parameter.indexOf('='), 0));
				out.append(KEYS.contains(key) ? ";" + key + "=******" : ";******");
			}
		}
		else if (!rest.isEmpty()) {
			out.append("******");
		}
		return out.toString();
	}

}
