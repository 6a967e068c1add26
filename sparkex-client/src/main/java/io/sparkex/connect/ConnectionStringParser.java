package io.sparkex.connect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
import io.sparkex.internal.net.HeaderFields;
import io.sparkex.internal.net.HostNames;

/**
 * Parser of connection strings, {@code sc://host:port/;key=value;...}. Not thread-safe.
 */
final class ConnectionStringParser {

	private static final String SCHEME = "sc://";

	/**
	 * The keys with a special meaning. Any other key is a header.
	 */
	private static final Set<String> KEYS = Set.of("token", "use_ssl", "user_id", "user_agent", "session_id",
			"grpc_max_message_size");

	/**
	 * The part of a connection string that messages can show. Text that does not look
	 * like a plain host and port may be a secret.
	 */
	private static final Pattern PLAIN_START = Pattern
		.compile("(?:[A-Za-z][A-Za-z0-9+.-]{0,15}://(?:[\\p{L}\\p{N}_.-]+|\\[[0-9A-Fa-f:.]+\\])?(?::\\d{0,5})?"
				+ "|[\\p{L}\\p{N}_.-]+:\\d{1,5})(?=[/;?#]|$)");

	private final String url;

	private final @Nullable String origin;

	private final Map<String, String> parameters = new LinkedHashMap<>();

	ConnectionStringParser(String url, @Nullable String origin) {
		this.url = url.strip();
		this.origin = origin;
	}

	ConnectionString parse() {
		if (!this.url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			throw invalid("it must start with sc://");
		}
		int end = authorityEnd();
		String authority = this.url.substring(SCHEME.length(), end);
		int at = authority.indexOf('@');
		if (at >= 0) {
			throw invalid("it must not have user information before the host (before the @ at character "
					+ (SCHEME.length() + at + 1) + "); use ;user_id= and ;token=");
		}
		parseParameters(end);
		int port = ConnectionString.DEFAULT_PORT;
		int colon = portSeparator(authority);
		if (colon >= 0) {
			port = port(authority.substring(colon + 1));
			authority = authority.substring(0, colon);
		}
		return build(host(authority), port);
	}

	private int authorityEnd() {
		for (int i = SCHEME.length(); i < this.url.length(); i++) {
			if ("/;?#".indexOf(this.url.charAt(i)) >= 0) {
				return i;
			}
		}
		return this.url.length();
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
			throw invalid("an IPv6 address must be enclosed in brackets, as in sc://[::1]:15002");
		}
		return authority.indexOf(':');
	}

	private String host(String text) {
		boolean ipv6 = text.startsWith("[");
		String host = ipv6 ? text.substring(1, text.length() - 1) : text;
		if (host.isEmpty()) {
			throw invalid("it does not name a host");
		}
		int good = ipv6 ? HostNames.ipv6Characters(host) : HostNames.nameCharacters(host);
		if (good < host.length()) {
			throw invalid("the host has a character that no " + (ipv6 ? "IPv6 address" : "host name")
					+ " has, at character " + (SCHEME.length() + good + (ipv6 ? 2 : 1)));
		}
		if (ipv6 ? !HostNames.isIpv6(host) : !HostNames.isName(host)) {
			throw invalid("the host is not " + (ipv6 ? "an IPv6 address" : "a host name"));
		}
		return host;
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

	private void parseParameters(int start) {
		int at = this.url.startsWith("/", start) ? start + 1 : start;
		if (at == this.url.length()) {
			return;
		}
		if (this.url.charAt(at) != ';') {
			throw invalid("only /; and parameters can follow the port, as in sc://host:15002/;user_id=me, but there is"
					+ " other text at character " + (at + 1));
		}
		while (at < this.url.length()) {
			int end = this.url.indexOf(';', at + 1);
			end = (end < 0) ? this.url.length() : end;
			if (end > at + 1) {
				addParameter(at + 1, end);
			}
			at = end;
		}
	}

	private void addParameter(int start, int end) {
		int equals = this.url.indexOf('=', start);
		if (equals <= start || equals >= end) {
			throw invalid("the parameter at character " + (start + 1) + " is not of the form key=value");
		}
		String key = decode(start, equals, "a key");
		String value = decode(equals + 1, end, "the value of '" + shown(key) + "'");
		if (!KEYS.contains(key) && KEYS.contains(key.toLowerCase(Locale.ROOT))) {
			throw invalid("the key '" + key + "' must be in lower case");
		}
		// Header names are case-insensitive. The keys of this class were checked for
		// lower case above.
		if (this.parameters.keySet().stream().anyMatch(key::equalsIgnoreCase)) {
			throw invalid("the parameter '" + shown(key) + "' occurs twice");
		}
		this.parameters.put(key, value);
	}

	/**
	 * Shortens an unknown key: the text may be a secret that lost its key.
	 */
	private static String shown(String key) {
		return (KEYS.contains(key) || key.length() <= 3) ? key : key.substring(0, 3) + "...";
	}

	private String decode(int start, int end, String what) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
		try {
			for (int i = start; i < end; i++) {
				if (this.url.charAt(i) == '%') {
					out.write(hexadecimal(i + 1, end, what));
					i += 2;
					continue;
				}
				int percent = this.url.indexOf('%', i);
				int plainEnd = (percent < 0) ? end : Math.min(percent, end);
				ByteBuffer plain = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(this.url, i, plainEnd));
				while (plain.hasRemaining()) {
					out.write(plain.get());
				}
				i = plainEnd - 1;
			}
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			throw invalid("in " + what + " at character " + (start + 1) + " there is text that is not UTF-8");
		}
	}

	private int hexadecimal(int at, int end, String what) {
		int high = (at + 1 < end) ? digit(this.url.charAt(at)) : -1;
		int low = (at + 1 < end) ? digit(this.url.charAt(at + 1)) : -1;
		if (high < 0 || low < 0) {
			throw invalid("in " + what + " the % at character " + at + " is not followed by two hexadecimal digits");
		}
		return high * 16 + low;
	}

	/**
	 * Accepts ASCII digits only, unlike Character.digit.
	 */
	private static int digit(char c) {
		return (c < 128) ? Character.digit(c, 16) : -1;
	}

	private ConnectionString build(String host, int port) {
		String token = text("token");
		Boolean useSsl = bool("use_ssl");
		String userId = text("user_id");
		String userAgent = text("user_agent");
		UUID sessionId = uuid("session_id");
		Integer maxMessageSize = size("grpc_max_message_size");
		if (token != null && !HeaderFields.isPrintableAscii(token)) {
			throw invalid("the parameter 'token' has a character that is not allowed in a header");
		}
		ConnectionString target = ConnectionString.of(host, port)
			.withToken(token)
			.withUseSsl(useSsl)
			.withUserId(userId)
			.withUserAgent(userAgent)
			.withSessionId(sessionId)
			.withMaxMessageSize(maxMessageSize);
		for (Map.Entry<String, String> header : this.parameters.entrySet()) {
			checkHeader(header.getKey(), header.getValue());
			target = target.withHeader(header.getKey(), header.getValue());
		}
		return target;
	}

	private void checkHeader(String name, String value) {
		if (HeaderFields.isReserved(name)) {
			throw invalid("the key '" + shown(name) + "' is a reserved header; use token= to set a token");
		}
		if (!HeaderFields.isName(name)) {
			throw invalid("the key '" + shown(name) + "' cannot be the name of a header");
		}
		if (!HeaderFields.isPrintableAscii(value)) {
			throw invalid("the value of the header '" + shown(name) + "' has a character that is not printable ASCII");
		}
	}

	private @Nullable String text(String key) {
		String value = this.parameters.remove(key);
		if (value != null && value.isBlank()) {
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
			throw invalid("the parameter '" + key + "' must be a number of bytes from 1 to 999999999");
		}
		return Integer.valueOf(value);
	}

	private InvalidConnectionStringException invalid(String reason) {
		return new InvalidConnectionStringException(masked(),
				(this.origin != null) ? reason + "; it comes from " + this.origin : reason);
	}

	/**
	 * Returns the connection string without anything that may be a secret, however
	 * malformed it is.
	 */
	@SuppressWarnings("StringSplitter")
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
