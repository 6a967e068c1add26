package io.sparkex.internal.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.SessionListener;

/**
 * A listener that records session events.
 */
final class SessionEvents implements SessionListener {

	private final List<String> recorded = new CopyOnWriteArrayList<>();

	List<String> recorded() {
		return this.recorded;
	}

	@Override
	public void lost(String sessionId, SessionLostException loss) {
		this.recorded.add("lost " + sessionId);
	}

	@Override
	public void rebuilt(String lostSessionId, String sessionId) {
		this.recorded.add("rebuilt " + lostSessionId + " " + sessionId);
	}

	@Override
	public void rebuildFailed(String sessionId, SparkException failure) {
		this.recorded.add("failed " + sessionId);
	}

	@Override
	public void closed(String sessionId) {
		this.recorded.add("closed " + sessionId);
	}

}
