package io.sparkex.internal.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.connect.UserContextExtension;
import io.sparkex.errors.InvalidConnectionStringException;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.SessionListener;

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

	private final @Nullable Duration executionTimeout;

	private final Supplier<List<UserContextExtension>> userContextExtensions;

	private final boolean rebuildsSessions;

	private final List<SessionSetup> setups;

	private final List<ExecutionListener> executionListeners;

	private final List<SessionListener> sessionListeners;

	private final @Nullable SparkTokenSupplier tokenSupplier;

	private final boolean allowTokenOverPlaintext;

	private final TokenCache tokens;

	private ClientOptions(Builder builder) {
		this.tokenSupplier = builder.tokenSupplier;
		this.allowTokenOverPlaintext = builder.allowTokenOverPlaintext;
		this.channel = builder.channel;
		this.target = effectiveTarget(builder.target);
		this.channelFactory = builder.channelFactory;
		this.configuration = Collections.unmodifiableMap(new LinkedHashMap<>(builder.configuration));
		this.retryPolicy = builder.retryPolicy;
		this.timeouts = builder.timeouts;
		this.reattachable = builder.reattachable;
		this.executionTimeout = builder.executionTimeout;
		this.userContextExtensions = builder.userContextExtensions;
		this.rebuildsSessions = builder.rebuildsSessions;
		this.setups = List.copyOf(builder.setups);
		this.executionListeners = List.copyOf(builder.executionListeners);
		this.sessionListeners = List.copyOf(builder.sessionListeners);
		this.tokens = (builder.tokens != null) ? builder.tokens : tokenCache();
	}

	/**
	 * The target with what follows from the other options for its token and encryption.
	 */
	private ConnectionString effectiveTarget(ConnectionString given) {
		ConnectionString target = (this.tokenSupplier != null) ? given.withToken(null) : given;
		if (this.channel.tls() != null && Boolean.FALSE.equals(target.useSsl())) {
			throw new InvalidConnectionStringException(target.toString(),
					"use_ssl=false turns encryption off, but TLS options are given; remove one of the two");
		}
		boolean exposed = (this.tokenSupplier != null || target.token() != null) && !target.loopback();
		if (target.useSsl() == null && !target.encrypted() && (exposed || this.channel.tls() != null)) {
			return target.withUseSsl(true);
		}
		if (exposed && !target.encrypted() && !this.allowTokenOverPlaintext) {
			throw new InvalidConnectionStringException(target.toString(),
					"a token must not travel unencrypted to another machine; remove use_ssl=false, or set"
							+ " allowTokenOverPlaintext if something else encrypts on the way, such as a service mesh");
		}
		return target;
	}

	private TokenCache tokenCache() {
		return (this.tokenSupplier != null) ? TokenCache.of(this.tokenSupplier, Clock.systemUTC())
				: TokenCache.fixed(this.target.token());
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
	 * Where the server is and who asks. Encryption is decided here: it may be on because
	 * of TLS options or a token supplier, and there is no token beside a supplier.
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
	 * How long a query or command may take that has no timeout of its own.
	 * @return a positive time, or {@code null} if that is any
	 */
	public @Nullable Duration executionTimeout() {
		return this.executionTimeout;
	}

	/**
	 * What gets the tokens.
	 * @return the supplier, or {@code null} if there is at most the token of the target
	 */
	public @Nullable SparkTokenSupplier tokenSupplier() {
		return this.tokenSupplier;
	}

	/**
	 * Whether a token may travel unencrypted to another machine.
	 * @return {@code false} unless it was allowed
	 */
	public boolean allowTokenOverPlaintext() {
		return this.allowTokenOverPlaintext;
	}

	/**
	 * The tokens, shared by all sessions that begin with these options.
	 */
	TokenCache tokens() {
		return this.tokens;
	}

	/**
	 * What is added to the user context of each request.
	 * @return what to ask in the thread that makes the request
	 */
	public Supplier<List<UserContextExtension>> userContextExtensions() {
		return this.userContextExtensions;
	}

	/**
	 * Whether a session that is lost is put in place again.
	 * @return {@code false} unless it was asked for
	 */
	public boolean rebuildsSessions() {
		return this.rebuildsSessions;
	}

	/**
	 * What runs first in each session, in its order.
	 * @return an unmodifiable list
	 */
	public List<SessionSetup> setups() {
		return this.setups;
	}

	/**
	 * Who hears of all executions.
	 * @return an unmodifiable list
	 */
	public List<ExecutionListener> executionListeners() {
		return this.executionListeners;
	}

	/**
	 * Who hears of sessions that are lost.
	 * @return an unmodifiable list
	 */
	public List<SessionListener> sessionListeners() {
		return this.sessionListeners;
	}

	/**
	 * These options for a session that is being set up.
	 */
	ClientOptions bare() {
		return toBuilder().configuration(Map.of()).setups(List.of()).rebuildsSessions(false).build();
	}

	private Builder toBuilder() {
		return new Builder(this.target).channel(this.channel)
			.channelFactory(this.channelFactory)
			.configuration(this.configuration)
			.retryPolicy(this.retryPolicy)
			.timeouts(this.timeouts)
			.reattachable(this.reattachable)
			.executionTimeout(this.executionTimeout)
			.userContextExtensions(this.userContextExtensions)
			.rebuildsSessions(this.rebuildsSessions)
			.setups(this.setups)
			.executionListeners(this.executionListeners)
			.sessionListeners(this.sessionListeners)
			.tokenSupplier(this.tokenSupplier)
			.allowTokenOverPlaintext(this.allowTokenOverPlaintext)
			.tokens(this.tokens);
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

		private final ConnectionString target;

		private ChannelOptions channel = ChannelOptions.defaults();

		private SparkChannelFactory channelFactory = SparkChannelFactory.netty(List.of());

		private Map<String, String> configuration = Map.of();

		private RetryPolicy retryPolicy = RetryPolicy.defaults();

		private CallTimeouts timeouts = CallTimeouts.defaults();

		private boolean reattachable = true;

		private @Nullable Duration executionTimeout;

		private Supplier<List<UserContextExtension>> userContextExtensions = List::of;

		private boolean rebuildsSessions;

		private List<SessionSetup> setups = List.of();

		private List<ExecutionListener> executionListeners = List.of();

		private List<SessionListener> sessionListeners = List.of();

		private @Nullable SparkTokenSupplier tokenSupplier;

		private boolean allowTokenOverPlaintext;

		private @Nullable TokenCache tokens;

		private Builder(ConnectionString target) {
			this.target = target;
		}

		private Builder tokens(TokenCache tokens) {
			this.tokens = tokens;
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
		 * Sets how long a query or command may take that has no timeout of its own.
		 * @param executionTimeout a positive time, or {@code null} for any
		 * @return this builder
		 */
		public Builder executionTimeout(@Nullable Duration executionTimeout) {
			this.executionTimeout = executionTimeout;
			return this;
		}

		/**
		 * Sets what is added to the user context of each request.
		 * @param userContextExtensions asked in the thread that makes the request
		 * @return this builder
		 */
		public Builder userContextExtensions(Supplier<List<UserContextExtension>> userContextExtensions) {
			this.userContextExtensions = userContextExtensions;
			return this;
		}

		/**
		 * Sets what gets the tokens, in the place of the one in the target.
		 * @param tokenSupplier the supplier, or {@code null} for none
		 * @return this builder
		 */
		public Builder tokenSupplier(@Nullable SparkTokenSupplier tokenSupplier) {
			this.tokenSupplier = tokenSupplier;
			return this;
		}

		/**
		 * Sets whether a session that is lost is put in place again.
		 * @param rebuildsSessions {@code true} to have it rebuilt
		 * @return this builder
		 */
		public Builder rebuildsSessions(boolean rebuildsSessions) {
			this.rebuildsSessions = rebuildsSessions;
			return this;
		}

		/**
		 * Sets what runs first in each session.
		 * @param setups what to run, in its order
		 * @return this builder
		 */
		public Builder setups(List<SessionSetup> setups) {
			this.setups = setups;
			return this;
		}

		/**
		 * Sets who hears of all executions.
		 * @param executionListeners the listeners
		 * @return this builder
		 */
		public Builder executionListeners(List<ExecutionListener> executionListeners) {
			this.executionListeners = executionListeners;
			return this;
		}

		/**
		 * Sets who hears of sessions that are lost.
		 * @param sessionListeners the listeners
		 * @return this builder
		 */
		public Builder sessionListeners(List<SessionListener> sessionListeners) {
			this.sessionListeners = sessionListeners;
			return this;
		}

		/**
		 * Sets whether a token may travel unencrypted to another machine.
		 * @param allow {@code true} where something else encrypts on the way
		 * @return this builder
		 */
		public Builder allowTokenOverPlaintext(boolean allow) {
			this.allowTokenOverPlaintext = allow;
			return this;
		}

		/**
		 * Makes the options.
		 * @return new options
		 * @throws IllegalArgumentException if a token would travel unencrypted to another
		 * machine, or TLS is both set up and turned off
		 */
		public ClientOptions build() {
			return new ClientOptions(this);
		}

	}

}
