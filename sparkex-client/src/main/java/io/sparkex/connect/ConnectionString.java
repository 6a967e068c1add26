package io.sparkex.connect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidConnectionStringException;
import io.sparkex.internal.net.HeaderFields;

/**
 * Address and connection parameters of a Spark Connect server, as in {@code
 * sc://host:port/;token=...;use_ssl=true}. Immutable and thread-safe; the {@code with}
 * methods return a modified copy. {@link #toString()} masks the token and omits headers.
 *
 * @since 0.1.0
 */
public final class ConnectionString {

	/**
	 * The default port of a Spark Connect server.
	 */
	public static final int DEFAULT_PORT = 15002;

	private final String host;

	private final int port;

	private final @Nullable String token;

	private final @Nullable Boolean useSsl;

	private final @Nullable String userId;

	private final @Nullable String userAgent;

	private final @Nullable UUID sessionId;

	private final @Nullable Integer maxMessageSize;

	private final Map<String, String> headers;

	private ConnectionString(String host, int port, @Nullable String token, @Nullable Boolean useSsl,
			@Nullable String userId, @Nullable String userAgent, @Nullable UUID sessionId,
			@Nullable Integer maxMessageSize, Map<String, String> headers) {
		this.host = host;
		this.port = port;
		this.token = token;
		this.useSsl = useSsl;
		this.userId = userId;
		this.userAgent = userAgent;
		this.sessionId = sessionId;
		this.maxMessageSize = maxMessageSize;
		this.headers = headers;
	}

	/**
	 * Parses a connection string.
	 * @param url the connection string
	 * @return the parsed connection string
	 * @throws InvalidConnectionStringException if the text is malformed; the message
	 * names the position and shows no secret
	 */
	public static ConnectionString parse(String url) {
		return new ConnectionStringParser(url, null).parse();
	}

	/**
	 * Parses a connection string that comes from another source, such as an environment
	 * variable.
	 * @param url the connection string
	 * @param origin the source of the text, which error messages mention
	 * @return the parsed connection string
	 * @throws InvalidConnectionStringException if the text is malformed; the message
	 * names the origin and the position, and shows no secret
	 */
	public static ConnectionString parse(String url, String origin) {
		return new ConnectionStringParser(url, origin).parse();
	}

	/**
	 * Creates a connection string with only an address. The caller has validated the
	 * host.
	 */
	static ConnectionString of(String host, int port) {
		return new ConnectionString(host, port, null, null, null, null, null, null, Map.of());
	}

	/**
	 * Returns a copy with another token.
	 * @param token the bearer token, or {@code null} for none
	 * @return a new connection string
	 * @throws IllegalArgumentException if the token is blank or contains characters that
	 * are not printable ASCII
	 */
	public ConnectionString withToken(@Nullable String token) {
		if (token != null) {
			HeaderFields.checkToken(token);
		}
		return new ConnectionString(this.host, this.port, token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * Returns a copy with TLS enabled or disabled.
	 * @param useSsl {@code true} to use TLS, or {@code null} to use it if there is a
	 * token; see {@link #encrypted()}
	 * @return a new connection string
	 */
	public ConnectionString withUseSsl(@Nullable Boolean useSsl) {
		return new ConnectionString(this.host, this.port, this.token, useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * Returns a copy with another user.
	 * @param userId the user id, or {@code null} for none
	 * @return a new connection string
	 */
	public ConnectionString withUserId(@Nullable String userId) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * Returns a copy with another user agent.
	 * @param userAgent the name of the application, or {@code null} for none
	 * @return a new connection string
	 */
	public ConnectionString withUserAgent(@Nullable String userAgent) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * Returns a copy with another session id.
	 * @param sessionId the id of the session, or {@code null} for a random one
	 * @return a new connection string
	 */
	public ConnectionString withSessionId(@Nullable UUID sessionId) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * Returns a copy with another limit for the size of received messages.
	 * @param maxMessageSize the largest message in bytes, or {@code null} for the default
	 * @return a new connection string
	 */
	public ConnectionString withMaxMessageSize(@Nullable Integer maxMessageSize) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, maxMessageSize, this.headers);
	}

	/**
	 * Returns a copy with one more header, which replaces a header of the same name.
	 * @param name the name of the header, case-insensitive
	 * @param value the value, in printable ASCII
	 * @return a new connection string
	 * @throws IllegalArgumentException if the name is reserved or malformed, or if the
	 * value contains characters that are not printable ASCII
	 */
	public ConnectionString withHeader(String name, String value) {
		HeaderFields.check(name, value);
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.keySet().removeIf(name::equalsIgnoreCase);
		headers.put(name, value);
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, Collections.unmodifiableMap(headers));
	}

	/**
	 * Returns the host name or IP address of the server.
	 * @return the host; an IPv6 address has no brackets
	 */
	public String host() {
		return this.host;
	}

	/**
	 * Returns the port of the server.
	 * @return a number from 1 to 65535
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Returns the bearer token.
	 * @return the token, which is a secret, or {@code null} if there is none
	 */
	public @Nullable String token() {
		return this.token;
	}

	/**
	 * Returns the value of {@code use_ssl}. Use {@link #encrypted()} to find out if the
	 * connection is encrypted.
	 * @return the value, or {@code null} if the parameter is absent
	 */
	public @Nullable Boolean useSsl() {
		return this.useSsl;
	}

	/**
	 * Returns the user id.
	 * @return the user id, or {@code null} if there is none
	 */
	public @Nullable String userId() {
		return this.userId;
	}

	/**
	 * Returns the user agent, the name of the application.
	 * @return the user agent, or {@code null} if there is none
	 */
	public @Nullable String userAgent() {
		return this.userAgent;
	}

	/**
	 * Returns the id of the session.
	 * @return the id, or {@code null} for a random one
	 */
	public @Nullable UUID sessionId() {
		return this.sessionId;
	}

	/**
	 * Returns the largest message to receive.
	 * @return the size in bytes, or {@code null} for the default
	 */
	public @Nullable Integer maxMessageSize() {
		return this.maxMessageSize;
	}

	/**
	 * Returns the additional headers of each call. Their values may be secrets.
	 * @return an unmodifiable map of names and values
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Returns the host and port as they are written in a URL.
	 * @return text such as {@code localhost:15002} or {@code [::1]:15002}
	 */
	public String authority() {
		return (this.host.contains(":") ? "[" + this.host + "]" : this.host) + ":" + this.port;
	}

	/**
	 * Returns {@code true} if the connection uses TLS: if {@code use_ssl} is {@code
	 * true}, or if it is absent and there is a token for a host other than the local
	 * machine.
	 * @return {@code true} for TLS
	 */
	public boolean encrypted() {
		return (this.useSsl != null) ? this.useSsl : (this.token != null && !loopback());
	}

	/**
	 * Returns {@code true} if the host is the local machine.
	 * @return {@code true} for {@code localhost} and loopback addresses
	 */
	public boolean loopback() {
		return this.host.equalsIgnoreCase("localhost") || this.host.matches("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}")
				|| this.host.matches("(0{0,4}:){2,7}0{0,3}1");
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ConnectionString that && this.host.equals(that.host) && this.port == that.port
				&& Objects.equals(this.token, that.token) && Objects.equals(this.useSsl, that.useSsl)
				&& Objects.equals(this.userId, that.userId) && Objects.equals(this.userAgent, that.userAgent)
				&& Objects.equals(this.sessionId, that.sessionId)
				&& Objects.equals(this.maxMessageSize, that.maxMessageSize) && this.headers.equals(that.headers);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent, this.sessionId,
				this.maxMessageSize, this.headers);
	}

	@Override
	public String toString() {
		StringBuilder out = new StringBuilder("sc://").append(authority());
		if (this.token != null) {
			out.append("/;token=******");
		}
		return out.toString();
	}

}
