package io.sparkex.boot.autoconfigure;

import io.sparkex.SparkSessionBuilder;

/**
 * Changes the auto-configured {@link SparkSessionBuilder}, after the properties have been
 * applied to it. Beans of this type are called in their order.
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
