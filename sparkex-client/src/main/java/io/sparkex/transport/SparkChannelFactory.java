package io.sparkex.transport;

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
	 * The factory that is used unless another is given: Netty, one connection.
	 * @param customizers what changes each channel, in this order, after all else is set
	 * @return the factory
	 */
	static SparkChannelFactory netty(List<SparkChannelCustomizer> customizers) {
		return new NettyChannelFactory(customizers);
	}

}
