package io.sparkex.boot.autoconfigure.channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Strategy interface for a source of gRPC channels other than the client itself. A bean
 * of this type replaces the providers for net.devh and Spring gRPC. It is not used if
 * {@code sparkex.channel.provider} is {@code built-in}, or for a session with its own
 * {@link SparkChannelFactory} bean.
 * <p>
 * The client adds tokens and headers to the calls of any channel. An implementation that
 * creates channels without TLS must call {@link PlaintextTokenPolicy#checkPlaintext}
 * before it returns such a channel.
 *
 * @since 0.1.0
 */
public interface SparkChannelProvider {

	/** The name of the channel of the default session. */
	String DEFAULT_NAME = "sparkex";

	/**
	 * Returns a factory for the channels of a session. Called once for each builder of a
	 * session. The session owns the channels of the factory and shuts them down.
	 * @param session the name of the session, or {@code null} for the default session
	 * @param tokenPolicy checks whether the token of the session may be sent over a
	 * channel
	 * @return the factory
	 */
	SparkChannelFactory forSession(@Nullable String session, PlaintextTokenPolicy tokenPolicy);

	/**
	 * Logs a warning if a channel is connected to another server than the URL of its
	 * session names, unless the URL is the default. An embedded server, for example,
	 * would not be used.
	 * @param target the parsed URL of the session
	 * @param property the property that sets the address of the channel
	 * @param address the address of the channel
	 */
	static void warnIfOtherServer(ConnectionString target, String property, String address) {
		if (!address.contains(target.authority()) && !target.authority().equals("localhost:15002")) {
			LoggerFactory.getLogger(SparkChannelProvider.class)
				.warn("The URL of the Spark session names the server {}, but its channel connects to {}, set by '{}'",
						target.authority(), address, property);
		}
	}

	/**
	 * Returns the name under which the channel of a session is configured.
	 * @param session the name of the session, or {@code null} for the default session
	 * @return the name
	 */
	static String channelName(@Nullable String session) {
		return (session != null) ? DEFAULT_NAME + "-" + session : DEFAULT_NAME;
	}

}
