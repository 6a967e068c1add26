package io.sparkex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.InvalidConnectionStringException;

/**
 * The target of a connection: the settings of the builder override the URL, and the URL
 * overrides the environment. Not thread-safe.
 */
final class ConnectionTarget {

	private static final String REMOTE = "SPARK_REMOTE";

	private static final String TOKEN = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

	static final ConnectionString LOCAL = ConnectionString.parse("sc://localhost");

	private final Map<String, String> environment;

	private @Nullable ConnectionString url;

	private @Nullable String token;

	private final List<UnaryOperator<ConnectionString>> overrides = new ArrayList<>();

	ConnectionTarget(Map<String, String> environment) {
		this.environment = environment;
	}

	void url(ConnectionString url) {
		this.url = url;
	}

	void token(@Nullable String token) {
		this.token = token;
	}

	/**
	 * Adds an override of the URL, which fails at once if its value is invalid.
	 */
	void override(UnaryOperator<ConnectionString> override) {
		var unused = override.apply(LOCAL);
		this.overrides.add(override);
	}

	/**
	 * Returns the target without a token that was set or found in the environment.
	 */
	ConnectionString withoutToken() {
		ConnectionString target = (this.url != null) ? this.url : remote();
		for (UnaryOperator<ConnectionString> override : this.overrides) {
			target = override.apply(target);
		}
		return target;
	}

	/**
	 * Returns the target with the token that was set, that of the URL or that of the
	 * environment.
	 * @param allowTokenOverPlaintext whether a token may be sent unencrypted to another
	 * machine
	 */
	ConnectionString withToken(boolean allowTokenOverPlaintext) {
		ConnectionString target = withoutToken();
		if (this.token != null) {
			return target.withToken(this.token);
		}
		String found = this.environment.get(TOKEN);
		if (target.token() != null || found == null || found.isBlank()) {
			return target;
		}
		if (Boolean.FALSE.equals(target.useSsl()) && !target.loopback() && !allowTokenOverPlaintext) {
			throw new InvalidConnectionStringException(target.toString(),
					"the token of the environment variable " + TOKEN + " must not be sent unencrypted to another"
							+ " machine; remove use_ssl=false, or unset the variable");
		}
		try {
			return target.withToken(found);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("In the environment variable " + TOKEN + " the " + ex.getMessage(), ex);
		}
	}

	private ConnectionString remote() {
		String remote = this.environment.get(REMOTE);
		return (remote == null || remote.isBlank()) ? LOCAL
				: ConnectionString.parse(remote, "the environment variable " + REMOTE);
	}

}
