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
 * How the sessions of an application were when it had started: just as the application
 * has made them, its runners included, before any test saw them.
 */
final class SessionStates implements SmartApplicationListener {

	private static final Logger logger = LoggerFactory.getLogger(SessionStates.class);

	private final ApplicationContext context;

	private final Map<SparkSession, SessionState> states = new ConcurrentHashMap<>();

	SessionStates(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Contexts of Spring without Spring Boot never accept traffic. Those of Spring Boot
	 * do after listeners of the application have heard that it is ready.
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
				.forEach((spark) -> attempt(() -> this.states.put(spark, SessionState.of(spark)),
						"It is not known how {} was before the tests", spark));
		}
	}

	/**
	 * Brings all sessions back to how they were.
	 */
	void restore() {
		this.states.forEach((spark, state) -> attempt(() -> state.restore(spark),
				"{} could not be brought back to where it was before the tests", spark));
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
