package io.sparkex.boot.autoconfigure.channel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
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
	public SparkChannelFactory forSession(@Nullable String session) {
		String name = SparkChannelProvider.channelName(session);
		String property = PREFIX + name + ".target";
		return (target, options) -> this.factory
			.createChannel(this.environment.containsProperty(property) ? name : address(property, target));
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
