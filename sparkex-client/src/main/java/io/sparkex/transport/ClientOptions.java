package io.sparkex.transport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.InvalidConnectionStringException;

/**
 * All that a client needs to know. Immutable.
 *
 * @since 0.1.0
 */
public final class ClientOptions {

	private final ConnectionString target;

	private final ChannelOptions channel;

	private final SparkChannelFactory channelFactory;

	private final Map<String, String> configuration;

	private final RetryPolicy retryPolicy;

	private final CallTimeouts timeouts;

	private final boolean reattachable;

	private ClientOptions(Builder builder) {
		this.target = builder.target;
		this.channel = builder.channel;
		this.channelFactory = builder.channelFactory;
		this.configuration = Collections.unmodifiableMap(new LinkedHashMap<>(builder.configuration));
		this.retryPolicy = builder.retryPolicy;
		this.timeouts = builder.timeouts;
		this.reattachable = builder.reattachable;
		if (this.target.token() != null && !this.target.encrypted() && !this.target.loopback()) {
			throw new InvalidConnectionStringException(this.target.toString(),
					"a token must not travel unencrypted to another machine; remove use_ssl=false");
		}
	}

	/**
	 * Starts to describe how to talk to a server.
	 * @param target where the server is and who asks
	 * @return a builder with the defaults
	 */
	public static Builder builder(ConnectionString target) {
		return new Builder(target);
	}

	/**
	 * The channel factory that is used unless another is given: Netty, one connection.
	 * @return the factory
	 */
	public static SparkChannelFactory defaultChannelFactory() {
		return new NettyChannelFactory();
	}

	/**
	 * Where the server is and who asks.
	 * @return the connection string
	 */
	public ConnectionString target() {
		return this.target;
	}

	/**
	 * How the channel behaves.
	 * @return the options of the channel
	 */
	public ChannelOptions channel() {
		return this.channel;
	}

	/**
	 * What opens the channel.
	 * @return the factory
	 */
	public SparkChannelFactory channelFactory() {
		return this.channelFactory;
	}

	/**
	 * Spark's runtime configuration, set before the first request.
	 * @return an unmodifiable map
	 */
	public Map<String, String> configuration() {
		return this.configuration;
	}

	/**
	 * What becomes of calls that fail for a passing reason.
	 * @return the policy
	 */
	public RetryPolicy retryPolicy() {
		return this.retryPolicy;
	}

	/**
	 * How long calls may take.
	 * @return the timeouts
	 */
	public CallTimeouts timeouts() {
		return this.timeouts;
	}

	/**
	 * Whether queries survive the connection that they began on.
	 * @return {@code true} unless it was turned off
	 */
	public boolean reattachable() {
		return this.reattachable;
	}

	/**
	 * These options for another session.
	 * @param sessionId the id of the session, or {@code null} for a random one
	 * @return new options
	 */
	public ClientOptions withSessionId(@Nullable UUID sessionId) {
		return toBuilder().target(this.target.withSessionId(sessionId)).build();
	}

	/**
	 * These options for a clone, which has its configuration already.
	 * @param sessionId the id of the session
	 * @return new options
	 */
	public ClientOptions forClone(UUID sessionId) {
		return toBuilder().target(this.target.withSessionId(sessionId)).configuration(Map.of()).build();
	}

	private Builder toBuilder() {
		return new Builder(this.target).channel(this.channel)
			.channelFactory(this.channelFactory)
			.configuration(this.configuration)
			.retryPolicy(this.retryPolicy)
			.timeouts(this.timeouts)
			.reattachable(this.reattachable);
	}

	/**
	 * Shows neither the token nor values of the configuration, which may be secrets.
	 */
	@Override
	public String toString() {
		return "ClientOptions[target=" + this.target + ", channel=" + this.channel + ", configuration="
				+ this.configuration.keySet() + "]";
	}

	/**
	 * Describes {@link ClientOptions}. Not thread-safe.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private ConnectionString target;

		private ChannelOptions channel = new ChannelOptions(ChannelOptions.DEFAULT_CONNECT_TIMEOUT,
				ChannelOptions.DEFAULT_MAX_MESSAGE_SIZE);

		private SparkChannelFactory channelFactory = defaultChannelFactory();

		private Map<String, String> configuration = Map.of();

		private RetryPolicy retryPolicy = RetryPolicy.defaults();

		private CallTimeouts timeouts = CallTimeouts.defaults();

		private boolean reattachable = true;

		private Builder(ConnectionString target) {
			this.target = target;
		}

		private Builder target(ConnectionString target) {
			this.target = target;
			return this;
		}

		/**
		 * Sets how the channel behaves.
		 * @param channel the options of the channel
		 * @return this builder
		 */
		public Builder channel(ChannelOptions channel) {
			this.channel = channel;
			return this;
		}

		/**
		 * Sets what opens the channel.
		 * @param channelFactory the factory
		 * @return this builder
		 */
		public Builder channelFactory(SparkChannelFactory channelFactory) {
			this.channelFactory = channelFactory;
			return this;
		}

		/**
		 * Sets Spark's runtime configuration.
		 * @param configuration the values by their keys
		 * @return this builder
		 */
		public Builder configuration(Map<String, String> configuration) {
			this.configuration = configuration;
			return this;
		}

		/**
		 * Sets what becomes of calls that fail for a passing reason.
		 * @param retryPolicy the policy
		 * @return this builder
		 */
		public Builder retryPolicy(RetryPolicy retryPolicy) {
			this.retryPolicy = retryPolicy;
			return this;
		}

		/**
		 * Sets how long calls may take.
		 * @param timeouts the timeouts
		 * @return this builder
		 */
		public Builder timeouts(CallTimeouts timeouts) {
			this.timeouts = timeouts;
			return this;
		}

		/**
		 * Sets whether queries survive the connection that they began on.
		 * @param reattachable {@code false} to have them fail with it
		 * @return this builder
		 */
		public Builder reattachable(boolean reattachable) {
			this.reattachable = reattachable;
			return this;
		}

		/**
		 * Makes the options.
		 * @return new options
		 * @throws IllegalArgumentException if a token would travel unencrypted to another
		 * machine
		 */
		public ClientOptions build() {
			return new ClientOptions(this);
		}

	}

}
