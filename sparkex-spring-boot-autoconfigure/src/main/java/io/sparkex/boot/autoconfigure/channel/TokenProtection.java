package io.sparkex.boot.autoconfigure.channel;

import java.net.URI;
import java.util.Locale;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import io.sparkex.connect.ConnectionString;

/**
 * Keeps tokens from travelling unencrypted to another machine through a channel whose
 * address somebody else has set.
 *
 * @param hasToken whether the session has a token, or gets some
 * @param allowsPlaintext whether it may travel unencrypted nevertheless
 * @since 0.1.0
 */
public record TokenProtection(boolean hasToken, boolean allowsPlaintext) {

	/**
	 * Refuses a channel that does not encrypt, if it leads to another machine.
	 * @param target the session, which may have a token in its URL
	 * @param address where the channel leads to
	 * @param property what would encrypt it
	 * @param value the value of that property
	 * @throws InvalidConfigurationPropertyValueException if it is refused
	 */
	void checkPlaintext(ConnectionString target, String address, String property, Object value) {
		boolean exposed = (this.hasToken || target.token() != null) && !this.allowsPlaintext;
		if (exposed && !isLoopback(address)) {
			throw new InvalidConfigurationPropertyValueException(property, value,
					"The token of the Spark session would travel unencrypted to another machine. Have the channel"
							+ " encrypt, or set 'sparkex.connection.allow-token-over-plaintext' if something else does"
							+ " on the way.");
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
	 * The host and port in forms such as {@code static://host:port} and
	 * {@code dns:///host:port}; in {@code dns://1.1.1.1/host:port} those before the path
	 * are of the one who is asked for the address.
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
