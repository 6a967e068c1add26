package io.sparkex.connect;

import java.util.List;

import io.grpc.ManagedChannel;

/**
 * Opens the channel of a session. The session closes a channel that it has opened through
 * a factory.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkChannelFactory {

	/**
	 * Makes a channel; must not wait for a connection.
	 * @param target where the server is and whether to encrypt; authentication is not the
	 * channel's concern
	 * @param options how the channel is to behave
	 * @return a channel that belongs to the caller
	 */
	ManagedChannel create(ConnectionString target, ChannelOptions options);

	/**
	 * Returns whether the channel may be created with the first call instead of with the
	 * session. A factory that can fail should not defer, so that invalid settings are
	 * reported when the session is built.
	 * @param options the options of the channel
	 * @return {@code false} by default
	 */
	default boolean canDefer(ChannelOptions options) {
		return false;
	}

	/**
	 * The factory that is used unless another is given: Netty, one connection.
	 * @param customizers what changes each channel, in this order, after all else is set
	 * @return the factory
	 */
	static SparkChannelFactory netty(List<SparkChannelCustomizer> customizers) {
		return new NettyChannelFactory(customizers);
	}

}
