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
 * Lifecycle of a session. It is set up before its first use and replaced when it is lost,
 * unless the application does not want that or state would silently be missing.
 * Thread-safe.
 */
final class SessionLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SessionLifecycle.class);

	private final ClientOptions options;

	private final SessionInitialization initialization;

	private final SessionState state;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile SessionHandle current;

	private volatile boolean established;

	/**
	 * {@code true} while the thread that holds the lock sets up a session.
	 */
	private boolean settingUp;

	/**
	 * Creates the lifecycle of a new session.
	 * @param options the options of the client
	 * @param session the session
	 * @param initialization sets up sessions
	 */
	SessionLifecycle(ClientOptions options, SessionHandle session, SessionInitialization initialization) {
		this(options, session, initialization, new SessionState(),
				options.configuration().isEmpty() && options.setups().isEmpty());
	}

	private SessionLifecycle(ClientOptions options, SessionHandle session, SessionInitialization initialization,
			SessionState state, boolean established) {
		this.options = options;
		this.current = session;
		this.initialization = initialization;
		this.state = state;
		this.established = established;
	}

	/**
	 * Creates the lifecycle of a clone of the session, which has the same state.
	 * @param clone the clone
	 * @param cloneInitialization sets up the sessions that replace the clone
	 */
	SessionLifecycle forClone(SessionHandle clone, SessionInitialization cloneInitialization) {
		return new SessionLifecycle(this.options, clone, cloneInitialization, this.state.copy(), true);
	}

	/**
	 * Returns the session, which may not be set up yet.
	 */
	SessionHandle current() {
		return this.current;
	}

	/**
	 * Records state of the session if sessions are rebuilt.
	 */
	void record(Consumer<SessionState> change) {
		if (this.options.rebuildLostSession()) {
			change.accept(this.state);
		}
	}

	/**
	 * Returns the session and sets it up before its first use.
	 * @throws SparkException if the setup failed; the next call tries again
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
			setUp(session, new SessionContent(this.options.configuration(), List.of(), List.of()));
			this.established = true;
		}
		catch (SessionLostException ex) {
			// Another call of the setup had already been answered.
			replace(session, ex);
		}
	}

	/**
	 * Replaces a lost session, unless another thread has replaced it.
	 * @param lost the lost session
	 * @param loss the error of the server
	 * @return the new session
	 * @throws SessionLostException if the session cannot be replaced
	 */
	SessionHandle replace(SessionHandle lost, SessionLostException loss) {
		locked("rebuilt", () -> {
			if (this.current == lost) {
				markLost(lost, loss);
				if (!this.options.rebuildLostSession()) {
					throw loss;
				}
				try {
					rebuild(lost, loss);
				}
				catch (OperationCancelledException ex) {
					throw ex;
				}
				catch (SparkException ex) {
					notifyListeners((listener) -> listener.rebuildFailed(lost.sessionId(), ex));
					throw ex;
				}
			}
		});
		return this.current;
	}

	/**
	 * Notifies listeners that a session is lost, once per session.
	 */
	void markLost(SessionHandle lost, SessionLostException loss) {
		if (lost.markLost()) {
			logger.warn("The session {} is lost: {}", lost.sessionId(), loss.getMessage());
			notifyListeners((listener) -> listener.lost(lost.sessionId(), loss));
		}
	}

	private void rebuild(SessionHandle lost, SessionLostException loss) {
		List<String> missing = this.state.unrepeatable();
		if (!missing.isEmpty()) {
			throw new SessionLostException(
					"The session " + lost.sessionId() + " is lost and is not rebuilt, because state would be missing: "
							+ String.join(", ", missing) + ". Create it in an initializer, and build a new session now",
					loss);
		}
		SessionHandle fresh = lost.another();
		Map<String, String> configuration = new LinkedHashMap<>(this.options.configuration());
		List<String> unset = this.state.unset();
		unset.forEach(configuration::remove);
		configuration.putAll(this.state.settings());
		try {
			setUp(fresh, new SessionContent(configuration, unset, this.state.artifacts()));
		}
		catch (RuntimeException ex) {
			this.initialization.discard(fresh);
			checkOpen(lost, ex);
			throw new SessionLostException(
					"The session " + lost.sessionId() + " is lost, and could not be rebuilt: " + ex.getMessage(), ex);
		}
		if (!this.initialization.isOpen()) {
			this.initialization.discard(fresh);
			checkOpen(lost, null);
		}
		this.current = fresh;
		this.established = true;
		logger.info("The session {} was rebuilt as {}", lost.sessionId(), fresh.sessionId());
		notifyListeners((listener) -> listener.rebuilt(lost.sessionId(), fresh.sessionId()));
	}

	private void checkOpen(SessionHandle lost, @Nullable Exception cause) {
		if (!this.initialization.isOpen()) {
			throw new OperationCancelledException(
					"The session " + lost.sessionId() + " was closed while it was rebuilt", cause);
		}
	}

	private void setUp(SessionHandle session, SessionContent content) {
		this.settingUp = true;
		try {
			this.initialization.run(session, content);
		}
		finally {
			this.settingUp = false;
		}
	}

	/**
	 * Notifies listeners that the session was closed.
	 */
	void notifyClosed() {
		notifyListeners((listener) -> listener.closed(this.current.sessionId()));
	}

	private void notifyListeners(Consumer<SessionListener> event) {
		for (SessionListener listener : this.options.sessionListeners()) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener failed on an event of a session", ex);
			}
		}
	}

	private void locked(String action, Runnable task) {
		if (this.lock.isHeldByCurrentThread() && this.settingUp) {
			throw new IllegalStateException("An initializer must use only the session that it is given");
		}
		try {
			this.lock.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while the session was " + action, ex);
		}
		try {
			task.run();
		}
		finally {
			this.lock.unlock();
		}
	}

}
