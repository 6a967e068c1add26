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
 * Keeps the session of each user from one request to the next, with all temporary views
 * in it. Thread-safe.
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
	 * The session of the user who is logged in. The first time dials nothing, either.
	 */
	SparkSession mine() {
		return this.sessions.computeIfAbsent(user(), this.factory::newSession);
	}

	/**
	 * Lets the next request begin anew, as after the server has lost the session.
	 */
	void forgetMine() {
		SparkSession session = this.sessions.get(user());
		if (session != null && isLost(session) && this.sessions.remove(user(), session)) {
			session.close();
		}
	}

	/**
	 * Another request of the user may have begun anew meanwhile.
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
		return Objects.requireNonNull(this.users.getUserId(), "Nobody is logged in");
	}

	@PreDestroy
	void close() {
		this.sessions.values().forEach(SparkSession::close);
	}

}
