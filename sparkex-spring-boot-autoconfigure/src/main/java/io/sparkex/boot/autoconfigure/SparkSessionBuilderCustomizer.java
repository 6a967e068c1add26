package io.sparkex.boot.autoconfigure;

import io.sparkex.SparkSessionBuilder;

/**
 * Callback interface to customize the auto-configured {@link SparkSessionBuilder} after
 * the properties have been applied. Customizers are called in their order. To customize
 * channels, use {@link io.sparkex.connect.SparkChannelCustomizer} beans instead: another
 * gRPC library or a reloadable SSL bundle sets its own channel factory on the builder.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SparkSessionBuilderCustomizer {

	/**
	 * Customizes the builder.
	 * @param builder the builder to customize
	 */
	void customize(SparkSessionBuilder builder);

}
