package io.sparkex.boot.test;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * {@link SparkConnectionDetails} for a shared server, which is started lazily.
 */
final class SharedEmbeddedSparkConnectionDetails implements SparkConnectionDetails {

	private final SharedEmbeddedSparkServer server;

	private final Environment environment;

	private final String prefix;

	/**
	 * Creates connection details for a session.
	 * @param server the server
	 * @param environment the environment with the user ID of the session
	 * @param prefix the prefix of the properties of the session
	 */
	SharedEmbeddedSparkConnectionDetails(SharedEmbeddedSparkServer server, Environment environment, String prefix) {
		this.server = server;
		this.environment = environment;
		this.prefix = prefix;
	}

	@Override
	public String getUrl() {
		EmbeddedSparkServer running = this.server.getForContext();
		return "sc://" + running.host() + ":" + running.port();
	}

	@Override
	public String getToken() {
		return this.server.getForContext().token();
	}

	@Override
	public @Nullable String getUserId() {
		String userId = this.environment.getProperty(this.prefix + ".user-id");
		return StringUtils.hasText(userId) ? userId : null;
	}

}
