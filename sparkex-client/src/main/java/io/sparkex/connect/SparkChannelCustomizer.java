package io.sparkex.connect;

import io.grpc.ManagedChannelBuilder;

/**
 * Changes the channel that the built-in factory opens, when all else is set. Factories of
 * one's own need none.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkChannelCustomizer {

	/**
	 * Changes a channel that is about to be opened, such as by an interceptor.
	 * @param builder the builder of the channel
	 */
	void customize(ManagedChannelBuilder<?> builder);

}
