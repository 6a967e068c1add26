package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * The options of a client, declared here once. Immutable: fields are assigned only in a
 * fresh copy.
 *
 * @since 0.1.0
 */
public final class ClientOptions implements Cloneable {

	private ConnectionString target;

	private ChannelOptions channel = ChannelOptions.defaults();

	private SparkChannelFactory channelFactory = SparkChannelFactory.netty(List.of());

	private @Nullable SparkTokenSupplier tokenSupplier;

	private boolean allowTokenOverPlaintext;

	private Map<String, String> configuration = Map.of();

	private RetryPolicy retryPolicy = RetryPolicy.defaults();

	private CallTimeouts timeouts = CallTimeouts.defaults();

	private @Nullable Duration executionTimeout;

	private boolean reattachable = true;

	private boolean rebuildLostSession;

	private List<SessionSetup> setups = List.of();

	private List<ExecutionListener> executionListeners = List.of();

	private List<SessionListener> sessionListeners = List.of();

	private Supplier<List<UserContextExtension>> userContextExtensions = List::of;

	private ClientOptions(ConnectionString target) {
		this.target = target;
	}

	/**
	 * Returns the default options for a server.
	 * @param target the server, the session and the user
	 * @return the options
	 */
	public static ClientOptions of(ConnectionString target) {
		return new ClientOptions(target);
	}

	private ClientOptions with(Consumer<ClientOptions> change) {
		try {
			ClientOptions copy = (ClientOptions) clone();
			change.accept(copy);
			return copy;
		}
		catch (CloneNotSupportedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static <T> List<T> append(List<T> list, T element) {
		List<T> longer = new ArrayList<>(list);
		longer.add(element);
		return List.copyOf(longer);
	}

	/**
	 * Returns these options with another server, session or user.
	 * @param target the target
	 * @return new options
	 */
	public ClientOptions withTarget(ConnectionString target) {
		return with((copy) -> copy.target = target);
	}

	/**
	 * Returns these options with other options of the channel.
	 * @param channel the options of the channel
	 * @return new options
	 */
	public ClientOptions withChannel(ChannelOptions channel) {
		return with((copy) -> copy.channel = channel);
	}

	/**
	 * Returns these options with another channel factory.
	 * @param channelFactory the factory
	 * @return new options
	 */
	public ClientOptions withChannelFactory(SparkChannelFactory channelFactory) {
		return with((copy) -> copy.channelFactory = channelFactory);
	}

	/**
	 * Returns these options with a supplier of tokens, which replaces the token of the
	 * target.
	 * @param tokenSupplier the supplier, or {@code null} for none
	 * @return new options
	 */
	public ClientOptions withTokenSupplier(@Nullable SparkTokenSupplier tokenSupplier) {
		return with((copy) -> copy.tokenSupplier = tokenSupplier);
	}

	/**
	 * Returns these options with the permission to send a token unencrypted to another
	 * machine.
	 * @param allow whether it is allowed
	 * @return new options
	 */
	public ClientOptions withTokenOverPlaintext(boolean allow) {
		return with((copy) -> copy.allowTokenOverPlaintext = allow);
	}

	/**
	 * Returns these options with more runtime configuration of the session.
	 * @param configuration the values by their keys
	 * @return new options
	 */
	public ClientOptions withConfiguration(Map<String, String> configuration) {
		Map<String, String> merged = new LinkedHashMap<>(this.configuration);
		merged.putAll(configuration);
		return with((copy) -> copy.configuration = Collections.unmodifiableMap(merged));
	}

	/**
	 * Returns these options with another policy for transient errors.
	 * @param retryPolicy the policy
	 * @return new options
	 */
	public ClientOptions withRetryPolicy(RetryPolicy retryPolicy) {
		return with((copy) -> copy.retryPolicy = retryPolicy);
	}

	/**
	 * Returns these options with other timeouts.
	 * @param timeouts the timeouts
	 * @return new options
	 */
	public ClientOptions withTimeouts(CallTimeouts timeouts) {
		return with((copy) -> copy.timeouts = timeouts);
	}

	/**
	 * Returns these options with a timeout for executions without their own timeout.
	 * @param executionTimeout a positive time, or {@code null} for no timeout
	 * @return new options
	 */
	public ClientOptions withExecutionTimeout(@Nullable Duration executionTimeout) {
		return with((copy) -> copy.executionTimeout = executionTimeout);
	}

	/**
	 * Returns these options with or without reattachable execution.
	 * @param reattachable whether executions survive their connection
	 * @return new options
	 */
	public ClientOptions withReattachable(boolean reattachable) {
		return with((copy) -> copy.reattachable = reattachable);
	}

	/**
	 * Returns these options with or without the rebuilding of lost sessions.
	 * @param rebuildLostSession whether lost sessions are rebuilt
	 * @return new options
	 */
	public ClientOptions withRebuildLostSession(boolean rebuildLostSession) {
		return with((copy) -> copy.rebuildLostSession = rebuildLostSession);
	}

	/**
	 * Returns these options with one more setup of sessions.
	 * @param setup the setup, which runs after those added before
	 * @return new options
	 */
	public ClientOptions withSetup(SessionSetup setup) {
		return with((copy) -> copy.setups = append(copy.setups, setup));
	}

	/**
	 * Returns these options with one more listener of executions.
	 * @param listener the listener
	 * @return new options
	 */
	public ClientOptions withExecutionListener(ExecutionListener listener) {
		return with((copy) -> copy.executionListeners = append(copy.executionListeners, listener));
	}

	/**
	 * Returns these options with one more listener of sessions.
	 * @param listener the listener
	 * @return new options
	 */
	public ClientOptions withSessionListener(SessionListener listener) {
		return with((copy) -> copy.sessionListeners = append(copy.sessionListeners, listener));
	}

	/**
	 * Returns these options with other extensions of the user context.
	 * @param userContextExtensions called for each request, on the thread that makes it
	 * @return new options
	 */
	public ClientOptions withUserContextExtensions(Supplier<List<UserContextExtension>> userContextExtensions) {
		return with((copy) -> copy.userContextExtensions = userContextExtensions);
	}

	/**
	 * Returns these options for a session that is being set up.
	 */
	ClientOptions forSetup() {
		return with((copy) -> {
			copy.configuration = Map.of();
			copy.setups = List.of();
			copy.rebuildLostSession = false;
		});
	}

	/**
	 * Returns these options with the encryption that follows from TLS options and tokens.
	 * @return new options, without a token in the target if there is a supplier
	 * @throws InvalidConnectionStringException if TLS is both set up and turned off, or a
	 * token would be sent unencrypted to another machine
	 */
	ClientOptions secured() {
		ConnectionString secured = securedTarget();
		return with((copy) -> copy.target = secured);
	}

	private ConnectionString securedTarget() {
		ConnectionString result = (this.tokenSupplier != null) ? this.target.withToken(null) : this.target;
		if (this.channel.tls() != null && Boolean.FALSE.equals(result.useSsl())) {
			throw new InvalidConnectionStringException(result.toString(),
					"use_ssl=false turns encryption off, but TLS options are given; remove one of the two");
		}
		boolean exposed = (this.tokenSupplier != null || result.token() != null) && !result.loopback();
		if (result.useSsl() == null && !result.encrypted() && (exposed || this.channel.tls() != null)) {
			return result.withUseSsl(true);
		}
		if (exposed && !result.encrypted() && !this.allowTokenOverPlaintext) {
			throw new InvalidConnectionStringException(result.toString(),
					"a token must not be sent unencrypted to another machine; remove use_ssl=false, or set"
							+ " allowTokenOverPlaintext if another component encrypts the connection, such as a"
							+ " service mesh");
		}
		return result;
	}

	ConnectionString target() {
		return this.target;
	}

	/**
	 * Returns the options of the channel.
	 * @return the options
	 */
	public ChannelOptions channel() {
		return this.channel;
	}

	SparkChannelFactory channelFactory() {
		return this.channelFactory;
	}

	@Nullable SparkTokenSupplier tokenSupplier() {
		return this.tokenSupplier;
	}

	/**
	 * Returns whether a token may be sent unencrypted to another machine.
	 * @return {@code false} by default
	 */
	public boolean allowTokenOverPlaintext() {
		return this.allowTokenOverPlaintext;
	}

	/**
	 * Returns the runtime configuration of the session.
	 * @return the values by their keys, unmodifiable
	 */
	public Map<String, String> configuration() {
		return this.configuration;
	}

	RetryPolicy retryPolicy() {
		return this.retryPolicy;
	}

	CallTimeouts timeouts() {
		return this.timeouts;
	}

	@Nullable Duration executionTimeout() {
		return this.executionTimeout;
	}

	boolean reattachable() {
		return this.reattachable;
	}

	boolean rebuildLostSession() {
		return this.rebuildLostSession;
	}

	List<SessionSetup> setups() {
		return this.setups;
	}

	List<ExecutionListener> executionListeners() {
		return this.executionListeners;
	}

	List<SessionListener> sessionListeners() {
		return this.sessionListeners;
	}

	Supplier<List<UserContextExtension>> userContextExtensions() {
		return this.userContextExtensions;
	}

	/**
	 * Returns a description without the token and the values of the configuration, which
	 * may be secrets.
	 */
	@Override
	public String toString() {
		return "ClientOptions[target=" + this.target + ", channel=" + this.channel + ", configuration="
				+ this.configuration.keySet() + "]";
	}

}
