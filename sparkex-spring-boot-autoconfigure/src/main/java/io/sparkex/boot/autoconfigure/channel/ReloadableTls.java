package io.sparkex.boot.autoconfigure.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.sparkex.transport.SparkChannelFactory;
import io.sparkex.transport.TlsOptions;

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
	 * The options as they are now.
	 * @return the options
	 */
	public TlsOptions get() {
		return this.tls;
	}

	/**
	 * Makes channels that heed changes.
	 * @param factory makes channels that do not
	 * @return a factory
	 */
	public SparkChannelFactory follow(SparkChannelFactory factory) {
		return (target, options) -> {
			ReloadableChannel channel = new ReloadableChannel(() -> factory.create(target, options.withTls(this.tls)),
					this.channels::remove);
			this.channels.add(channel);
			return channel;
		};
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
