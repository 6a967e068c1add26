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
 * Makes sessions on the connection of the default one.
 */
final class DefaultSparkSessionFactory implements SparkSessionFactory {

	private final SparkSession session;

	private final ObjectProvider<SparkUserSupplier> users;

	/**
	 * What the application drops without closing it must not stay for that.
	 */
	private final Set<SparkSession> made = Collections.newSetFromMap(new WeakHashMap<>());

	private final ReentrantLock lock = new ReentrantLock();

	DefaultSparkSessionFactory(SparkSession session, ObjectProvider<SparkUserSupplier> users) {
		this.session = session;
		this.users = users;
	}

	@Override
	public SparkSession newSession() {
		SparkUserSupplier users = this.users.getIfAvailable();
		String userId = (users != null) ? users.getUserId() : null;
		return (userId != null) ? newSession(userId) : kept(this.session.newSession());
	}

	@Override
	public SparkSession newSession(String userId) {
		return kept(this.session.newSession(userId));
	}

	private SparkSession kept(SparkSession session) {
		this.lock.lock();
		try {
			this.made.add(session);
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
			this.made.removeIf((session) -> !session.isOpen());
			return List.copyOf(this.made);
		}
		finally {
			this.lock.unlock();
		}
	}

}
