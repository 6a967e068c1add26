package io.sparkex.boot.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.SparkSession;
import io.sparkex.errors.SparkException;

/**
 * How the sessions of an application were when a test saw them first: just as the
 * application has made them.
 */
final class SessionStates {

	private static final Logger logger = LoggerFactory.getLogger(SessionStates.class);

	private final Map<SparkSession, SessionState> states = new ConcurrentHashMap<>();

	void remember(SparkSession spark) {
		this.states.computeIfAbsent(spark, SessionState::of);
	}

	/**
	 * Brings all sessions back to how they were.
	 */
	void restore() {
		this.states.forEach((spark, state) -> {
			try {
				state.restore(spark);
			}
			catch (SparkException | IllegalStateException ex) {
				logger.warn("{} could not be brought back to where it was before the tests", spark, ex);
			}
		});
	}

}
