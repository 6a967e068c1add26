package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of sparkex.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex")
public class SparkexProperties {

	/**
	 * Where the Spark Connect server is, as 'sc://host:port/;key=value;...'.
	 */
	private @Nullable String url;

	/**
	 * Bearer token. The connection is encrypted unless the server is on this machine.
	 */
	private @Nullable String token;

	/**
	 * User on whose behalf Spark is asked. By default, the user that runs this JVM.
	 */
	private @Nullable String userId;

	/**
	 * Spark's runtime configuration, such as 'spark.sql.session.timeZone'. It is set when
	 * the session is first used.
	 */
	private final Map<String, String> config = new LinkedHashMap<>();

	private final Connection connection = new Connection();

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getToken() {
		return this.token;
	}

	public void setToken(@Nullable String token) {
		this.token = token;
	}

	public @Nullable String getUserId() {
		return this.userId;
	}

	public void setUserId(@Nullable String userId) {
		this.userId = userId;
	}

	public Map<String, String> getConfig() {
		return this.config;
	}

	public Connection getConnection() {
		return this.connection;
	}

	/**
	 * How to connect.
	 */
	public static class Connection {

		/**
		 * Longest time to set up a connection.
		 */
		private Duration connectTimeout = Duration.ofSeconds(10);

		public Duration getConnectTimeout() {
			return this.connectTimeout;
		}

		public void setConnectTimeout(Duration connectTimeout) {
			this.connectTimeout = connectTimeout;
		}

	}

}
