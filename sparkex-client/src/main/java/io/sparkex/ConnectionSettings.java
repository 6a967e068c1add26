package io.sparkex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.errors.InvalidConnectionStringException;
import io.sparkex.internal.transport.ClientOptions;

/**
 * What a builder was told about the connection. A value that was set wins over the URL,
 * the URL over the environment. Not thread-safe.
 */
final class ConnectionSettings {

	private static final String REMOTE = "SPARK_REMOTE";

	private static final String TOKEN = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

	private static final ConnectionString HERE = ConnectionString.parse("sc://localhost");

	private final Environment environment;

	private @Nullable ConnectionString url;

	private @Nullable String token;

	private @Nullable SparkTokenSupplier tokenSupplier;

	private boolean allowTokenOverPlaintext;

	private final List<UnaryOperator<ConnectionString>> targetChanges = new ArrayList<>();

	private ChannelOptions channel = ChannelOptions.defaults();

	private @Nullable SparkChannelFactory channelFactory;

	private final List<SparkChannelCustomizer> channelCustomizers = new ArrayList<>();

	ConnectionSettings(Environment environment) {
		this.environment = environment;
	}

	void url(ConnectionString url) {
		this.url = url;
	}

	/**
	 * Sets a token; the last of token and supplier counts.
	 */
	void token(String token) {
		this.token = token;
		this.tokenSupplier = null;
	}

	void tokenSupplier(SparkTokenSupplier tokenSupplier) {
		this.tokenSupplier = tokenSupplier;
		this.token = null;
	}

	void allowTokenOverPlaintext(boolean allow) {
		this.allowTokenOverPlaintext = allow;
	}

	/**
	 * Remembers to change what the URL says; refuses at once what can be said nowhere.
	 */
	void change(UnaryOperator<ConnectionString> change) {
		var unused = change.apply(HERE);
		this.targetChanges.add(change);
	}

	void changeChannel(UnaryOperator<ChannelOptions> change) {
		this.channel = change.apply(this.channel);
	}

	void channelFactory(SparkChannelFactory channelFactory) {
		this.channelFactory = channelFactory;
	}

	void channelCustomizer(SparkChannelCustomizer channelCustomizer) {
		this.channelCustomizers.add(channelCustomizer);
	}

	/**
	 * Starts the options of a client with all of it.
	 */
	ClientOptions.Builder options() {
		if (this.channelFactory != null && !this.channelCustomizers.isEmpty()) {
			throw new IllegalArgumentException("A channelCustomizer is for the built-in channel factory; where there"
					+ " is another channelFactory, change the channel there");
		}
		ConnectionString target = (this.url != null) ? this.url : remote();
		for (UnaryOperator<ConnectionString> change : this.targetChanges) {
			target = change.apply(target);
		}
		Integer maxMessageSize = target.maxMessageSize();
		return ClientOptions.builder(withToken(target))
			.tokenSupplier(this.tokenSupplier)
			.allowTokenOverPlaintext(this.allowTokenOverPlaintext)
			.channel((maxMessageSize != null) ? this.channel.withMaxMessageSize(maxMessageSize) : this.channel)
			.channelFactory((this.channelFactory != null) ? this.channelFactory
					: SparkChannelFactory.netty(this.channelCustomizers));
	}

	private ConnectionString remote() {
		String url = this.environment.get(REMOTE);
		return (url == null || url.isBlank()) ? HERE
				: ConnectionString.parse(url, "the environment variable " + REMOTE);
	}

	private ConnectionString withToken(ConnectionString target) {
		if (this.token != null) {
			return target.withToken(this.token);
		}
		String token = this.environment.get(TOKEN);
		if (this.tokenSupplier != null || target.token() != null || token == null || token.isBlank()) {
			return target;
		}
		if (Boolean.FALSE.equals(target.useSsl()) && !target.loopback() && !this.allowTokenOverPlaintext) {
			throw new InvalidConnectionStringException(target.toString(),
					"the token of the environment variable " + TOKEN + " must not travel unencrypted to another"
							+ " machine; remove use_ssl=false, or unset the variable");
		}
		try {
			return target.withToken(token);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("In the environment variable " + TOKEN + " the " + ex.getMessage(), ex);
		}
	}

	/**
	 * The variables that this process was started with.
	 */
	@FunctionalInterface
	interface Environment {

		@Nullable String get(String name);

	}

}
