package io.sparkex.boot.autoconfigure.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.grpc.ManagedChannel;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.TlsOptions;

/**
 * TLS options of sessions that can be reloaded, which replaces the channels of the
 * sessions. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReloadableTls {

	private final Set<ReloadableChannel> channels = ConcurrentHashMap.newKeySet();

	private volatile TlsOptions tls;

	/**
	 * Creates reloadable TLS options.
	 * @param tls the initial options
	 */
	public ReloadableTls(TlsOptions tls) {
		this.tls = tls;
	}

	/**
	 * Sets these options and a reloadable channel on the builder of a session. TLS
	 * options that are set on the builder later take precedence and are not reloaded.
	 * @param builder the builder of the session
	 * @param factory creates the underlying channels
	 */
	public void apply(SparkSessionBuilder builder, SparkChannelFactory factory) {
		TlsOptions current = this.tls;
		builder.tls(current).channelFactory(reloadable(current, factory));
	}

	SparkChannelFactory reloadable(TlsOptions applied, SparkChannelFactory factory) {
		return (target, options) -> (options.tls() == applied) ? createReloadable(factory, target, options)
				: factory.create(target, options);
	}

	private ManagedChannel createReloadable(SparkChannelFactory factory, ConnectionString target,
			ChannelOptions options) {
		ReloadableChannel channel = new ReloadableChannel(() -> factory.create(target, options.withTls(this.tls)),
				this.channels::remove);
		this.channels.add(channel);
		return channel;
	}

	/**
	 * Replaces the options. New calls use new connections, active calls complete on the
	 * old ones.
	 * @param tls the new options
	 */
	public void reload(TlsOptions tls) {
		this.tls = tls;
		this.channels.forEach(ReloadableChannel::replace);
	}

}
