package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

import io.sparkex.SparkSession;
import io.sparkex.errors.SparkException;

/**
 * {@link SmartLifecycle} of the sessions: checks their connections on startup, if
 * configured, and waits for running queries on shutdown. Stops after the web server,
 * since requests may wait for queries.
 */
final class SparkSessionLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

	/**
	 * A phase after that of web servers, which shut down gracefully at 1024 below the
	 * default phase and stop at 2048.
	 */
	static final int PHASE = DEFAULT_PHASE - 3072;

	private static final Logger logger = LoggerFactory.getLogger(SparkSessionLifecycle.class);

	private final ApplicationContext context;

	private final ManagedSparkSessions sessions;

	private final SparkexProperties properties;

	private final Duration gracePeriod;

	private volatile boolean running;

	private volatile boolean closing;

	/**
	 * Creates a lifecycle.
	 * @param context the application context
	 * @param sessions the sessions of the application
	 * @param properties the properties of all sessions
	 * @param gracePeriod the maximum time to wait for running queries
	 */
	SparkSessionLifecycle(ApplicationContext context, ManagedSparkSessions sessions, SparkexProperties properties,
			Duration gracePeriod) {
		this.context = context;
		this.sessions = sessions;
		this.properties = properties;
		this.gracePeriod = gracePeriod;
	}

	/**
	 * Closes sessions only if the context is closed: a context that is stopped or paused
	 * may be started again.
	 */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing = true;
		}
	}

	@Override
	public void start() {
		this.running = true;
		if (this.properties.getStartup().isValidate()) {
			this.sessions.beans()
				.forEach((name, session) -> logger.info("Spark session '{}' is connected to Spark {}", name,
						session.ping(connectTimeout(name))));
		}
	}

	/**
	 * Returns the connect timeout of a session bean. Beans that the application defines
	 * have the one of the default session.
	 */
	private Duration connectTimeout(String beanName) {
		return this.properties.getSessions()
			.entrySet()
			.stream()
			.filter((session) -> SparkSessionsRegistrar.beanName(session.getKey()).equals(beanName))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(this.properties)
			.getConnection()
			.getConnectTimeout();
	}

	@Override
	public void stop(Runnable callback) {
		new Thread(() -> {
			try {
				stop();
			}
			finally {
				callback.run();
			}
		}, "sparkex-shutdown").start();
	}

	@Override
	public void stop() {
		this.running = false;
		if (!this.closing) {
			return;
		}
		ExecutorService executor = Executors.newCachedThreadPool((task) -> new Thread(task, "sparkex-shutdown"));
		try {
			List<CompletableFuture<Void>> shutdowns = this.sessions.existing()
				.stream()
				.map((session) -> CompletableFuture.runAsync(() -> shutDown(session), executor))
				.toList();
			shutdowns.forEach(CompletableFuture::join);
		}
		finally {
			executor.shutdown();
		}
	}

	private void shutDown(SparkSession session) {
		try {
			if (!session.shutdown(this.gracePeriod)) {
				logger.info("Cancelled the queries of Spark session {} that did not complete within {}",
						session.sessionId(), this.gracePeriod);
			}
		}
		catch (SparkException | IllegalStateException ex) {
			logger.warn("Failed to shut down Spark session {} gracefully", session.sessionId(), ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
