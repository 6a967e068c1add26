package io.sparkex.samples.secured;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.errors.SessionLostException;

/**
 * Store of the session of each user, with its temporary views, across requests.
 * Thread-safe.
 */
@Component
class UserSessions {

	private final SparkSessionFactory factory;

	private final SparkUserSupplier users;

	private final Map<String, SparkSession> sessions = new ConcurrentHashMap<>();

	UserSessions(SparkSessionFactory factory, SparkUserSupplier users) {
		this.factory = factory;
		this.users = users;
	}

	/**
	 * Returns the session of the authenticated user. Does not connect, even if it creates
	 * the session.
	 */
	SparkSession current() {
		return this.sessions.computeIfAbsent(user(), this.factory::newSession);
	}

	/**
	 * Removes the session of the authenticated user if the server has lost it, so that
	 * the next request creates a new one.
	 */
	void removeCurrentIfLost() {
		SparkSession session = this.sessions.get(user());
		if (session != null && isLost(session) && this.sessions.remove(user(), session)) {
			session.close();
		}
	}

	/**
	 * Returns whether the session is lost. Another request of the user may have created a
	 * new session concurrently.
	 */
	private static boolean isLost(SparkSession session) {
		try {
			session.catalog().currentDatabase();
			return false;
		}
		catch (SessionLostException ex) {
			return true;
		}
	}

	private String user() {
		return Objects.requireNonNull(this.users.getUserId(), "No authenticated user");
	}

	@PreDestroy
	void close() {
		this.sessions.values().forEach(SparkSession::close);
	}

}
