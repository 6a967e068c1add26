package io.sparkex.boot.autoconfigure;

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

	DefaultSparkSessionFactory(SparkSession session, ObjectProvider<SparkUserSupplier> users) {
		this.session = session;
		this.users = users;
	}

	@Override
	public SparkSession newSession() {
		SparkUserSupplier users = this.users.getIfAvailable();
		String userId = (users != null) ? users.getUserId() : null;
		return (userId != null) ? newSession(userId) : this.session.newSession();
	}

	@Override
	public SparkSession newSession(String userId) {
		return this.session.newSession(userId);
	}

}
