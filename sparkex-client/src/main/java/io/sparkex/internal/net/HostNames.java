package io.sparkex.internal.net;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Validation and normalization of host names and IP addresses.
 */
public final class HostNames {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}.-]+");

	private static final Pattern LABELS = Pattern.compile("[\\p{ASCII}&&[^.]]{1,63}(\\.[\\p{ASCII}&&[^.]]{1,63})*\\.?");

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]+(%[0-9A-Za-z_.-]+)?");

	private HostNames() {
	}

	/**
	 * Returns the length of the prefix that consists of characters allowed in host names.
	 */
	public static int nameCharacters(String host) {
		return startOf(NAME, host);
	}

	/**
	 * Returns the length of the prefix that consists of characters allowed in IPv6
	 * addresses, zone included.
	 */
	public static int ipv6Characters(String host) {
		return startOf(IPV6, host);
	}

	private static int startOf(Pattern pattern, String host) {
		Matcher matcher = pattern.matcher(host);
		return matcher.lookingAt() ? matcher.end() : 0;
	}

	/**
	 * Returns {@code true} if the text is a host name or IPv4 address that gRPC accepts.
	 * gRPC does not accept underscores.
	 */
	public static boolean isName(String host) {
		try {
			return NAME.matcher(host).matches()
					&& new URI(null, null, toAscii(host), 1, null, null, null).getHost() != null;
		}
		catch (IllegalArgumentException | URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Converts an internationalized domain name (IDN) to punycode.
	 * @throws IllegalArgumentException if the name cannot be converted
	 */
	public static String toAscii(String host) {
		// IDN loads Unicode tables even for ASCII names.
		return LABELS.matcher(host).matches() ? host : IDN.toASCII(host);
	}

	/**
	 * Returns {@code true} if the text is an IPv6 address, with or without a zone.
	 */
	public static boolean isIpv6(String host) {
		if (!IPV6.matcher(host).matches()) {
			return false;
		}
		int zone = host.indexOf('%');
		try {
			return new URI("sc://[" + ((zone < 0) ? host : host.substring(0, zone)) + "]").getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
