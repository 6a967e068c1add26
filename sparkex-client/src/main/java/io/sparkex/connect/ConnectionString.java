package io.sparkex.connect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidConnectionStringException;
import io.sparkex.internal.net.HeaderRules;

/**
 * Where a server is and how to talk to it, as in
 * {@code sc://host:port/;token=...;use_ssl=true}. Immutable. Its text form shows no
 * secret.
 *
 * @since 0.1.0
 */
public final class ConnectionString {

	/** The port of a server that is not told another. */
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
	 * Reads a connection string.
	 * @param url the text
	 * @return what it says
	 * @throws InvalidConnectionStringException if it is malformed; the message names the
	 * place and shows no secret
	 */
	public static ConnectionString parse(String url) {
		return new ConnectionStringParser(url, null).parse();
	}

	/**
	 * Reads a connection string that somebody else has written.
	 * @param url the text
	 * @param origin where it comes from, such as the name of a variable
	 * @return what it says
	 * @throws InvalidConnectionStringException if it is malformed; the message names the
	 * origin and the place, and shows no secret
	 */
	public static ConnectionString parse(String url, String origin) {
		return new ConnectionStringParser(url, origin).parse();
	}

	/**
	 * A connection string that says nothing else. The host has been checked.
	 */
	static ConnectionString of(String host, int port) {
		return new ConnectionString(host, port, null, null, null, null, null, null, Map.of());
	}

	/**
	 * This connection string with another token.
	 * @param token the bearer token, or {@code null} for none
	 * @return a new connection string
	 * @throws IllegalArgumentException if the token cannot travel in a header
	 */
	public ConnectionString withToken(@Nullable String token) {
		if (token != null) {
			HeaderRules.checkToken(token);
		}
		return new ConnectionString(this.host, this.port, token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This connection string with or without encryption.
	 * @param useSsl whether to encrypt, or {@code null} to let the token decide
	 * @return a new connection string
	 */
	public ConnectionString withUseSsl(@Nullable Boolean useSsl) {
		return new ConnectionString(this.host, this.port, this.token, useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This connection string with another user.
	 * @param userId who asks, or {@code null}
	 * @return a new connection string
	 */
	public ConnectionString withUserId(@Nullable String userId) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This connection string for another application.
	 * @param userAgent the name of the application, or {@code null}
	 * @return a new connection string
	 */
	public ConnectionString withUserAgent(@Nullable String userAgent) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This connection string with another session.
	 * @param sessionId the id of the session, or {@code null} for a random one
	 * @return a new connection string
	 */
	public ConnectionString withSessionId(@Nullable UUID sessionId) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This connection string with another size of messages.
	 * @param maxMessageSize the most bytes of a message, or {@code null}
	 * @return a new connection string
	 */
	public ConnectionString withMaxMessageSize(@Nullable Integer maxMessageSize) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, maxMessageSize, this.headers);
	}

	/**
	 * This connection string with one more header, in the place of one of that name.
	 * @param name the name, in which upper and lower case are the same
	 * @param value the value, in visible ASCII
	 * @return a new connection string
	 * @throws IllegalArgumentException if it cannot be sent as a header
	 */
	public ConnectionString withHeader(String name, String value) {
		HeaderRules.check(name, value);
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.keySet().removeIf(name::equalsIgnoreCase);
		headers.put(name, value);
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, Collections.unmodifiableMap(headers));
	}

	/**
	 * The name or address of the server.
	 * @return the host; an IPv6 address without its brackets
	 */
	public String host() {
		return this.host;
	}

	/**
	 * The port of the server.
	 * @return a number from 1 to 65535
	 */
	public int port() {
		return this.port;
	}

	/**
	 * The bearer token.
	 * @return the token, or {@code null}
	 */
	public @Nullable String token() {
		return this.token;
	}

	/**
	 * What the string says about encryption; see {@link #encrypted()} for what follows.
	 * @return whether to encrypt, or {@code null} if the string does not say
	 */
	public @Nullable Boolean useSsl() {
		return this.useSsl;
	}

	/**
	 * Who asks.
	 * @return the user, or {@code null}
	 */
	public @Nullable String userId() {
		return this.userId;
	}

	/**
	 * The name of the application.
	 * @return the name, or {@code null}
	 */
	public @Nullable String userAgent() {
		return this.userAgent;
	}

	/**
	 * The id of the session.
	 * @return the id, or {@code null} for a random one
	 */
	public @Nullable UUID sessionId() {
		return this.sessionId;
	}

	/**
	 * The most bytes of a message.
	 * @return the size, or {@code null}
	 */
	public @Nullable Integer maxMessageSize() {
		return this.maxMessageSize;
	}

	/**
	 * Further headers to send with each call. Their values may be secrets.
	 * @return an unmodifiable map
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * The host and port as they are written in a URL.
	 * @return text such as {@code localhost:15002} or {@code [::1]:15002}
	 */
	public String authority() {
		return (this.host.contains(":") ? "[" + this.host + "]" : this.host) + ":" + this.port;
	}

	/**
	 * Whether the connection is to be encrypted. A token asks for it, unless the server
	 * is on this machine, as does {@code use_ssl=true}.
	 * @return {@code true} for TLS
	 */
	public boolean encrypted() {
		return (this.useSsl != null) ? this.useSsl : (this.token != null && !loopback());
	}

	/**
	 * Whether the host can be nothing but this machine.
	 * @return {@code true} for {@code localhost} and addresses of the loopback network
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
