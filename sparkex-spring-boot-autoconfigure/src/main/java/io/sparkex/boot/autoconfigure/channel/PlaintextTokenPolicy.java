package io.sparkex.boot.autoconfigure.channel;

import java.net.URI;
import java.util.Locale;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import io.sparkex.connect.ConnectionString;

/**
 * Policy that prevents tokens from being sent unencrypted to another machine over
 * channels of other libraries.
 *
 * @param hasToken whether the session has a token or a token supplier
 * @param allowsPlaintext whether the token may be sent unencrypted
 * @since 0.1.0
 */
public record PlaintextTokenPolicy(boolean hasToken, boolean allowsPlaintext) {

	/**
	 * Rejects a channel without TLS if it connects to another machine and would send a
	 * token that must not be sent unencrypted.
	 * @param target the parsed URL of the session, which may contain a token
	 * @param address the address of the channel, such as {@code host:port},
	 * {@code static://host:port} or {@code dns:///host:port}
	 * @param property the property that enables TLS for the channel
	 * @param value the value of that property
	 * @throws InvalidConfigurationPropertyValueException if the channel is rejected
	 */
	public void checkPlaintext(ConnectionString target, String address, String property, Object value) {
		boolean exposed = (this.hasToken || target.token() != null) && !this.allowsPlaintext;
		if (exposed && !isLoopback(address)) {
			throw new InvalidConfigurationPropertyValueException(property, value,
					"The token of the Spark session would be sent unencrypted to another machine. Enable TLS for the"
							+ " channel, or set 'sparkex.connection.allow-token-over-plaintext' if"
							+ " another component encrypts the traffic.");
		}
	}

	private static boolean isLoopback(String address) {
		try {
			return ConnectionString.parse("sc://" + authority(address)).loopback();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Returns the host and port of an address such as {@code static://host:port} or
	 * {@code dns:///host:port}. In {@code dns://1.1.1.1/host:port}, the authority is the
	 * name server.
	 */
	private static String authority(String address) {
		if (!address.contains("://")) {
			return address;
		}
		URI uri = URI.create(address.toLowerCase(Locale.ROOT));
		String path = uri.getRawPath();
		return (uri.getRawAuthority() != null && path.length() <= 1) ? uri.getRawAuthority() : path.substring(1);
	}

}
