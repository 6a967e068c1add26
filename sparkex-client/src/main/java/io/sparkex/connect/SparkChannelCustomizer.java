package io.sparkex.connect;

import io.grpc.ManagedChannelBuilder;

/**
 * Callback that customizes the channels of the built-in
 * {@linkplain SparkChannelFactory#netty factory}. It runs after all other settings are
 * applied. Other factories do not call it. Sessions that share a customizer may call it
 * concurrently, so implementations must be thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkChannelCustomizer {

	/**
	 * Customizes the builder of a channel, for example by adding an interceptor.
	 * @param builder the builder of the channel
	 */
	void customize(ManagedChannelBuilder<?> builder);

}
