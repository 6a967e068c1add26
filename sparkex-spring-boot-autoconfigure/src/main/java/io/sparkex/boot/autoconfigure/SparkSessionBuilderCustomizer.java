package io.sparkex.boot.autoconfigure;

import io.sparkex.SparkSessionBuilder;

/**
 * Changes the auto-configured {@link SparkSessionBuilder}, after the properties have been
 * applied to it. Beans of this type are called in their order. Channels are changed by
 * beans of type {@link io.sparkex.connect.SparkChannelCustomizer} instead, for another
 * library or an SSL bundle that changes may have a factory of their own in the builder.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkSessionBuilderCustomizer {

	/**
	 * Changes the builder.
	 * @param builder the builder
	 */
	void customize(SparkSessionBuilder builder);

}
