package io.sparkex.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;

/**
 * The sessions whose lifecycle an application manages.
 */
final class ManagedSparkSessions {

	private final ConfigurableListableBeanFactory beanFactory;

	ManagedSparkSessions(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Returns the session beans, and creates those that do not exist yet.
	 */
	Map<String, SparkSession> beans() {
		return this.beanFactory.getBeansOfType(SparkSession.class, false, true);
	}

	/**
	 * Returns the existing sessions that end with the application. Sessions of factories
	 * come first, since they use the connection of another session.
	 */
	List<SparkSession> existing() {
		List<SparkSession> sessions = new ArrayList<>();
		singletons(SparkSessionFactory.class).values().forEach((factory) -> sessions.addAll(factory.openSessions()));
		singletons(SparkSession.class).forEach((name, session) -> {
			if (endsWithApplication(name)) {
				sessions.add(session);
			}
		});
		return sessions;
	}

	/**
	 * Returns whether the context closes the bean. A bean without a destroy method
	 * outlives the application.
	 */
	private boolean endsWithApplication(String name) {
		return this.beanFactory.containsBeanDefinition(name)
				&& !"".equals(this.beanFactory.getMergedBeanDefinition(name).getDestroyMethodName());
	}

	private <T> Map<String, T> singletons(Class<T> type) {
		Map<String, T> beans = new LinkedHashMap<>();
		for (String name : this.beanFactory.getBeanNamesForType(type, false, false)) {
			Object bean = this.beanFactory.getSingleton(name);
			if (type.isInstance(bean)) {
				beans.put(name, type.cast(bean));
			}
		}
		return beans;
	}

}
