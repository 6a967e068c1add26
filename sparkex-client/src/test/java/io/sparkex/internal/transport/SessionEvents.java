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

	private final List<String> told = new CopyOnWriteArrayList<>();

	List<String> told() {
		return this.told;
	}

	@Override
	public void lost(String sessionId, SessionLostException loss) {
		this.told.add("lost " + sessionId);
	}

	@Override
	public void rebuilt(String lostSessionId, String sessionId) {
		this.told.add("rebuilt " + lostSessionId + " " + sessionId);
	}

	@Override
	public void rebuildFailed(String sessionId, SparkException failure) {
		this.told.add("failed " + sessionId);
	}

	@Override
	public void closed(String sessionId) {
		this.told.add("closed " + sessionId);
	}

}
