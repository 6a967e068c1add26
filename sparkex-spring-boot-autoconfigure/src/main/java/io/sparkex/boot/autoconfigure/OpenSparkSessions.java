package io.sparkex.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;

/**
 * The sessions that an application has.
 */
final class OpenSparkSessions {

	private final ConfigurableListableBeanFactory beanFactory;

	OpenSparkSessions(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Those that are beans, made if they are not yet.
	 */
	Map<String, SparkSession> beans() {
		return this.beanFactory.getBeansOfType(SparkSession.class, false, true);
	}

	/**
	 * Those that were ever used by anybody and end with the application, the ones of
	 * factories first, since they live on the connection of another.
	 */
	List<SparkSession> all() {
		List<SparkSession> sessions = new ArrayList<>();
		existing(SparkSessionFactory.class).values().forEach((factory) -> sessions.addAll(factory.openSessions()));
		existing(SparkSession.class).forEach((name, session) -> {
			if (isOwned(name)) {
				sessions.add(session);
			}
		});
		return sessions;
	}

	/**
	 * Whether nobody has said that the bean is to outlive the application.
	 */
	private boolean isOwned(String name) {
		return this.beanFactory.containsBeanDefinition(name)
				&& !"".equals(this.beanFactory.getMergedBeanDefinition(name).getDestroyMethodName());
	}

	private <T> Map<String, T> existing(Class<T> type) {
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
