package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for one Spark session.
 *
 * @since 0.1.0
 */
public class SparkexSessionProperties {

	/**
	 * Connection string of the Spark Connect server, such as 'sc://host:port/;key=value'.
	 */
	private @Nullable String url;

	/**
	 * Bearer token. The connection is encrypted unless the server runs on this machine.
	 */
	private @Nullable String token;

	/**
	 * ID of the user that queries run for. By default, the user that runs this JVM.
	 */
	private @Nullable String userId;

	/**
	 * Name of the application in the log of the server. By default, the name of the
	 * client library.
	 */
	private @Nullable String userAgent;

	/**
	 * ID of the session, a UUID, to share the session with other clients. By default, a
	 * new ID.
	 */
	private @Nullable UUID sessionId;

	/**
	 * Whether to rebuild a session that the server has lost, for example because the
	 * session was idle for too long or the server was restarted. A session with state
	 * that cannot be restored is not rebuilt.
	 */
	private boolean rebuildLostSession = true;

	/**
	 * Runtime configuration of Spark, such as 'spark.sql.session.timeZone'. Sent to the
	 * server when the session is first used.
	 */
	private final Map<String, String> config = new LinkedHashMap<>();

	private final Ssl ssl = new Ssl();

	private final Connection connection = new Connection();

	private final Retry retry = new Retry();

	private final Timeouts timeouts = new Timeouts();

	private final Execution execution = new Execution();

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

	public @Nullable String getUserAgent() {
		return this.userAgent;
	}

	public void setUserAgent(@Nullable String userAgent) {
		this.userAgent = userAgent;
	}

	public @Nullable UUID getSessionId() {
		return this.sessionId;
	}

	public void setSessionId(@Nullable UUID sessionId) {
		this.sessionId = sessionId;
	}

	public boolean isRebuildLostSession() {
		return this.rebuildLostSession;
	}

	public void setRebuildLostSession(boolean rebuildLostSession) {
		this.rebuildLostSession = rebuildLostSession;
	}

	public Map<String, String> getConfig() {
		return this.config;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public Connection getConnection() {
		return this.connection;
	}

	public Retry getRetry() {
		return this.retry;
	}

	public Timeouts getTimeouts() {
		return this.timeouts;
	}

	public Execution getExecution() {
		return this.execution;
	}

	/**
	 * TLS properties.
	 */
	public static class Ssl {

		/**
		 * Whether to encrypt the connection. Enabled automatically if a bundle is set, or
		 * if the URL or a token requires encryption, unless specified otherwise.
		 */
		private @Nullable Boolean enabled;

		/**
		 * Name of the SSL bundle with the trusted certificates and the client
		 * certificate. By default, the trust store of the JVM.
		 */
		private @Nullable String bundle;

		public @Nullable Boolean getEnabled() {
			return this.enabled;
		}

		public void setEnabled(@Nullable Boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * Connection properties.
	 */
	public static class Connection {

		/**
		 * Maximum time to establish a connection.
		 */
		private Duration connectTimeout = Duration.ofSeconds(10);

		private final Keepalive keepalive = new Keepalive();

		private final Idle idle = new Idle();

		private final Inbound inbound = new Inbound();

		/**
		 * Whether to allow sending the token unencrypted to another machine, for example
		 * because a service mesh encrypts the traffic.
		 */
		private boolean allowTokenOverPlaintext;

		/**
		 * Headers to send with each call, for example for a proxy.
		 */
		private final Map<String, String> headers = new LinkedHashMap<>();

		public Duration getConnectTimeout() {
			return this.connectTimeout;
		}

		public void setConnectTimeout(Duration connectTimeout) {
			this.connectTimeout = connectTimeout;
		}

		public Keepalive getKeepalive() {
			return this.keepalive;
		}

		public Idle getIdle() {
			return this.idle;
		}

		public Inbound getInbound() {
			return this.inbound;
		}

		public boolean isAllowTokenOverPlaintext() {
			return this.allowTokenOverPlaintext;
		}

		public void setAllowTokenOverPlaintext(boolean allowTokenOverPlaintext) {
			this.allowTokenOverPlaintext = allowTokenOverPlaintext;
		}

		public Map<String, String> getHeaders() {
			return this.headers;
		}

		/**
		 * Keep-alive properties.
		 */
		public static class Keepalive {

			/**
			 * Time without inbound data, while a call is active, before sending a
			 * keep-alive ping. Many servers reject intervals shorter than five minutes.
			 * If a duration suffix is not specified, seconds will be used.
			 */
			@DurationUnit(ChronoUnit.SECONDS)
			private Duration time = Duration.ofMinutes(5);

			/**
			 * Maximum time to wait for the response to a keep-alive ping before the
			 * connection is closed. If a duration suffix is not specified, seconds will
			 * be used.
			 */
			@DurationUnit(ChronoUnit.SECONDS)
			private Duration timeout = Duration.ofSeconds(20);

			public Duration getTime() {
				return this.time;
			}

			public void setTime(Duration time) {
				this.time = time;
			}

			public Duration getTimeout() {
				return this.timeout;
			}

			public void setTimeout(Duration timeout) {
				this.timeout = timeout;
			}

		}

		/**
		 * Idle properties.
		 */
		public static class Idle {

			/**
			 * Time without active calls before the connection is closed. The session
			 * remains, and the next call connects again. If a duration suffix is not
			 * specified, seconds will be used.
			 */
			@DurationUnit(ChronoUnit.SECONDS)
			private Duration timeout = Duration.ofSeconds(210);

			public Duration getTimeout() {
				return this.timeout;
			}

			public void setTimeout(Duration timeout) {
				this.timeout = timeout;
			}

		}

		/**
		 * Inbound properties.
		 */
		public static class Inbound {

			private final Message message = new Message();

			public Message getMessage() {
				return this.message;
			}

			/**
			 * Inbound message properties.
			 */
			public static class Message {

				/**
				 * Maximum size of a message from the server.
				 */
				private DataSize maxSize = DataSize.ofMegabytes(128);

				public DataSize getMaxSize() {
					return this.maxSize;
				}

				public void setMaxSize(DataSize maxSize) {
					this.maxSize = maxSize;
				}

			}

		}

	}

	/**
	 * Retry properties.
	 */
	public static class Retry {

		/**
		 * Total time to spend on retries after the first failure. Use 0 to disable
		 * retries.
		 */
		private Duration budget = Duration.ofSeconds(30);

		/**
		 * Backoff before the first retry.
		 */
		private Duration initialBackoff = Duration.ofMillis(50);

		/**
		 * Maximum backoff between two retries.
		 */
		private Duration maxBackoff = Duration.ofSeconds(5);

		/**
		 * Multiplier of the backoff after each retry.
		 */
		private double multiplier = 3;

		public Duration getBudget() {
			return this.budget;
		}

		public void setBudget(Duration budget) {
			this.budget = budget;
		}

		public Duration getInitialBackoff() {
			return this.initialBackoff;
		}

		public void setInitialBackoff(Duration initialBackoff) {
			this.initialBackoff = initialBackoff;
		}

		public Duration getMaxBackoff() {
			return this.maxBackoff;
		}

		public void setMaxBackoff(Duration maxBackoff) {
			this.maxBackoff = maxBackoff;
		}

		public double getMultiplier() {
			return this.multiplier;
		}

		public void setMultiplier(double multiplier) {
			this.multiplier = multiplier;
		}

	}

	/**
	 * Timeout properties.
	 */
	public static class Timeouts {

		/**
		 * Maximum time for the analysis of a plan, such as a request for its schema.
		 */
		private Duration analysis = Duration.ofMinutes(10);

		/**
		 * Maximum time for any other request except queries and commands.
		 */
		private Duration request = Duration.ofSeconds(60);

		/**
		 * Time without inbound data before the client probes the server. Keep it well
		 * below the detached timeout of the server, which is 5 minutes by default.
		 */
		private Duration inactivity = Duration.ofSeconds(20);

		/**
		 * Maximum time to wait for the response to a probe before the connection is
		 * replaced.
		 */
		private Duration probe = Duration.ofSeconds(10);

		public Duration getAnalysis() {
			return this.analysis;
		}

		public void setAnalysis(Duration analysis) {
			this.analysis = analysis;
		}

		public Duration getRequest() {
			return this.request;
		}

		public void setRequest(Duration request) {
			this.request = request;
		}

		public Duration getInactivity() {
			return this.inactivity;
		}

		public void setInactivity(Duration inactivity) {
			this.inactivity = inactivity;
		}

		public Duration getProbe() {
			return this.probe;
		}

		public void setProbe(Duration probe) {
			this.probe = probe;
		}

	}

	/**
	 * Execution properties.
	 */
	public static class Execution {

		/**
		 * Maximum time for a query or command that does not set its own timeout. The
		 * server cancels the query or command afterwards. By default, there is no limit.
		 */
		private @Nullable Duration timeout;

		/**
		 * Whether to reattach to queries and commands when the connection is lost.
		 */
		private boolean reattachable = true;

		/**
		 * Tags to add to all queries and commands, so that they can be found and
		 * interrupted.
		 */
		private final Set<String> tags = new LinkedHashSet<>();

		public @Nullable Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(@Nullable Duration timeout) {
			this.timeout = timeout;
		}

		public boolean isReattachable() {
			return this.reattachable;
		}

		public void setReattachable(boolean reattachable) {
			this.reattachable = reattachable;
		}

		public Set<String> getTags() {
			return this.tags;
		}

	}

}
