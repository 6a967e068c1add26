package io.sparkex.boot.autoconfigure.channel;

import io.grpc.ManagedChannelBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.grpc.client.ChannelBuilderOptions;
import org.springframework.grpc.client.GrpcChannelBuilderCustomizer;
import org.springframework.grpc.client.GrpcChannelFactory;

import io.sparkex.transport.ConnectionString;
import io.sparkex.transport.SparkChannelFactory;

/**
 * Channels of Spring gRPC, with its interceptors and what
 * {@code spring.grpc.client.channel.sparkex} says. The address comes from the session
 * where nothing is said there.
 */
final class SpringGrpcChannelProvider implements SparkChannelProvider {

	private static final String PREFIX = "spring.grpc.client.channel.";

	private final GrpcChannelFactory factory;

	private final Environment environment;

	SpringGrpcChannelProvider(GrpcChannelFactory factory, Environment environment) {
		this.factory = factory;
		this.environment = environment;
	}

	@Override
	public SparkChannelFactory forSession(@Nullable String session, TokenProtection protection) {
		String name = SparkChannelProvider.channelName(session);
		String target = PREFIX + name + ".target";
		return (server, options) -> {
			String address = this.environment.getProperty(target);
			if (address != null) {
				SparkChannelProvider.warnIfElsewhere(server, target, address);
			}
			if (address != null && !isEncrypted(name)) {
				protection.checkPlaintext(server, address, PREFIX + name + ".ssl.enabled", false);
			}
			return this.factory.createChannel((address != null) ? name : address(target, server),
					withMessageSize(options.maxMessageSize()));
		};
	}

	private boolean isEncrypted(String name) {
		return this.environment.getProperty(PREFIX + name + ".ssl.enabled", Boolean.class, false)
				|| this.environment.containsProperty(PREFIX + name + ".ssl.bundle");
	}

	private static <T extends ManagedChannelBuilder<T>> ChannelBuilderOptions withMessageSize(int maxMessageSize) {
		GrpcChannelBuilderCustomizer<T> size = (target, builder) -> builder.maxInboundMessageSize(maxMessageSize);
		return ChannelBuilderOptions.defaults().withCustomizer(size);
	}

	private static String address(String property, ConnectionString target) {
		if (target.encrypted()) {
			throw new InvalidConfigurationPropertyValueException(property, null,
					"The URL or the token of the Spark session asks for encryption, which Spring gRPC only has for"
							+ " channels that are configured by name. Set this and 'ssl' beside it, or set"
							+ " 'sparkex.channel.provider' to built-in.");
		}
		return "static://" + target.authority();
	}

}
