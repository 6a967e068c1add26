package io.sparkex.boot.autoconfigure.channel;

import java.util.Map;

import io.grpc.ManagedChannelBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.grpc.client.ChannelBuilderOptions;
import org.springframework.grpc.client.GrpcChannelBuilderCustomizer;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.util.StringUtils;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;

/**
 * {@link SparkChannelProvider} for Spring gRPC. Channels have the interceptors of Spring
 * gRPC and the properties under {@code spring.grpc.client.channel.sparkex}. The session
 * provides the address if these properties do not set a target.
 */
final class SpringGrpcChannelProvider implements SparkChannelProvider {

	private static final String CHANNELS = "spring.grpc.client.channel";

	private static final String PREFIX = CHANNELS + ".";

	private final GrpcChannelFactory factory;

	private final Environment environment;

	SpringGrpcChannelProvider(GrpcChannelFactory factory, Environment environment) {
		this.factory = factory;
		this.environment = environment;
	}

	@Override
	public SparkChannelFactory forSession(@Nullable String session, PlaintextTokenPolicy tokenPolicy) {
		String name = SparkChannelProvider.channelName(session);
		String target = PREFIX + name + ".target";
		return (server, options) -> {
			String address = this.environment.getProperty(target);
			if (address == null) {
				checkPropertiesWithoutTarget(name, server);
				return this.factory.createChannel(address(target, server), withSizes(options.maxMessageSize()));
			}
			SparkChannelProvider.warnIfOtherServer(server, target, address);
			if (!isEncrypted(name)) {
				tokenPolicy.checkPlaintext(server, address, PREFIX + name + ".ssl.enabled", false);
			}
			return this.factory.createChannel(name, withSizes(options.maxMessageSize()));
		};
	}

	private boolean isEncrypted(String name) {
		Boolean enabled = this.environment.getProperty(PREFIX + name + ".ssl.enabled", Boolean.class);
		return (enabled != null) ? enabled
				: StringUtils.hasText(this.environment.getProperty(PREFIX + name + ".ssl.bundle"));
	}

	/**
	 * Rejects properties of the channel without a target. Spring gRPC looks up properties
	 * by the name of a channel, and does not find them for a channel that is created by
	 * its address.
	 */
	private void checkPropertiesWithoutTarget(String name, ConnectionString server) {
		BindResult<Map<String, Object>> channels = Binder.get(this.environment)
			.bind(CHANNELS, Bindable.mapOf(String.class, Object.class));
		if (channels.isBound() && channels.get().containsKey(name)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".target", null,
					"Spring gRPC ignores the other properties of a channel without a target. Set the target to"
							+ " static://" + server.authority() + ", or remove the other properties.");
		}
	}

	private static <T extends ManagedChannelBuilder<T>> ChannelBuilderOptions withSizes(int maxMessageSize) {
		GrpcChannelBuilderCustomizer<T> sizes = (target, builder) -> builder.maxInboundMessageSize(maxMessageSize)
			.maxInboundMetadataSize(ChannelOptions.MAX_METADATA_SIZE);
		return ChannelBuilderOptions.defaults().withCustomizer(sizes);
	}

	private static String address(String property, ConnectionString target) {
		if (target.encrypted()) {
			throw new InvalidConfigurationPropertyValueException(property, null,
					"The URL or the token of the Spark session requires TLS, which Spring gRPC guarantees only for channels"
							+ " that are configured by name. Set this property and the 'ssl' properties of the channel, or"
							+ " set 'sparkex.channel.provider' to built-in.");
		}
		return "static://" + target.authority();
	}

}
