package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties of sparkex: those of the default session, and of the
 * application as a whole.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("sparkex")
public class SparkexProperties extends SparkexSessionProperties {

	/**
	 * Further sessions by their names, each with the keys of the default session. One
	 * without a URL goes to the server of the default session.
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
	 * What happens when the application starts.
	 */
	public static class Startup {

		/**
		 * Whether to ask Spark for its version when the application starts, which does
		 * not start then if Spark does not answer.
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
	 * What happens when the application ends.
	 */
	public static class Shutdown {

		/**
		 * Longest time to wait for queries that are under way. By default, two thirds of
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
