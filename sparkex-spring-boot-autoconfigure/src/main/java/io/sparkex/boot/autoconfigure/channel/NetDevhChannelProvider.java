package io.sparkex.boot.autoconfigure.channel;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import net.devh.boot.grpc.client.channelfactory.GrpcChannelFactory;
import net.devh.boot.grpc.client.config.GrpcChannelProperties;
import net.devh.boot.grpc.client.config.GrpcChannelsProperties;
import net.devh.boot.grpc.client.config.NegotiationType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;

/**
 * Channels of the starter of net.devh, with its interceptors and what
 * {@code grpc.client.sparkex} says. The address and whether to encrypt come from the
 * session where nothing is said there.
 */
final class NetDevhChannelProvider implements SparkChannelProvider {

	private final GrpcChannelFactory factory;

	private final GrpcChannelsProperties properties;

	private final Environment environment;

	/**
	 * The servers of the channels whose address nobody else has set.
	 */
	private final Map<String, String> servers = new ConcurrentHashMap<>();

	NetDevhChannelProvider(GrpcChannelFactory factory, GrpcChannelsProperties properties, Environment environment) {
		this.factory = factory;
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public SparkChannelFactory forSession(@Nullable String session, TokenProtection protection) {
		String name = SparkChannelProvider.channelName(session);
		return (target, options) -> {
			GrpcChannelProperties channel = this.properties.getClient()
				.computeIfAbsent(name, (missing) -> new GrpcChannelProperties());
			sizeAndPulse(name, channel, options);
			address(name, channel, target);
			encryption(name, target, protection);
			return new BorrowedChannel(this.factory.createChannel(name));
		};
	}

	/**
	 * Unless something else is set there. The channel is not ours to be replaced when the
	 * server falls silent: it has to find that out itself.
	 */
	private void sizeAndPulse(String name, GrpcChannelProperties channel, ChannelOptions options) {
		if (!isSet(name, "max-inbound-message-size") && !isSet(name, "maxInboundMessageSize")) {
			channel.setMaxInboundMessageSize(DataSize.ofBytes(options.maxMessageSize()));
		}
		if (!isSet(name, "enable-keep-alive") && !isSet(name, "enableKeepAlive")) {
			channel.setEnableKeepAlive(true);
			channel.setKeepAliveTime(options.keepAliveTime());
			channel.setKeepAliveTimeout(options.keepAliveTimeout());
		}
	}

	/**
	 * An address that is set by somebody else is encrypted as that says.
	 */
	private void address(String name, GrpcChannelProperties channel, ConnectionString target) {
		if (channel.getAddress() == null) {
			this.servers.put(name, target.authority());
			channel.setAddress(URI.create("static://" + target.authority()));
			if (!isSet(name, "negotiation-type") && !isSet(name, "negotiationType")) {
				channel.setNegotiationType(target.encrypted() ? NegotiationType.TLS : NegotiationType.PLAINTEXT);
			}
			return;
		}
		String server = this.servers.get(name);
		if (server == null) {
			SparkChannelProvider.warnIfElsewhere(target, "grpc.client." + name + ".address",
					String.valueOf(channel.getAddress()));
		}
		else if (!server.equals(target.authority())) {
			throw new IllegalStateException("The channel '" + name + "' of net.devh leads to " + server
					+ " and serves no other. Describe the session at " + target.authority()
					+ " under 'sparkex.sessions', or give its builder another channelFactory, such as"
					+ " SparkChannelFactory.netty(List.of())");
		}
	}

	private void encryption(String name, ConnectionString target, TokenProtection protection) {
		GrpcChannelProperties effective = this.properties.getChannel(name);
		NegotiationType negotiation = effective.getNegotiationType();
		String property = "grpc.client." + name + ".negotiation-type";
		if (negotiation == NegotiationType.TLS) {
			return;
		}
		if (target.encrypted()) {
			throw new InvalidConfigurationPropertyValueException(property, negotiation,
					"The URL or the token of the Spark session asks for encryption. Set it to TLS.");
		}
		protection.checkPlaintext(target, String.valueOf(effective.getAddress()), property, negotiation);
	}

	private boolean isSet(String name, String key) {
		return this.environment.containsProperty("grpc.client." + name + "." + key)
				|| this.environment.containsProperty("grpc.client.GLOBAL." + key);
	}

}
