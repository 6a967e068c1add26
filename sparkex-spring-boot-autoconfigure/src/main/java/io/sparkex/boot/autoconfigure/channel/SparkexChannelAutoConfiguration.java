package io.sparkex.boot.autoconfigure.channel;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for gRPC channels from other
 * libraries.
 *
 * @since 0.1.0
 */
@AutoConfiguration(beforeName = "io.sparkex.boot.autoconfigure.SparkexAutoConfiguration",
		afterName = { "net.devh.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration",
				"org.springframework.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration",
				"org.springframework.boot.grpc.client.autoconfigure.CompositeChannelFactoryAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SparkexChannelProperties.class)
@Import({ SparkexChannelConfigurations.NetDevh.class, SparkexChannelConfigurations.SpringGrpc.class })
public final class SparkexChannelAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SparkChannelConfigurer sparkChannelConfigurer(SparkexChannelProperties properties,
			ObjectProvider<SparkChannelProvider> provider) {
		SparkexChannelProperties.Provider required = properties.getProvider();
		return (required != SparkexChannelProperties.Provider.BUILT_IN)
				? SparkChannelConfigurer.of(required, provider.getIfAvailable()) : SparkChannelConfigurer.builtIn();
	}

}
