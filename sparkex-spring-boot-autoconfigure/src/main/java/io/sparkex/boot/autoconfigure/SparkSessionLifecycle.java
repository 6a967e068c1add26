package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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

	private final ConfigurableListableBeanFactory beanFactory;

	private final SparkexProperties.Startup startup;

	private final Duration timeout;

	private final Duration gracePeriod;

	private volatile boolean running;

	private volatile boolean closing;

	/**
	 * The lifecycle of the sessions of an application.
	 * @param context the application
	 * @param beanFactory where they are
	 * @param startup what to do at the start
	 * @param timeout the longest time to wait for the sign of life of a session
	 * @param gracePeriod the longest time to wait for what runs in the end
	 */
	SparkSessionLifecycle(ApplicationContext context, ConfigurableListableBeanFactory beanFactory,
			SparkexProperties.Startup startup, Duration timeout, Duration gracePeriod) {
		this.context = context;
		this.beanFactory = beanFactory;
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
			this.beanFactory.getBeansOfType(SparkSession.class, false, true)
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
		long deadline = System.nanoTime() + this.gracePeriod.toNanos();
		for (SparkSession session : sessions()) {
			Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
			try {
				if (!session.shutdown(left)) {
					logger.info("Queries of the Spark session {} were stopped, since they did not end within {}",
							session.sessionId(), this.gracePeriod);
				}
			}
			catch (SparkException ex) {
				logger.warn("The Spark session {} could not be shut down in good order", session.sessionId(), ex);
			}
		}
	}

	/**
	 * Those that were ever used by anybody.
	 */
	private List<SparkSession> sessions() {
		List<SparkSession> sessions = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(SparkSession.class, false, false)) {
			if (this.beanFactory.getSingleton(name) instanceof SparkSession session) {
				sessions.add(session);
			}
		}
		return sessions;
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
