package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.SessionListener;
import io.sparkex.transport.CallTimeouts;
import io.sparkex.transport.ChannelOptions;
import io.sparkex.transport.ClientOptions;
import io.sparkex.transport.ConnectionString;
import io.sparkex.transport.RetryPolicy;
import io.sparkex.transport.SessionSetup;
import io.sparkex.transport.SparkChannelFactory;
import io.sparkex.transport.SparkConnectClient;
import io.sparkex.transport.UserContextExtension;

/**
 * Describes a {@link SparkSession}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkSessionBuilder {

	private ConnectionString target = ConnectionString.parse("sc://localhost");

	private @Nullable String token;

	private @Nullable String userId;

	private Duration connectTimeout = ChannelOptions.DEFAULT_CONNECT_TIMEOUT;

	private SparkChannelFactory channelFactory = ClientOptions.defaultChannelFactory();

	private final Map<String, String> configuration = new LinkedHashMap<>();

	private RetryPolicy retryPolicy = RetryPolicy.defaults();

	private CallTimeouts timeouts = CallTimeouts.defaults();

	private boolean reattachable = true;

	private boolean rebuildLostSession;

	private final List<SessionSetup> initializers = new ArrayList<>();

	private final List<ExecutionListener> executionListeners = new ArrayList<>();

	private final List<SessionListener> sessionListeners = new ArrayList<>();

	private Supplier<List<UserContextExtension>> userContextExtensions = List::of;

	SparkSessionBuilder() {
	}

	/**
	 * Sets where the server is: {@code sc://host:port/;key=value;...} with the keys
	 * {@code token}, {@code use_ssl}, {@code user_id}, {@code user_agent},
	 * {@code session_id} and {@code grpc_max_message_size}; any other key is a header.
	 * Without it the session goes to {@code sc://localhost:15002}.
	 * @param url the connection string
	 * @return this builder
	 * @throws io.sparkex.errors.InvalidConnectionStringException if it is malformed
	 */
	public SparkSessionBuilder url(String url) {
		this.target = ConnectionString.parse(url);
		return this;
	}

	/**
	 * Sets where the server is, under Spark's name for it.
	 * @param connectionString the connection string
	 * @return this builder
	 */
	public SparkSessionBuilder remote(String connectionString) {
		return url(connectionString);
	}

	/**
	 * Sets the bearer token, in the place of one in the URL. With a token the connection
	 * is encrypted unless the server is on this machine.
	 * <p>
	 * It is in no log of sparkex. At debug level the logger
	 * {@code io.grpc.netty.NettyClientHandler} of gRPC writes all headers, the token
	 * among them: keep that one at info.
	 * @param token the token
	 * @return this builder
	 */
	public SparkSessionBuilder token(String token) {
		if (token.isBlank()) {
			throw new IllegalArgumentException("token must not be blank");
		}
		this.token = token;
		return this;
	}

	/**
	 * Sets who asks, in the place of one in the URL. Without it, it is the user that runs
	 * this JVM.
	 * @param userId the user
	 * @return this builder
	 */
	public SparkSessionBuilder userId(String userId) {
		if (userId.isBlank()) {
			throw new IllegalArgumentException("userId must not be blank");
		}
		this.userId = userId;
		return this;
	}

	/**
	 * Sets a property of Spark's runtime configuration. All of them are sent before the
	 * first query, in one call.
	 * @param key the key
	 * @param value the value
	 * @return this builder
	 */
	public SparkSessionBuilder config(String key, String value) {
		this.configuration.put(key, value);
		return this;
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
		this.configuration.putAll(configuration);
		return this;
	}

	/**
	 * Sets the longest time to set up a connection, 10 seconds by default.
	 * @param connectTimeout the time
	 * @return this builder
	 */
	public SparkSessionBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * Sets what opens the channel, in the place of the built-in factory.
	 * @param channelFactory the factory
	 * @return this builder
	 */
	public SparkSessionBuilder channelFactory(SparkChannelFactory channelFactory) {
		this.channelFactory = channelFactory;
		return this;
	}

	/**
	 * Sets what becomes of calls that fail for a passing reason, such as a connection
	 * that breaks. Without it they are tried again for 30 seconds.
	 * @param retryPolicy the policy
	 * @return this builder
	 */
	public SparkSessionBuilder retryPolicy(RetryPolicy retryPolicy) {
		this.retryPolicy = retryPolicy;
		return this;
	}

	/**
	 * Has calls fail at once where the server cannot be reached.
	 * @return this builder
	 * @see RetryPolicy#failFast()
	 */
	public SparkSessionBuilder failFast() {
		return retryPolicy(RetryPolicy.failFast());
	}

	/**
	 * Sets how long calls may take.
	 * @param timeouts the timeouts
	 * @return this builder
	 */
	public SparkSessionBuilder timeouts(CallTimeouts timeouts) {
		this.timeouts = timeouts;
		return this;
	}

	/**
	 * Sets whether queries and commands survive the connection that they began on, which
	 * they do by default: the server keeps a part of what it has sent, and another
	 * connection goes on from there.
	 * @param reattachable {@code false} to have them fail with their connection
	 * @return this builder
	 */
	public SparkSessionBuilder reattachable(boolean reattachable) {
		this.reattachable = reattachable;
		return this;
	}

	/**
	 * Sets whether a session that is lost, since it was idle too long or the server was
	 * restarted, is put in place again. By default calls fail with a
	 * {@link io.sparkex.errors.SessionLostException} from then on.
	 * <p>
	 * The new session gets another id, then the configuration, artifacts and initializers
	 * of the old one, and the call that met the loss is made again, if it is certain that
	 * it has had no effect yet and nothing of its result was seen. A session is not
	 * rebuilt when that would let something vanish in silence, such as a temporary view
	 * that no initializer made: then calls go on to fail, and say what it is.
	 * @param rebuildLostSession {@code true} to have it rebuilt
	 * @return this builder
	 */
	public SparkSessionBuilder rebuildLostSession(boolean rebuildLostSession) {
		this.rebuildLostSession = rebuildLostSession;
		return this;
	}

	/**
	 * Adds what brings the session into the state that the application expects. It runs
	 * before the first call, after those that were added before it.
	 * @param initializer the initializer
	 * @return this builder
	 */
	public SparkSessionBuilder initializer(SparkSessionInitializer initializer) {
		this.initializers.add((client) -> initializer.initialize(new SparkSession(client)));
		return this;
	}

	/**
	 * Adds who hears of the queries and commands of the session.
	 * @param listener the listener
	 * @return this builder
	 */
	public SparkSessionBuilder executionListener(ExecutionListener listener) {
		this.executionListeners.add(listener);
		return this;
	}

	/**
	 * Adds who hears when the session is lost or rebuilt.
	 * @param listener the listener
	 * @return this builder
	 */
	public SparkSessionBuilder sessionListener(SessionListener listener) {
		this.sessionListeners.add(listener);
		return this;
	}

	/**
	 * Sets what is added to the user context of each request, for servers that were
	 * extended to read it. Without it, nothing is added.
	 * @param extensions asked for each request, in the thread that makes it; must not
	 * wait
	 * @return this builder
	 */
	public SparkSessionBuilder userContextExtensions(Supplier<List<UserContextExtension>> extensions) {
		this.userContextExtensions = extensions;
		return this;
	}

	/**
	 * Makes the session. Dials nothing.
	 * @return a new session, to be closed by the caller
	 * @throws IllegalArgumentException if a setting is wrong, or a token would travel
	 * unencrypted to another machine
	 */
	public SparkSession build() {
		ConnectionString merged = this.target;
		if (this.token != null) {
			merged = merged.withToken(this.token);
		}
		if (this.userId != null) {
			merged = merged.withUserId(this.userId);
		}
		Integer maxMessageSize = merged.maxMessageSize();
		ChannelOptions channel = new ChannelOptions(this.connectTimeout,
				(maxMessageSize != null) ? maxMessageSize : ChannelOptions.DEFAULT_MAX_MESSAGE_SIZE);
		return new SparkSession(new SparkConnectClient(ClientOptions.builder(merged)
			.channel(channel)
			.channelFactory(this.channelFactory)
			.configuration(this.configuration)
			.retryPolicy(this.retryPolicy)
			.timeouts(this.timeouts)
			.reattachable(this.reattachable)
			.rebuildsSessions(this.rebuildLostSession)
			.setups(this.initializers)
			.executionListeners(this.executionListeners)
			.sessionListeners(this.sessionListeners)
			.userContextExtensions(this.userContextExtensions)
			.build()));
	}

}
