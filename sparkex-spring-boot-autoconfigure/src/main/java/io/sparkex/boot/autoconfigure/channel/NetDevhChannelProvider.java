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
 * {@link SparkChannelProvider} for the starter of net.devh. Channels have the
 * interceptors of the starter and the properties under {@code grpc.client.sparkex}. The
 * session provides the address and the negotiation type if these properties do not set
 * them.
 */
final class NetDevhChannelProvider implements SparkChannelProvider {

	private final GrpcChannelFactory factory;

	private final GrpcChannelsProperties properties;

	private final Environment environment;

	/**
	 * Servers of the channels whose address is set by a session.
	 */
	private final Map<String, String> servers = new ConcurrentHashMap<>();

	NetDevhChannelProvider(GrpcChannelFactory factory, GrpcChannelsProperties properties, Environment environment) {
		this.factory = factory;
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public SparkChannelFactory forSession(@Nullable String session, PlaintextTokenPolicy tokenPolicy) {
		String name = SparkChannelProvider.channelName(session);
		return (target, options) -> {
			GrpcChannelProperties channel = this.properties.getClient()
				.computeIfAbsent(name, (missing) -> new GrpcChannelProperties());
			applyOptions(name, channel, options);
			applyAddress(name, channel, target);
			checkEncryption(name, target, tokenPolicy);
			return new ExternallyManagedChannel(this.factory.createChannel(name));
		};
	}

	/**
	 * Applies message size and keepalive unless properties set them. The channel needs
	 * keepalive, since the client cannot replace a channel of another library when the
	 * server stops responding.
	 */
	private void applyOptions(String name, GrpcChannelProperties channel, ChannelOptions options) {
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
	 * Applies the address and the negotiation type of the session unless a property sets
	 * the address.
	 */
	private void applyAddress(String name, GrpcChannelProperties channel, ConnectionString target) {
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
			SparkChannelProvider.warnIfOtherServer(target, "grpc.client." + name + ".address",
					String.valueOf(channel.getAddress()));
		}
		else if (!server.equals(target.authority())) {
			throw new IllegalStateException("The net.devh channel '" + name + "' is connected to " + server
					+ " and cannot be used for another server. Configure the session at " + target.authority()
					+ " under 'sparkex.sessions', or set another channelFactory on its builder, such as"
					+ " SparkChannelFactory.netty(List.of())");
		}
	}

	private void checkEncryption(String name, ConnectionString target, PlaintextTokenPolicy tokenPolicy) {
		GrpcChannelProperties effective = this.properties.getChannel(name);
		NegotiationType negotiation = effective.getNegotiationType();
		String property = "grpc.client." + name + ".negotiation-type";
		if (negotiation == NegotiationType.TLS) {
			return;
		}
		if (target.encrypted()) {
			throw new InvalidConfigurationPropertyValueException(property, negotiation,
					"The URL or the token of the Spark session requires TLS. Set the property to TLS.");
		}
		tokenPolicy.checkPlaintext(target, String.valueOf(effective.getAddress()), property, negotiation);
	}

	private boolean isSet(String name, String key) {
		return this.environment.containsProperty("grpc.client." + name + "." + key)
				|| this.environment.containsProperty("grpc.client.GLOBAL." + key);
	}

}
