package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
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
 * Asks Spark for a sign of life when the application starts, if that is wanted, and lets
 * queries end when it stops: after the web server has, whose requests may wait for them.
 */
final class SparkSessionLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

	/** Web servers let requests end at 1024 below the default phase, and stop at 2048. */
	static final int PHASE = DEFAULT_PHASE - 3072;

	private static final Logger logger = LoggerFactory.getLogger(SparkSessionLifecycle.class);

	private final ApplicationContext context;

	private final OpenSparkSessions sessions;

	private final SparkexProperties.Startup startup;

	private final Duration timeout;

	private final Duration gracePeriod;

	private volatile boolean running;

	private volatile boolean closing;

	/**
	 * The lifecycle of the sessions of an application.
	 * @param context the application
	 * @param sessions the sessions
	 * @param startup what to do at the start
	 * @param timeout the longest time to wait for the sign of life of a session
	 * @param gracePeriod the longest time to wait for what runs in the end
	 */
	SparkSessionLifecycle(ApplicationContext context, OpenSparkSessions sessions, SparkexProperties.Startup startup,
			Duration timeout, Duration gracePeriod) {
		this.context = context;
		this.sessions = sessions;
		this.startup = startup;
		this.timeout = timeout;
		this.gracePeriod = gracePeriod;
	}

	/**
	 * A context that is stopped or paused only is started again, and needs its sessions.
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
		if (this.startup.isValidate()) {
			this.sessions.beans()
				.forEach((name, session) -> logger.info("The Spark of '{}' is {}", name, session.ping(this.timeout)));
		}
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
			List<CompletableFuture<Void>> ending = this.sessions.all()
				.stream()
				.map((session) -> CompletableFuture.runAsync(() -> end(session), executor))
				.toList();
			ending.forEach(CompletableFuture::join);
		}
		finally {
			executor.shutdown();
		}
	}

	private void end(SparkSession session) {
		try {
			if (!session.shutdown(this.gracePeriod)) {
				logger.info("Queries of the Spark session {} were stopped, since they did not end within {}",
						session.sessionId(), this.gracePeriod);
			}
		}
		catch (SparkException | IllegalStateException ex) {
			logger.warn("The Spark session {} could not be shut down in good order", session.sessionId(), ex);
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
