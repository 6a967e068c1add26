package io.sparkex;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.CallTimeouts;
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
import io.sparkex.internal.transport.ExecutionOptions;
import io.sparkex.internal.transport.SessionSetup;
import io.sparkex.internal.transport.SparkConnectClient;

/**
 * Describes a {@link SparkSession}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkSessionBuilder {

	private final ConnectionSettings connection;

	private final Map<String, String> configuration = new LinkedHashMap<>();

	private RetryPolicy retryPolicy = RetryPolicy.defaults();

	private CallTimeouts timeouts = CallTimeouts.defaults();

	private @Nullable Duration executionTimeout;

	private boolean reattachable = true;

	private boolean rebuildLostSession;

	private final List<SessionSetup> initializers = new ArrayList<>();

	private final List<ExecutionListener> executionListeners = new ArrayList<>();

	private final List<SessionListener> sessionListeners = new ArrayList<>();

	private Supplier<List<UserContextExtension>> userContextExtensions = List::of;

	SparkSessionBuilder() {
		this(System::getenv);
	}

	/**
	 * A builder with variables of its own in the place of the environment.
	 */
	SparkSessionBuilder(ConnectionSettings.Environment environment) {
		this.connection = new ConnectionSettings(environment);
	}

	/**
	 * Sets where the server is: {@code sc://host:port/;key=value;...} with the keys
	 * {@code token}, {@code use_ssl}, {@code user_id}, {@code user_agent},
	 * {@code session_id} and {@code grpc_max_message_size}; any other key is a header.
	 * Without it the session goes where the environment variable {@code SPARK_REMOTE}
	 * says, else to {@code sc://localhost:15002}. What is set on this builder takes the
	 * place of what the URL says.
	 * @param url the connection string
	 * @return this builder
	 * @throws io.sparkex.errors.InvalidConnectionStringException if it is malformed
	 */
	public SparkSessionBuilder url(String url) {
		this.connection.url(ConnectionString.parse(url));
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
	 * Sets the bearer token, in the place of one in the URL or of a supplier. With a
	 * token the connection is encrypted unless the server is on this machine. Without
	 * any, that of the environment variable {@code SPARK_CONNECT_AUTHENTICATE_TOKEN} is
	 * used.
	 * <p>
	 * It is in no log of sparkex. At debug level the logger
	 * {@code io.grpc.netty.NettyClientHandler} of gRPC writes all headers, the token
	 * among them: keep that one at info.
	 * @param token the token
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank or cannot travel in a header
	 */
	public SparkSessionBuilder token(String token) {
		this.connection.token(SparkToken.of(token).value());
		return this;
	}

	/**
	 * Sets what gets the bearer tokens, in the place of one token. It is asked on the
	 * thread of a caller, before the first call and before a token expires.
	 * @param tokenSupplier the supplier
	 * @return this builder
	 */
	public SparkSessionBuilder tokenSupplier(SparkTokenSupplier tokenSupplier) {
		this.connection.tokenSupplier(tokenSupplier);
		return this;
	}

	/**
	 * Allows the token to travel unencrypted to another machine, with
	 * {@code use_ssl=false} in the URL. For networks where something else encrypts, such
	 * as the side car of a service mesh.
	 * @param allow {@code true} to allow it
	 * @return this builder
	 */
	public SparkSessionBuilder allowTokenOverPlaintext(boolean allow) {
		this.connection.allowTokenOverPlaintext(allow);
		return this;
	}

	/**
	 * Sets who asks, in the place of one in the URL. Without it, it is the user that runs
	 * this JVM.
	 * @param userId the user
	 * @return this builder
	 */
	public SparkSessionBuilder userId(String userId) {
		this.connection.change((target) -> target.withUserId(notBlank("userId", userId)));
		return this;
	}

	/**
	 * Sets the name of the application in the server's logs and statistics.
	 * @param userAgent the name, such as {@code reports/1.2}
	 * @return this builder
	 */
	public SparkSessionBuilder userAgent(String userAgent) {
		this.connection.change((target) -> target.withUserAgent(notBlank("userAgent", userAgent)));
		return this;
	}

	/**
	 * Sets the id of the session, such as to take up one that another client of the same
	 * user has open. Without it each session has a random one.
	 * @param sessionId the id
	 * @return this builder
	 */
	public SparkSessionBuilder sessionId(UUID sessionId) {
		this.connection.change((target) -> target.withSessionId(sessionId));
		return this;
	}

	/**
	 * Sends a header with each call, in the place of one of that name in the URL.
	 * @param name the name, in which upper and lower case are the same
	 * @param value the value, in visible ASCII
	 * @return this builder
	 * @throws IllegalArgumentException if it cannot be sent as a header
	 */
	public SparkSessionBuilder header(String name, String value) {
		this.connection.change((target) -> target.withHeader(name, value));
		return this;
	}

	private static String notBlank(String name, String value) {
		if (value.isBlank()) {
			throw new IllegalArgumentException(name + " must not be blank");
		}
		return value;
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
		this.connection.changeChannel((channel) -> channel.withConnectTimeout(connectTimeout));
		return this;
	}

	/**
	 * Sets the most bytes of a message, 128 MB by default, in the place of
	 * {@code grpc_max_message_size} in the URL.
	 * @param maxMessageSize the size in bytes
	 * @return this builder
	 */
	public SparkSessionBuilder maxMessageSize(int maxMessageSize) {
		this.connection.changeChannel((channel) -> channel.withMaxMessageSize(maxMessageSize));
		this.connection.change((target) -> target.withMaxMessageSize(null));
		return this;
	}

	/**
	 * Sets when a server that is silent while a call waits is asked for a sign of life:
	 * after 5 minutes by default, to be answered within 20 seconds. Many servers hang up
	 * on those who ask more often.
	 * @param time how long nothing may arrive before the server is asked
	 * @param timeout how long it may take to answer
	 * @return this builder
	 */
	public SparkSessionBuilder keepAlive(Duration time, Duration timeout) {
		this.connection.changeChannel((channel) -> channel.withKeepAlive(time, timeout));
		return this;
	}

	/**
	 * Sets after what time without a call the connection is closed, 3 minutes 30 by
	 * default. The next call dials anew; the session is not touched by that.
	 * @param idleTimeout the time
	 * @return this builder
	 */
	public SparkSessionBuilder idleTimeout(Duration idleTimeout) {
		this.connection.changeChannel((channel) -> channel.withIdleTimeout(idleTimeout));
		return this;
	}

	/**
	 * Encrypts the connection, and says whom to trust and who to be on it.
	 * @param tls the choices
	 * @return this builder
	 */
	public SparkSessionBuilder tls(TlsOptions tls) {
		this.connection.changeChannel((channel) -> channel.withTls(tls));
		return this;
	}

	/**
	 * Sets what opens the channel, in the place of the built-in factory.
	 * @param channelFactory the factory
	 * @return this builder
	 */
	public SparkSessionBuilder channelFactory(SparkChannelFactory channelFactory) {
		this.connection.channelFactory(channelFactory);
		return this;
	}

	/**
	 * Adds what changes the channel that the built-in factory opens. Any number may be
	 * added; each sees what those before have done.
	 * @param channelCustomizer the customizer
	 * @return this builder
	 */
	public SparkSessionBuilder channelCustomizer(SparkChannelCustomizer channelCustomizer) {
		this.connection.channelCustomizer(channelCustomizer);
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
	 * Sets how long a query or command may take whose results set no timeout themselves.
	 * When it is over, it is stopped on the server as well. Without it they take as long
	 * as they like.
	 * @param executionTimeout the longest time until the last row is read
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 * @see Results#withTimeout(Duration)
	 */
	public SparkSessionBuilder executionTimeout(Duration executionTimeout) {
		this.executionTimeout = ExecutionOptions.NONE.withTimeout(executionTimeout).timeout();
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
	 * @throws IllegalArgumentException if a setting is wrong, a certificate cannot be
	 * read, or a token would travel unencrypted to another machine
	 */
	public SparkSession build() {
		return new SparkSession(new SparkConnectClient(this.connection.options()
			.configuration(this.configuration)
			.retryPolicy(this.retryPolicy)
			.timeouts(this.timeouts)
			.executionTimeout(this.executionTimeout)
			.reattachable(this.reattachable)
			.rebuildsSessions(this.rebuildLostSession)
			.setups(this.initializers)
			.executionListeners(this.executionListeners)
			.sessionListeners(this.sessionListeners)
			.userContextExtensions(this.userContextExtensions)
			.build()));
	}

}
