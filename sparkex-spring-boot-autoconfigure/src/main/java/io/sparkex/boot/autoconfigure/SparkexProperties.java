package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for sparkex: the properties of the default session and of the
 * application as a whole.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex")
public class SparkexProperties extends SparkexSessionProperties {

	/**
	 * Named sessions, each with the same keys as the default session. A session without a
	 * URL uses the server of the default session.
	 */
	private final Map<String, SparkexSessionProperties> sessions = new LinkedHashMap<>();

	private final Startup startup = new Startup();

	private final Shutdown shutdown = new Shutdown();

	public Map<String, SparkexSessionProperties> getSessions() {
		return this.sessions;
	}

	public Startup getStartup() {
		return this.startup;
	}

	public Shutdown getShutdown() {
		return this.shutdown;
	}

	/**
	 * Startup properties.
	 */
	public static class Startup {

		/**
		 * Whether to check the connection of each session when the application starts.
		 * Startup fails if a server does not respond.
		 */
		private boolean validate;

		public boolean isValidate() {
			return this.validate;
		}

		public void setValidate(boolean validate) {
			this.validate = validate;
		}

	}

	/**
	 * Shutdown properties.
	 */
	public static class Shutdown {

		/**
		 * Maximum time to wait for running queries. By default, two thirds of
		 * 'spring.lifecycle.timeout-per-shutdown-phase'.
		 */
		private @Nullable Duration gracePeriod;

		public @Nullable Duration getGracePeriod() {
			return this.gracePeriod;
		}

		public void setGracePeriod(@Nullable Duration gracePeriod) {
			this.gracePeriod = gracePeriod;
		}

	}

}
