package io.sparkex.boot.autoconfigure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.beans.factory.ObjectProvider;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.SparkUserSupplier;

/**
 * {@link SparkSessionFactory} that creates sessions on the connection of the default
 * session.
 */
final class DefaultSparkSessionFactory implements SparkSessionFactory {

	private final SparkSession session;

	private final ObjectProvider<SparkUserSupplier> users;

	/**
	 * The created sessions, held weakly, since the application may drop a session without
	 * closing it.
	 */
	private final Set<SparkSession> sessions = Collections.newSetFromMap(new WeakHashMap<>());

	private final ReentrantLock lock = new ReentrantLock();

	DefaultSparkSessionFactory(SparkSession session, ObjectProvider<SparkUserSupplier> users) {
		this.session = session;
		this.users = users;
	}

	@Override
	public SparkSession newSession() {
		SparkUserSupplier users = this.users.getIfAvailable();
		String userId = (users != null) ? users.getUserId() : null;
		return (userId != null) ? newSession(userId) : track(this.session.newSession());
	}

	@Override
	public SparkSession newSession(String userId) {
		return track(this.session.newSession(userId));
	}

	private SparkSession track(SparkSession session) {
		this.lock.lock();
		try {
			this.sessions.add(session);
		}
		finally {
			this.lock.unlock();
		}
		return session;
	}

	@Override
	public Collection<SparkSession> openSessions() {
		this.lock.lock();
		try {
			this.sessions.removeIf((session) -> !session.isOpen());
			return List.copyOf(this.sessions);
		}
		finally {
			this.lock.unlock();
		}
	}

}
