package io.sparkex.boot.test;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Points sessions at a shared server, which is started when that is asked for.
 */
final class SharedServerConnectionDetails implements SparkConnectionDetails {

	private final SharedServer server;

	private final Environment environment;

	private final String prefix;

	/**
	 * The connection details of a session.
	 * @param server the server
	 * @param environment the properties, which may name a user
	 * @param prefix what those of the session begin with
	 */
	SharedServerConnectionDetails(SharedServer server, Environment environment, String prefix) {
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
