package io.sparkex.transport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidConnectionStringException;

/**
 * Where a server is and how to talk to it, as in
 * {@code sc://host:port/;token=...;use_ssl=true}. Its text form masks the token.
 *
 * @param host a name or address; one of IPv6 without its brackets
 * @param port the port
 * @param token the bearer token, or {@code null}
 * @param useSsl whether to encrypt, or {@code null} if the string does not say
 * @param userId who asks, or {@code null}
 * @param userAgent the name of the application, or {@code null}
 * @param sessionId the id of the session, or {@code null}
 * @param maxMessageSize the most bytes of a message, or {@code null}
 * @param headers further headers to send with each call
 * @since 0.1.0
 */
public record ConnectionString(String host, int port, @Nullable String token, @Nullable Boolean useSsl,
		@Nullable String userId, @Nullable String userAgent, @Nullable UUID sessionId, @Nullable Integer maxMessageSize,
		Map<String, String> headers) {

	/** The port of a server that is not told another. */
	public static final int DEFAULT_PORT = 15002;

	public ConnectionString {
		if (token != null && !ConnectionStringParser.isVisible(token)) {
			throw new IllegalArgumentException("token has a character that cannot travel in a header, such as the"
					+ " line break at the end of a file");
		}
		headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
	}

	/**
	 * Reads a connection string.
	 * @param url the text
	 * @return what it says
	 * @throws InvalidConnectionStringException if it is malformed; the message names the
	 * place and shows no secret
	 */
	public static ConnectionString parse(String url) {
		return new ConnectionStringParser(url).parse();
	}

	/**
	 * This connection string with another token.
	 * @param token the bearer token, or {@code null} for none
	 * @return a new connection string
	 */
	public ConnectionString withToken(@Nullable String token) {
		return new ConnectionString(this.host, this.port, token, this.useSsl, this.userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This string with another session.
	 * @param sessionId the id of the session, or {@code null} for a random one
	 * @return a new string
	 */
	public ConnectionString withSessionId(@Nullable UUID sessionId) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, this.userId, this.userAgent,
				sessionId, this.maxMessageSize, this.headers);
	}

	/**
	 * This connection string with another user.
	 * @param userId who asks
	 * @return a new connection string
	 */
	public ConnectionString withUserId(String userId) {
		return new ConnectionString(this.host, this.port, this.token, this.useSsl, userId, this.userAgent,
				this.sessionId, this.maxMessageSize, this.headers);
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
	public String toString() {
		StringBuilder out = new StringBuilder("sc://").append(authority());
		if (this.token != null) {
			out.append("/;token=******");
		}
		return out.toString();
	}

}
