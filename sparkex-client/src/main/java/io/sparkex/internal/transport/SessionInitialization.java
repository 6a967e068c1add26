package io.sparkex.internal.transport;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.sparkex.internal.protocol.ConfigEncoder;

/**
 * Brings sessions into the state that they are to begin with. Thread-safe.
 */
final class SessionInitialization implements SessionLifecycle.Setup {

	private final SparkConnectClient client;

	private final List<SessionSetup> setups;

	/**
	 * What setups use just now.
	 */
	private final Set<SparkConnectClient> inUse = ConcurrentHashMap.newKeySet();

	/**
	 * The initialization of the sessions of a client.
	 * @param client the client
	 * @param setups what has to run in each session, in this order
	 */
	SessionInitialization(SparkConnectClient client, List<SessionSetup> setups) {
		this.client = client;
		this.setups = setups;
	}

	@Override
	public void run(SessionHandle session, SessionLifecycle.Content content) {
		if (!content.configuration().isEmpty()) {
			this.client.questions().configure(session, ConfigEncoder.set(content.configuration()));
		}
		content.unset().forEach((key) -> this.client.questions().configure(session, ConfigEncoder.unset(key)));
		if (!content.artifacts().isEmpty() || !this.setups.isEmpty()) {
			this.client.calls().use();
			fill(this.client.inside(session), content);
		}
	}

	@Override
	public boolean isOpen() {
		return this.client.calls().isOpen();
	}

	private void fill(SparkConnectClient inside, SessionLifecycle.Content content) {
		this.inUse.add(inside);
		try {
			if (!this.client.calls().isOpen()) {
				// Whoever closed the client may not have seen it.
				inside.close();
			}
			inside.artifacts().upload(content.artifacts());
			this.setups.forEach((setup) -> setup.run(inside));
		}
		finally {
			this.inUse.remove(inside);
		}
	}

	@Override
	public void discard(SessionHandle session) {
		this.client.calls().discard(session);
	}

	/**
	 * Has setups that are running fail.
	 */
	void close() {
		this.inUse.forEach(SparkConnectClient::close);
	}

}
