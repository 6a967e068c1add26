package io.sparkex.boot.autoconfigure;

import org.springframework.context.ApplicationEventPublisher;

import io.sparkex.boot.SparkSessionLostEvent;
import io.sparkex.boot.SparkSessionRebuildFailedEvent;
import io.sparkex.boot.SparkSessionRebuiltEvent;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.SessionListener;

/**
 * {@link SessionListener} that publishes application events.
 */
final class SparkSessionEventPublisher implements SessionListener {

	private final ApplicationEventPublisher publisher;

	SparkSessionEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void lost(String sessionId, SessionLostException loss) {
		this.publisher.publishEvent(new SparkSessionLostEvent(sessionId, loss));
	}

	@Override
	public void rebuilt(String lostSessionId, String sessionId) {
		this.publisher.publishEvent(new SparkSessionRebuiltEvent(lostSessionId, sessionId));
	}

	@Override
	public void rebuildFailed(String sessionId, SparkException failure) {
		this.publisher.publishEvent(new SparkSessionRebuildFailedEvent(sessionId, failure));
	}

}
