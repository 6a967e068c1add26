package io.sparkex.internal.net;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What hosts are called.
 */
public final class HostRules {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}.-]+");

	private static final Pattern LABELS = Pattern.compile("[\\p{ASCII}&&[^.]]{1,63}(\\.[\\p{ASCII}&&[^.]]{1,63})*\\.?");

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]+(%[0-9A-Za-z_.-]+)?");

	private HostRules() {
	}

	/**
	 * How many of the first characters are such as names of hosts have.
	 */
	public static int nameCharacters(String host) {
		return startOf(NAME, host);
	}

	/**
	 * How many of the first characters are such as IPv6 addresses have, with their zone.
	 */
	public static int ipv6Characters(String host) {
		return startOf(IPV6, host);
	}

	private static int startOf(Pattern pattern, String host) {
		Matcher matcher = pattern.matcher(host);
		return matcher.lookingAt() ? matcher.end() : 0;
	}

	/**
	 * Whether it is a name or an IPv4 address that gRPC takes, which knows no underscore.
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
	 * The name that DNS knows a host by.
	 * @throws IllegalArgumentException if it has none
	 */
	public static String toAscii(String host) {
		// The JDK reads its tables of Unicode even where it does not need them.
		return LABELS.matcher(host).matches() ? host : IDN.toASCII(host);
	}

	/**
	 * Whether it is an IPv6 address, with or without a zone.
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
