package io.sparkex.boot.autoconfigure.channel;

import org.jspecify.annotations.Nullable;

import io.sparkex.transport.SparkChannelFactory;

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
	 * The name under which the channel of a session is configured.
	 * @param session the name of the session, or {@code null} for the default one
	 * @return the name
	 */
	static String channelName(@Nullable String session) {
		return (session != null) ? DEFAULT_NAME + "-" + session : DEFAULT_NAME;
	}

}
