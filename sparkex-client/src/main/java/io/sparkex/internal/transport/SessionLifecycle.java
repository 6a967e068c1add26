package io.sparkex.internal.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.SessionListener;

/**
 * Sets a session up before its first use, and puts another in its place when it is lost,
 * if that is wanted and nothing would silently vanish. Thread-safe.
 */
final class SessionLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SessionLifecycle.class);

	private final ClientOptions options;

	private final Setup setup;

	private final SessionState state;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile SessionHandle current;

	private volatile boolean established;

	/**
	 * Whether whoever holds the lock is having the session set up.
	 */
	private boolean settingUp;

	/**
	 * A keeper of a new session.
	 * @param options what the session is to be like
	 * @param session the session
	 * @param setup sets a session up
	 */
	SessionLifecycle(ClientOptions options, SessionHandle session, Setup setup) {
		this(options, session, new SessionState(), setup,
				options.configuration().isEmpty() && options.setups().isEmpty());
	}

	private SessionLifecycle(ClientOptions options, SessionHandle session, SessionState state, Setup setup,
			boolean established) {
		this.options = options;
		this.current = session;
		this.state = state;
		this.setup = setup;
		this.established = established;
	}

	/**
	 * A keeper of a clone of the session, which has all that this one has.
	 */
	SessionLifecycle forClone(SessionHandle clone, Setup cloneSetup) {
		return new SessionLifecycle(this.options, clone, this.state.copy(), cloneSetup, true);
	}

	/**
	 * The session as it is, perhaps not set up.
	 */
	SessionHandle current() {
		return this.current;
	}

	/**
	 * Takes note of what the session was given, if anybody will ever ask.
	 */
	void note(Consumer<SessionState> change) {
		if (this.options.rebuildsSessions()) {
			change.accept(this.state);
		}
	}

	/**
	 * The session, set up.
	 * @throws SparkException if it could not be set up; the next call tries again
	 */
	SessionHandle ready() {
		if (!this.established) {
			locked("configured", () -> {
				if (!this.established) {
					establish(this.current);
				}
			});
		}
		return this.current;
	}

	private void establish(SessionHandle session) {
		try {
			setUp(session, new Content(this.options.configuration(), List.of(), List.of()));
			this.established = true;
		}
		catch (SessionLostException ex) {
			// It had answered something else before.
			replace(session, ex);
		}
	}

	/**
	 * The session to go on with when one is lost.
	 * @param lost the session that is lost
	 * @param loss what was said of it
	 * @throws SessionLostException if there is none
	 */
	SessionHandle replace(SessionHandle lost, SessionLostException loss) {
		locked("rebuilt", () -> {
			if (this.current == lost) {
				mourn(lost, loss);
				if (!this.options.rebuildsSessions()) {
					throw loss;
				}
				try {
					rebuild(lost, loss);
				}
				catch (OperationCancelledException ex) {
					throw ex;
				}
				catch (SparkException ex) {
					tell((listener) -> listener.rebuildFailed(lost.sessionId(), ex));
					throw ex;
				}
			}
		});
		return this.current;
	}

	/**
	 * Has listeners hear that a session is lost, unless they have.
	 */
	void mourn(SessionHandle lost, SessionLostException loss) {
		if (lost.mourn()) {
			logger.warn("The session {} is lost: {}", lost.sessionId(), loss.getMessage());
			tell((listener) -> listener.lost(lost.sessionId(), loss));
		}
	}

	private void rebuild(SessionHandle lost, SessionLostException loss) {
		List<String> missing = this.state.unrepeatable();
		if (!missing.isEmpty()) {
			throw new SessionLostException(
					"The session " + lost.sessionId()
							+ " is lost, and is not rebuilt since something would be missing: "
							+ String.join(", ", missing) + ". Have an initializer make it, and build a new session now",
					loss);
		}
		SessionHandle fresh = lost.another();
		Map<String, String> configuration = new LinkedHashMap<>(this.options.configuration());
		List<String> unset = this.state.unset();
		unset.forEach(configuration::remove);
		configuration.putAll(this.state.settings());
		try {
			setUp(fresh, new Content(configuration, unset, this.state.artifacts()));
		}
		catch (RuntimeException ex) {
			this.setup.discard(fresh);
			checkOpen(lost, ex);
			throw new SessionLostException(
					"The session " + lost.sessionId() + " is lost, and could not be rebuilt: " + ex.getMessage(), ex);
		}
		if (!this.setup.isOpen()) {
			this.setup.discard(fresh);
			checkOpen(lost, null);
		}
		this.current = fresh;
		this.established = true;
		logger.info("The session {} was rebuilt as {}", lost.sessionId(), fresh.sessionId());
		tell((listener) -> listener.rebuilt(lost.sessionId(), fresh.sessionId()));
	}

	private void checkOpen(SessionHandle lost, @Nullable Exception cause) {
		if (!this.setup.isOpen()) {
			throw new OperationCancelledException(
					"The session " + lost.sessionId() + " was closed while it was rebuilt", cause);
		}
	}

	private void setUp(SessionHandle session, Content content) {
		this.settingUp = true;
		try {
			this.setup.run(session, content);
		}
		finally {
			this.settingUp = false;
		}
	}

	/**
	 * Has listeners hear that the session was closed.
	 */
	void closed() {
		tell((listener) -> listener.closed(this.current.sessionId()));
	}

	private void tell(Consumer<SessionListener> event) {
		for (SessionListener listener : this.options.sessionListeners()) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener failed on an event of a session", ex);
			}
		}
	}

	private void locked(String what, Runnable task) {
		if (this.lock.isHeldByCurrentThread() && this.settingUp) {
			throw new IllegalStateException("An initializer must use the session that it is given, and no other");
		}
		try {
			this.lock.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while the session was " + what, ex);
		}
		try {
			task.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * What a session is given before its first use.
	 */
	record Content(Map<String, String> configuration, List<String> unset, List<Artifact> artifacts) {

	}

	/**
	 * Sets a session up.
	 */
	interface Setup {

		void run(SessionHandle session, Content content);

		/**
		 * Whether anybody wants a session.
		 */
		boolean isOpen();

		/**
		 * Lets go of a session that could not be set up.
		 */
		void discard(SessionHandle session);

	}

}
