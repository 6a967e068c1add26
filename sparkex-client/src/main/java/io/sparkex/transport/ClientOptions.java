package io.sparkex.transport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidConnectionStringException;

/**
 * All that a client needs to know.
 *
 * @param target where the server is and who asks
 * @param channel how the channel behaves
 * @param channelFactory what opens the channel
 * @param configuration Spark's runtime configuration, set before the first request
 * @since 0.1.0
 */
public record ClientOptions(ConnectionString target, ChannelOptions channel, SparkChannelFactory channelFactory,
		Map<String, String> configuration) {

	public ClientOptions {
		configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
		if (target.token() != null && !target.encrypted() && !target.loopback()) {
			throw new InvalidConnectionStringException(target.toString(),
					"a token must not travel unencrypted to another machine; remove use_ssl=false");
		}
	}

	/**
	 * The channel factory that is used unless another is given: Netty, one connection.
	 * @return the factory
	 */
	public static SparkChannelFactory defaultChannelFactory() {
		return new NettyChannelFactory();
	}

	/**
	 * These options for another session.
	 * @param sessionId the id of the session, or {@code null} for a random one
	 * @return new options
	 */
	public ClientOptions withSessionId(@Nullable UUID sessionId) {
		return new ClientOptions(this.target.withSessionId(sessionId), this.channel, this.channelFactory,
				this.configuration);
	}

	/**
	 * These options for a clone, which has its configuration already.
	 * @param sessionId the id of the session
	 * @return new options
	 */
	public ClientOptions forClone(UUID sessionId) {
		return new ClientOptions(this.target.withSessionId(sessionId), this.channel, this.channelFactory, Map.of());
	}

	/**
	 * Shows neither the token nor values of the configuration, which may be secrets.
	 */
	@Override
	public String toString() {
		return "ClientOptions[target=" + this.target + ", channel=" + this.channel + ", configuration="
				+ this.configuration.keySet() + "]";
	}

}
