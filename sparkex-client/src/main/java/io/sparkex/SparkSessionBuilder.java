package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.connect.TlsOptions;
import io.sparkex.connect.UserContextExtension;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.SessionListener;
import io.sparkex.internal.transport.ClientOptions;
import io.sparkex.internal.transport.ExecutionOptions;
import io.sparkex.internal.transport.SparkConnectClient;

/**
 * A builder of {@link SparkSession}s. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkSessionBuilder {

	private final ConnectionTarget target;

	private ClientOptions options = ClientOptions.of(ConnectionTarget.LOCAL);

	private @Nullable SparkTokenSupplier tokenSupplier;

	private @Nullable SparkChannelFactory channelFactory;

	private final List<SparkChannelCustomizer> channelCustomizers = new ArrayList<>();

	SparkSessionBuilder() {
		this(System.getenv());
	}

	/**
	 * Creates a builder with the given environment variables.
	 */
	SparkSessionBuilder(Map<String, String> environment) {
		this.target = new ConnectionTarget(environment);
	}

	private SparkSessionBuilder with(ClientOptions changed) {
		this.options = changed;
		return this;
	}

	private SparkSessionBuilder withChannel(UnaryOperator<ChannelOptions> change) {
		return with(this.options.withChannel(change.apply(this.options.channel())));
	}

	private SparkSessionBuilder override(UnaryOperator<ConnectionString> change) {
		this.target.override(change);
		return this;
	}

	/**
	 * Sets the connection string of the server: {@code sc://host:port/;key=value;...}
	 * with the keys {@code token}, {@code use_ssl}, {@code user_id}, {@code user_agent},
	 * {@code session_id} and {@code grpc_max_message_size}; any other key is sent as a
	 * header. The default is the environment variable {@code SPARK_REMOTE}, or
	 * {@code sc://localhost:15002} if that is not set. The other settings of this builder
	 * override those of the URL.
	 * @param url the connection string
	 * @return this builder
	 * @throws io.sparkex.errors.InvalidConnectionStringException if it is malformed
	 */
	public SparkSessionBuilder url(String url) {
		this.target.url(ConnectionString.parse(url));
		return this;
	}

	/**
	 * Sets the connection string of the server, as {@link #url(String)}.
	 * @param connectionString the connection string
	 * @return this builder
	 * @throws io.sparkex.errors.InvalidConnectionStringException if it is malformed
	 */
	public SparkSessionBuilder remote(String connectionString) {
		return url(connectionString);
	}

	/**
	 * Sets the bearer token. It replaces a token supplier and overrides the token of the
	 * URL. The default is the environment variable
	 * {@code SPARK_CONNECT_AUTHENTICATE_TOKEN}. A connection with a token is encrypted
	 * unless the server is on this machine.
	 * <p>
	 * sparkex does not log tokens. However, gRPC's logger
	 * {@code io.grpc.netty.NettyClientHandler} logs all headers at debug level: keep it
	 * at info.
	 * @param token the token
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank or not a valid header value
	 */
	public SparkSessionBuilder token(String token) {
		this.target.token(SparkToken.of(token).value());
		this.tokenSupplier = null;
		return this;
	}

	/**
	 * Sets the supplier of bearer tokens, which replaces a token. It is called on the
	 * thread of a caller, before the first call and before a token expires.
	 * @param tokenSupplier the supplier
	 * @return this builder
	 */
	public SparkSessionBuilder tokenSupplier(SparkTokenSupplier tokenSupplier) {
		this.tokenSupplier = tokenSupplier;
		this.target.token(null);
		return this;
	}

	/**
	 * Sets whether the token may be sent unencrypted to another machine, with
	 * {@code use_ssl=false} in the URL. Allow it only if the network encrypts, for
	 * example by the sidecar of a service mesh. The default is {@code false}.
	 * @param allow {@code true} to allow it
	 * @return this builder
	 */
	public SparkSessionBuilder allowTokenOverPlaintext(boolean allow) {
		return with(this.options.withTokenOverPlaintext(allow));
	}

	/**
	 * Sets the user of the session. The default is the user that runs this JVM.
	 * @param userId the id of the user
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public SparkSessionBuilder userId(String userId) {
		return override((url) -> url.withUserId(notBlank("userId", userId)));
	}

	/**
	 * Sets the name of the application in the logs and statistics of the server.
	 * @param userAgent the name, such as {@code reports/1.2}
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public SparkSessionBuilder userAgent(String userAgent) {
		return override((url) -> url.withUserAgent(notBlank("userAgent", userAgent)));
	}

	/**
	 * Sets the id of the session, for example to share a session with another client of
	 * the same user. The default is a random id for each session.
	 * @param sessionId the id
	 * @return this builder
	 */
	public SparkSessionBuilder sessionId(UUID sessionId) {
		return override((url) -> url.withSessionId(sessionId));
	}

	/**
	 * Adds a header that is sent with each call. It overrides a header of that name in
	 * the URL.
	 * @param name the name, case-insensitive
	 * @param value the value, in visible ASCII
	 * @return this builder
	 * @throws IllegalArgumentException if it is not a valid header
	 */
	public SparkSessionBuilder header(String name, String value) {
		return override((url) -> url.withHeader(name, value));
	}

	private static String notBlank(String name, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		return value;
	}

	/**
	 * Sets a property of Spark's runtime configuration. All properties are sent in one
	 * call before the first query.
	 * @param key the key
	 * @param value the value
	 * @return this builder
	 */
	public SparkSessionBuilder config(String key, String value) {
		return config(Map.of(key, value));
	}

	/**
	 * Sets a property of Spark's runtime configuration.
	 * @param key the key
	 * @param value the value
	 * @return this builder
	 */
	public SparkSessionBuilder config(String key, boolean value) {
		return config(key, Boolean.toString(value));
	}

	/**
	 * Sets a property of Spark's runtime configuration.
	 * @param key the key
	 * @param value the value
	 * @return this builder
	 */
	public SparkSessionBuilder config(String key, long value) {
		return config(key, Long.toString(value));
	}

	/**
	 * Sets a property of Spark's runtime configuration.
	 * @param key the key
	 * @param value the value
	 * @return this builder
	 */
	public SparkSessionBuilder config(String key, double value) {
		return config(key, Double.toString(value));
	}

	/**
	 * Sets properties of Spark's runtime configuration.
	 * @param configuration the values by their keys
	 * @return this builder
	 */
	public SparkSessionBuilder config(Map<String, String> configuration) {
		return with(this.options.withConfiguration(configuration));
	}

	/**
	 * Sets the maximum time to establish a connection. The default is 10 seconds.
	 * @param connectTimeout the time
	 * @return this builder
	 */
	public SparkSessionBuilder connectTimeout(Duration connectTimeout) {
		return withChannel((channel) -> channel.withConnectTimeout(connectTimeout));
	}

	/**
	 * Sets the maximum size of a message from the server. It overrides
	 * {@code grpc_max_message_size} in the URL. The default is 128 MB.
	 * @param maxMessageSize the size in bytes
	 * @return this builder
	 */
	public SparkSessionBuilder maxMessageSize(int maxMessageSize) {
		return withChannel((channel) -> channel.withMaxMessageSize(maxMessageSize))
			.override((url) -> url.withMaxMessageSize(null));
	}

	/**
	 * Sets the HTTP/2 keepalive: a ping is sent if nothing was received for a time while
	 * a call is open. The default is 5 minutes with a timeout of 20 seconds. Many servers
	 * close connections with more frequent pings.
	 * @param time the time without received data before a ping is sent
	 * @param timeout the maximum time for the response to a ping
	 * @return this builder
	 */
	public SparkSessionBuilder keepAlive(Duration time, Duration timeout) {
		return withChannel((channel) -> channel.withKeepAlive(time, timeout));
	}

	/**
	 * Sets the time without a call after which the connection is closed. The next call
	 * connects again; the session is not affected. The default is 3 minutes 30 seconds.
	 * @param idleTimeout the time
	 * @return this builder
	 */
	public SparkSessionBuilder idleTimeout(Duration idleTimeout) {
		return withChannel((channel) -> channel.withIdleTimeout(idleTimeout));
	}

	/**
	 * Enables encryption with the given TLS settings.
	 * @param tls the trusted certificates, client certificate, protocols and ciphers
	 * @return this builder
	 */
	public SparkSessionBuilder tls(TlsOptions tls) {
		return withChannel((channel) -> channel.withTls(tls));
	}

	/**
	 * Sets the factory of the gRPC channel, which replaces the built-in factory.
	 * @param channelFactory the factory
	 * @return this builder
	 */
	public SparkSessionBuilder channelFactory(SparkChannelFactory channelFactory) {
		this.channelFactory = channelFactory;
		return this;
	}

	/**
	 * Adds a customizer of the gRPC channel that the built-in factory creates.
	 * Customizers run in the order in which they are added.
	 * @param channelCustomizer the customizer
	 * @return this builder
	 */
	public SparkSessionBuilder channelCustomizer(SparkChannelCustomizer channelCustomizer) {
		this.channelCustomizers.add(channelCustomizer);
		return this;
	}

	/**
	 * Sets the retry policy for transient errors, such as a lost connection. By default
	 * calls are retried for 30 seconds.
	 * @param retryPolicy the policy
	 * @return this builder
	 */
	public SparkSessionBuilder retryPolicy(RetryPolicy retryPolicy) {
		return with(this.options.withRetryPolicy(retryPolicy));
	}

	/**
	 * Disables retries: calls fail at once if the server cannot be reached.
	 * @return this builder
	 * @see RetryPolicy#failFast()
	 */
	public SparkSessionBuilder failFast() {
		return retryPolicy(RetryPolicy.failFast());
	}

	/**
	 * Sets the timeouts of calls.
	 * @param timeouts the timeouts
	 * @return this builder
	 */
	public SparkSessionBuilder timeouts(CallTimeouts timeouts) {
		return with(this.options.withTimeouts(timeouts));
	}

	/**
	 * Sets the timeout of queries and commands without their own timeout. An operation
	 * that exceeds it is cancelled on the server. By default there is no timeout.
	 * @param executionTimeout the maximum time until the last row is read
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 * @see Results#withTimeout(Duration)
	 */
	public SparkSessionBuilder executionTimeout(Duration executionTimeout) {
		return with(this.options.withExecutionTimeout(ExecutionOptions.NONE.withTimeout(executionTimeout).timeout()));
	}

	/**
	 * Sets whether queries and commands are reattachable: the server retains sent
	 * responses, and an operation continues on a new connection when its connection is
	 * lost. The default is {@code true}.
	 * @param reattachable {@code false} to let operations fail with their connection
	 * @return this builder
	 */
	public SparkSessionBuilder reattachable(boolean reattachable) {
		return with(this.options.withReattachable(reattachable));
	}

	/**
	 * Sets whether a session is rebuilt when it is lost because it was idle for too long
	 * or the server was restarted. By default, calls then fail with a
	 * {@link io.sparkex.errors.SessionLostException}.
	 * <p>
	 * The new session has another id. It gets the configuration, artifacts and
	 * initializers of the old session, and the failed call is repeated if it certainly
	 * had no effect and no part of its result was read. A session is not rebuilt if state
	 * would silently be missing, such as a temporary view that no initializer created:
	 * calls then continue to fail, and the message names that state.
	 * @param rebuildLostSession {@code true} to rebuild lost sessions
	 * @return this builder
	 */
	public SparkSessionBuilder rebuildLostSession(boolean rebuildLostSession) {
		return with(this.options.withRebuildLostSession(rebuildLostSession));
	}

	/**
	 * Adds an initializer of the session, such as one that creates temporary views.
	 * Initializers run before the first call of a session, in the order in which they are
	 * added.
	 * @param initializer the initializer
	 * @return this builder
	 */
	public SparkSessionBuilder initializer(SparkSessionInitializer initializer) {
		return with(this.options.withSetup((client) -> initializer.initialize(new SparkSession(client))));
	}

	/**
	 * Adds a listener of the queries and commands of the session.
	 * @param listener the listener
	 * @return this builder
	 */
	public SparkSessionBuilder executionListener(ExecutionListener listener) {
		return with(this.options.withExecutionListener(listener));
	}

	/**
	 * Adds a listener that is notified when the session is lost, rebuilt or closed.
	 * @param listener the listener
	 * @return this builder
	 */
	public SparkSessionBuilder sessionListener(SessionListener listener) {
		return with(this.options.withSessionListener(listener));
	}

	/**
	 * Sets the supplier of extensions of the user context, for servers with plugins that
	 * read them. By default there are none.
	 * @param extensions called for each request, on the thread that makes it; must not
	 * block
	 * @return this builder
	 */
	public SparkSessionBuilder userContextExtensions(Supplier<List<UserContextExtension>> extensions) {
		return with(this.options.withUserContextExtensions(extensions));
	}

	/**
	 * Builds a session. It connects with its first call.
	 * @return a new session, to be closed by the caller
	 * @throws IllegalArgumentException if a setting is invalid, a certificate cannot be
	 * read, or a token would be sent unencrypted to another machine
	 */
	public SparkSession build() {
		if (this.channelFactory != null && !this.channelCustomizers.isEmpty()) {
			throw new IllegalArgumentException("A channelCustomizer is for the built-in channel factory; where there"
					+ " is another channelFactory, change the channel there");
		}
		ConnectionString url = (this.tokenSupplier != null) ? this.target.withoutToken()
				: this.target.withToken(this.options.allowTokenOverPlaintext());
		ChannelOptions channel = (url.maxMessageSize() != null)
				? this.options.channel().withMaxMessageSize(url.maxMessageSize()) : this.options.channel();
		return new SparkSession(new SparkConnectClient(this.options.withTarget(url)
			.withTokenSupplier(this.tokenSupplier)
			.withChannel(channel)
			.withChannelFactory((this.channelFactory != null) ? this.channelFactory
					: SparkChannelFactory.netty(this.channelCustomizers))));
	}

}
