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
 * The TLS options of some sessions, which may change while these live: their channels are
 * replaced then. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReloadableTls {

	private final Set<ReloadableChannel> channels = ConcurrentHashMap.newKeySet();

	private volatile TlsOptions tls;

	/**
	 * TLS options as they are now.
	 * @param tls the options
	 */
	public ReloadableTls(TlsOptions tls) {
		this.tls = tls;
	}

	/**
	 * Has a session use these options, and its channel heed changes. Where something else
	 * gives the session other options afterwards, those hold and do not change.
	 * @param builder the builder of the session
	 * @param factory makes channels that heed no changes
	 */
	public void apply(SparkSessionBuilder builder, SparkChannelFactory factory) {
		TlsOptions own = this.tls;
		builder.tls(own).channelFactory(heeding(own, factory));
	}

	SparkChannelFactory heeding(TlsOptions own, SparkChannelFactory factory) {
		return (target, options) -> (options.tls() == own) ? follow(factory, target, options)
				: factory.create(target, options);
	}

	private ManagedChannel follow(SparkChannelFactory factory, ConnectionString target, ChannelOptions options) {
		ReloadableChannel channel = new ReloadableChannel(() -> factory.create(target, options.withTls(this.tls)),
				this.channels::remove);
		this.channels.add(channel);
		return channel;
	}

	/**
	 * Has connections from now on heed other options. Calls that have begun end as they
	 * began.
	 * @param tls the options
	 */
	public void reload(TlsOptions tls) {
		this.tls = tls;
		this.channels.forEach(ReloadableChannel::replace);
	}

}
