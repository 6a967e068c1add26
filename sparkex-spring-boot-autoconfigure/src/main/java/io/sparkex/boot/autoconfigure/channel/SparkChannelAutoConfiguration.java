package io.sparkex.boot.autoconfigure.channel;

import net.devh.boot.grpc.client.channelfactory.GrpcChannelFactory;
import net.devh.boot.grpc.client.config.GrpcChannelsProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for channels that another library of
 * the application makes.
 *
 * @since 0.1.0
 */
@AutoConfiguration(beforeName = "io.sparkex.boot.autoconfigure.SparkexAutoConfiguration",
		afterName = { "net.devh.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration",
				"org.springframework.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration",
				"org.springframework.boot.grpc.client.autoconfigure.CompositeChannelFactoryAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SparkChannelProperties.class)
public final class SparkChannelAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SparkChannels sparkChannels(SparkChannelProperties properties, ObjectProvider<SparkChannelProvider> provider) {
		return SparkChannels.of(properties.getProvider(), provider.getIfUnique());
	}

	/**
	 * Channels of net.devh.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(GrpcChannelFactory.class)
	@ConditionalOnBean(GrpcChannelFactory.class)
	@Conditional(OnChannelProviderCondition.NetDevh.class)
	static class NetDevhConfiguration {

		@Bean
		@ConditionalOnMissingBean(SparkChannelProvider.class)
		NetDevhChannelProvider sparkChannelProvider(GrpcChannelFactory factory, GrpcChannelsProperties properties,
				Environment environment) {
			return new NetDevhChannelProvider(factory, properties, environment);
		}

	}

	/**
	 * Channels of Spring gRPC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(org.springframework.grpc.client.GrpcChannelFactory.class)
	@ConditionalOnBean(org.springframework.grpc.client.GrpcChannelFactory.class)
	@Conditional(OnChannelProviderCondition.SpringGrpc.class)
	static class SpringGrpcConfiguration {

		@Bean
		@ConditionalOnMissingBean(SparkChannelProvider.class)
		SpringGrpcChannelProvider sparkChannelProvider(org.springframework.grpc.client.GrpcChannelFactory factory,
				Environment environment) {
			return new SpringGrpcChannelProvider(factory, environment);
		}

	}

}
