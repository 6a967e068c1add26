package io.sparkex.internal.transport;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.sparkex.internal.protocol.ConfigEncoder;

/**
 * Setup of new sessions: configuration, artifacts and initializers. Thread-safe.
 */
final class SessionInitialization {

	private final SessionCalls calls;

	private final UnaryRequests requests;

	private final List<SessionSetup> setups;

	private final Function<SessionHandle, SparkConnectClient> clients;

	/**
	 * The clients that setups are using.
	 */
	private final Set<SparkConnectClient> inUse = ConcurrentHashMap.newKeySet();

	/**
	 * Creates the initialization of the sessions of a client.
	 * @param calls the calls of the client
	 * @param requests the requests of the client
	 * @param setups the setups to run in each session, in order
	 * @param clients creates a client for a session that is not set up yet
	 */
	SessionInitialization(SessionCalls calls, UnaryRequests requests, List<SessionSetup> setups,
			Function<SessionHandle, SparkConnectClient> clients) {
		this.calls = calls;
		this.requests = requests;
		this.setups = setups;
		this.clients = clients;
	}

	/**
	 * Sets up a session.
	 */
	void run(SessionHandle session, SessionContent content) {
		if (!content.configuration().isEmpty()) {
			this.requests.configure(session, ConfigEncoder.set(content.configuration()));
		}
		content.unset().forEach((key) -> this.requests.configure(session, ConfigEncoder.unset(key)));
		if (!content.artifacts().isEmpty() || !this.setups.isEmpty()) {
			this.calls.use();
			fill(this.clients.apply(session), content);
		}
	}

	/**
	 * Returns whether the client is open.
	 */
	boolean isOpen() {
		return this.calls.isOpen();
	}

	private void fill(SparkConnectClient inside, SessionContent content) {
		this.inUse.add(inside);
		try {
			if (!this.calls.isOpen()) {
				// close() may have run before the client was added.
				inside.close();
			}
			inside.artifacts().upload(content.artifacts());
			this.setups.forEach((setup) -> setup.run(inside));
		}
		finally {
			this.inUse.remove(inside);
		}
	}

	/**
	 * Releases a session that could not be set up.
	 */
	void discard(SessionHandle session) {
		this.calls.discard(session);
	}

	/**
	 * Closes the clients of running setups, which makes them fail.
	 */
	void close() {
		this.inUse.forEach(SparkConnectClient::close);
	}

}
