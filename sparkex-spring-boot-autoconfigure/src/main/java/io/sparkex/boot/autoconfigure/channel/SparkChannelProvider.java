package io.sparkex.boot.autoconfigure.channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Another source of channels than the client itself.
 *
 * @since 0.1.0
 */
public interface SparkChannelProvider {

	/** The name of the channel of the default session. */
	String DEFAULT_NAME = "sparkex";

	/**
	 * Makes the channels of a session.
	 * @param session the name of the session, or {@code null} for the default one
	 * @param protection keeps its token from travelling unencrypted
	 * @return a factory
	 */
	SparkChannelFactory forSession(@Nullable String session, TokenProtection protection);

	/**
	 * Says that a channel leads elsewhere than its session, where somebody has said where
	 * that is: an embedded server would run for nothing.
	 * @param target the session
	 * @param property where the address of the channel is set
	 * @param address that address
	 */
	static void warnIfElsewhere(ConnectionString target, String property, String address) {
		if (!address.contains(target.authority()) && !target.authority().equals("localhost:15002")) {
			LoggerFactory.getLogger(SparkChannelProvider.class)
				.warn("The Spark session is described as being at {}, but its channel goes to {}, as '{}' says",
						target.authority(), address, property);
		}
	}

	/**
	 * The name under which the channel of a session is configured.
	 * @param session the name of the session, or {@code null} for the default one
	 * @return the name
	 */
	static String channelName(@Nullable String session) {
		return (session != null) ? DEFAULT_NAME + "-" + session : DEFAULT_NAME;
	}

}
