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

import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Channels of Spring gRPC, with its interceptors and what
 * {@code spring.grpc.client.channel.sparkex} says. The address comes from the session
 * where nothing is said there.
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
	public SparkChannelFactory forSession(@Nullable String session, TokenProtection protection) {
		String name = SparkChannelProvider.channelName(session);
		String target = PREFIX + name + ".target";
		return (server, options) -> {
			String address = this.environment.getProperty(target);
			if (address == null) {
				refuseSettingsWithoutTarget(name, server);
				return this.factory.createChannel(address(target, server), withMessageSize(options.maxMessageSize()));
			}
			SparkChannelProvider.warnIfElsewhere(server, target, address);
			if (!isEncrypted(name)) {
				protection.checkPlaintext(server, address, PREFIX + name + ".ssl.enabled", false);
			}
			return this.factory.createChannel(name, withMessageSize(options.maxMessageSize()));
		};
	}

	private boolean isEncrypted(String name) {
		Boolean enabled = this.environment.getProperty(PREFIX + name + ".ssl.enabled", Boolean.class);
		return (enabled != null) ? enabled
				: StringUtils.hasText(this.environment.getProperty(PREFIX + name + ".ssl.bundle"));
	}

	/**
	 * Spring gRPC looks settings up by the name of a channel, and so knows none for one
	 * that is made by its address.
	 */
	private void refuseSettingsWithoutTarget(String name, ConnectionString server) {
		BindResult<Map<String, Object>> channels = Binder.get(this.environment)
			.bind(CHANNELS, Bindable.mapOf(String.class, Object.class));
		if (channels.isBound() && channels.get().containsKey(name)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".target", null,
					"Spring gRPC heeds what is set for a channel only where its target is set, too. Set this to"
							+ " static://" + server.authority() + ", or remove the others.");
		}
	}

	private static <T extends ManagedChannelBuilder<T>> ChannelBuilderOptions withMessageSize(int maxMessageSize) {
		GrpcChannelBuilderCustomizer<T> size = (target, builder) -> builder.maxInboundMessageSize(maxMessageSize);
		return ChannelBuilderOptions.defaults().withCustomizer(size);
	}

	private static String address(String property, ConnectionString target) {
		if (target.encrypted()) {
			throw new InvalidConfigurationPropertyValueException(property, null,
					"The URL or the token of the Spark session asks for encryption, which is certain only of channels"
							+ " of Spring gRPC that are configured by name. Set this and 'ssl' beside it, or set"
							+ " 'sparkex.channel.provider' to built-in.");
		}
		return "static://" + target.authority();
	}

}
