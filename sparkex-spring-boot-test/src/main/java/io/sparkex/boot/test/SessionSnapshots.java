package io.sparkex.boot.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.SmartApplicationListener;

import io.sparkex.SparkSession;
import io.sparkex.errors.SparkException;

/**
 * Snapshots of the sessions of an application, taken when it has started and its runners
 * have completed, before the first test.
 */
final class SessionSnapshots implements SmartApplicationListener {

	private static final Logger logger = LoggerFactory.getLogger(SessionSnapshots.class);

	private final ApplicationContext context;

	private final Map<SparkSession, SessionSnapshot> snapshots = new ConcurrentHashMap<>();

	SessionSnapshots(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Supports the readiness event of Spring Boot, which is published after the listeners
	 * for {@code ApplicationReadyEvent} have been called. Contexts without Spring Boot
	 * publish only the refresh event.
	 */
	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return eventType == ContextRefreshedEvent.class || eventType == AvailabilityChangeEvent.class;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		boolean started = event instanceof ContextRefreshedEvent || (event instanceof AvailabilityChangeEvent<?> change
				&& change.getState() == ReadinessState.ACCEPTING_TRAFFIC);
		if (started && event.getSource() == this.context) {
			this.context.getBeansOfType(SparkSession.class, false, false)
				.values()
				.forEach((spark) -> attempt(() -> this.snapshots.put(spark, SessionSnapshot.of(spark)),
						"Failed to take a snapshot of {}", spark));
		}
	}

	/**
	 * Restores all sessions.
	 */
	void restore() {
		this.snapshots.forEach((spark, state) -> attempt(() -> state.restore(spark), "Failed to restore {}", spark));
	}

	private static void attempt(Runnable action, String failure, SparkSession spark) {
		try {
			action.run();
		}
		catch (SparkException | IllegalStateException ex) {
			logger.warn(failure, spark, ex);
		}
	}

}
