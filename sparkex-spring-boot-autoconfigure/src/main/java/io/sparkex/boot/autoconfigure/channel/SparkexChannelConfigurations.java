package io.sparkex.boot.autoconfigure.channel;

import net.devh.boot.grpc.client.channelfactory.GrpcChannelConfigurer;
import net.devh.boot.grpc.client.channelfactory.GrpcChannelFactory;
import net.devh.boot.grpc.client.config.GrpcChannelsProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.sparkex.connect.ChannelOptions;

/**
 * Channel providers of other libraries. The first available library is used.
 */
final class SparkexChannelConfigurations {

	private SparkexChannelConfigurations() {
	}

	/**
	 * Configuration for channels of net.devh.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(GrpcChannelFactory.class)
	@ConditionalOnBean(GrpcChannelFactory.class)
	@Conditional(OnChannelProviderCondition.NetDevh.class)
	static class NetDevh {

		@Bean
		@ConditionalOnMissingBean(SparkChannelProvider.class)
		NetDevhChannelProvider sparkChannelProvider(GrpcChannelFactory factory, GrpcChannelsProperties properties,
				Environment environment) {
			return new NetDevhChannelProvider(factory, properties, environment);
		}

		/**
		 * Raises the limit of metadata, for which net.devh has no property.
		 */
		@Bean
		GrpcChannelConfigurer sparkChannelMetadataConfigurer() {
			return (builder, name) -> {
				if (isChannelOfSession(name)) {
					builder.maxInboundMetadataSize(ChannelOptions.MAX_METADATA_SIZE);
				}
			};
		}

		private static boolean isChannelOfSession(String name) {
			return name.equals(SparkChannelProvider.DEFAULT_NAME)
					|| name.startsWith(SparkChannelProvider.channelName(""));
		}

	}

	/**
	 * Configuration for channels of Spring gRPC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(org.springframework.grpc.client.GrpcChannelFactory.class)
	@ConditionalOnBean(org.springframework.grpc.client.GrpcChannelFactory.class)
	@Conditional(OnChannelProviderCondition.SpringGrpc.class)
	static class SpringGrpc {

		@Bean
		@ConditionalOnMissingBean(SparkChannelProvider.class)
		SpringGrpcChannelProvider sparkChannelProvider(org.springframework.grpc.client.GrpcChannelFactory factory,
				Environment environment) {
			return new SpringGrpcChannelProvider(factory, environment);
		}

	}

}
