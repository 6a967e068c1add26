package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of one Spark session.
 *
 * @since 0.1.0
 */
public class SparkexSessionProperties {

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
	 * Name of the application in the log of the server. By default, that of the library.
	 */
	private @Nullable String userAgent;

	/**
	 * Id of the session, a UUID, to share it with other clients. By default, a new one.
	 */
	private @Nullable UUID sessionId;

	/**
	 * Whether a session that is lost, since it was idle for too long or Spark was
	 * restarted, is set up anew. Not done where something would silently be missing.
	 */
	private boolean rebuildLostSession = true;

	/**
	 * Spark's runtime configuration, such as 'spark.sql.session.timeZone'. It is set when
	 * the session is first used.
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
	 * How to encrypt.
	 */
	public static class Ssl {

		/**
		 * Whether to encrypt. By default, if a bundle is set, or if the URL or a token
		 * asks for it.
		 */
		private @Nullable Boolean enabled;

		/**
		 * Name of the SSL bundle with the authorities to trust and the client's own
		 * certificate. By default, the authorities of the JVM.
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
	 * How to connect.
	 */
	public static class Connection {

		/**
		 * Longest time to set up a connection.
		 */
		private Duration connectTimeout = Duration.ofSeconds(10);

		/**
		 * Time without any byte, while a call waits, until the server is asked for a sign
		 * of life. Many servers refuse less than five minutes.
		 */
		private Duration keepAliveTime = Duration.ofMinutes(5);

		/**
		 * Longest time for a sign of life until the connection is given up.
		 */
		private Duration keepAliveTimeout = Duration.ofSeconds(20);

		/**
		 * Time without a call until the connection is closed. The session stays, and the
		 * next call connects again.
		 */
		private Duration idleTimeout = Duration.ofSeconds(210);

		/**
		 * Largest message to take from the server.
		 */
		private DataSize maxInboundMessageSize = DataSize.ofMegabytes(128);

		/**
		 * Whether the token may travel unencrypted to another machine, such as where a
		 * service mesh encrypts.
		 */
		private boolean allowTokenOverPlaintext;

		/**
		 * Headers to send with each call, such as for a proxy.
		 */
		private final Map<String, String> headers = new LinkedHashMap<>();

		public Duration getConnectTimeout() {
			return this.connectTimeout;
		}

		public void setConnectTimeout(Duration connectTimeout) {
			this.connectTimeout = connectTimeout;
		}

		public Duration getKeepAliveTime() {
			return this.keepAliveTime;
		}

		public void setKeepAliveTime(Duration keepAliveTime) {
			this.keepAliveTime = keepAliveTime;
		}

		public Duration getKeepAliveTimeout() {
			return this.keepAliveTimeout;
		}

		public void setKeepAliveTimeout(Duration keepAliveTimeout) {
			this.keepAliveTimeout = keepAliveTimeout;
		}

		public Duration getIdleTimeout() {
			return this.idleTimeout;
		}

		public void setIdleTimeout(Duration idleTimeout) {
			this.idleTimeout = idleTimeout;
		}

		public DataSize getMaxInboundMessageSize() {
			return this.maxInboundMessageSize;
		}

		public void setMaxInboundMessageSize(DataSize maxInboundMessageSize) {
			this.maxInboundMessageSize = maxInboundMessageSize;
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

	}

	/**
	 * What becomes of calls that fail for a passing reason.
	 */
	public static class Retry {

		/**
		 * Longest time to go on trying after the first failure. Zero to try nothing
		 * again.
		 */
		private Duration budget = Duration.ofSeconds(30);

		/**
		 * Wait before the second try.
		 */
		private Duration initialBackoff = Duration.ofMillis(50);

		/**
		 * Longest wait between two tries.
		 */
		private Duration maxBackoff = Duration.ofSeconds(5);

		/**
		 * Factor by which each wait is longer than the one before.
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
	 * How long calls may take.
	 */
	public static class Timeouts {

		/**
		 * Longest time for an answer about a plan, such as its schema.
		 */
		private Duration analysis = Duration.ofMinutes(10);

		/**
		 * Longest time for an answer to a small request.
		 */
		private Duration request = Duration.ofSeconds(60);

		/**
		 * Time without any byte until the server is asked for a sign of life. Should stay
		 * well below the detached timeout of the server, 5 minutes.
		 */
		private Duration silence = Duration.ofSeconds(20);

		/**
		 * Longest time for that sign of life until the connection is replaced.
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

		public Duration getSilence() {
			return this.silence;
		}

		public void setSilence(Duration silence) {
			this.silence = silence;
		}

		public Duration getProbe() {
			return this.probe;
		}

		public void setProbe(Duration probe) {
			this.probe = probe;
		}

	}

	/**
	 * How queries and commands run.
	 */
	public static class Execution {

		/**
		 * Longest time for a query or command that sets no timeout itself. When it is
		 * over, Spark stops the work. By default, no limit.
		 */
		private @Nullable Duration timeout;

		/**
		 * Whether queries and commands survive the connection that they began on.
		 */
		private boolean reattachable = true;

		/**
		 * Tags that all queries and commands bear, to be found and interrupted by.
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
