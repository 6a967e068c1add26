package io.sparkex.connect;

import java.util.List;

import io.grpc.ManagedChannel;

/**
 * Factory for the gRPC channel of a session. The session owns the channel and shuts it
 * down when it is closed. Sessions that share a factory may call it concurrently, so
 * implementations must be thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkChannelFactory {

	/**
	 * Creates a channel. Implementations must not wait for a connection.
	 * @param target the address of the server and the TLS flag; the client adds
	 * authentication to each call, so the factory does not have to
	 * @param options the settings of the channel
	 * @return a new channel that the caller owns
	 * @throws IllegalArgumentException if the options cannot be used
	 */
	ManagedChannel create(ConnectionString target, ChannelOptions options);

	/**
	 * Returns {@code true} if the channel may be created with the first call instead of
	 * with the session. A factory that can fail should not defer, so that invalid
	 * settings are reported when the session is built.
	 * @param options the options of the channel
	 * @return {@code false} by default
	 */
	default boolean canDefer(ChannelOptions options) {
		return false;
	}

	/**
	 * Returns the default factory, which creates Netty channels with one connection.
	 * @param customizers the callbacks to apply to each channel, in this order, after all
	 * other settings
	 * @return the factory
	 */
	static SparkChannelFactory netty(List<SparkChannelCustomizer> customizers) {
		return new NettyChannelFactory(customizers);
	}

}
