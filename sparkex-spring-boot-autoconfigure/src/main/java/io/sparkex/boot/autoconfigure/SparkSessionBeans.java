package io.sparkex.boot.autoconfigure;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the beans of the application that go with a session. A bean with a qualifier that
 * names a session is for that one alone.
 */
final class SparkSessionBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> sessions;

	/**
	 * Finds beans.
	 * @param beanFactory where they are
	 * @param sessions the names of all sessions but the default one
	 */
	SparkSessionBeans(ConfigurableListableBeanFactory beanFactory, Set<String> sessions) {
		this.beanFactory = beanFactory;
		this.sessions = sessions;
	}

	/**
	 * What is for all sessions or for this one, in its order.
	 * @param session the name of the session, or {@code null} for the default one
	 */
	<T> List<T> common(Class<T> type, @Nullable String session) {
		Set<T> others = Collections.newSetFromMap(new IdentityHashMap<>());
		for (String name : this.beanFactory.getBeanNamesForType(type)) {
			String owner = owner(name);
			if (owner != null && !owner.equals(session)) {
				others.add(this.beanFactory.getBean(name, type));
			}
		}
		return this.beanFactory.getBeanProvider(type)
			.orderedStream()
			.filter((candidate) -> !others.contains(candidate))
			.toList();
	}

	/**
	 * The bean that is for this session alone, else the one that is for all.
	 * @param session the name of the session, or {@code null} for the default one
	 * @param orCommon whether one for all will do
	 * @return the bean, or {@code null} if there is none
	 * @throws NoUniqueBeanDefinitionException if there are several
	 */
	<T> @Nullable T best(Class<T> type, @Nullable String session, boolean orCommon) {
		List<T> candidates = (session != null) ? own(type, session) : List.of();
		if (candidates.isEmpty() && orCommon) {
			candidates = common(type, session);
		}
		if (candidates.size() > 1) {
			T primary = this.beanFactory.getBeanProvider(type).getIfUnique();
			if (primary == null || !candidates.contains(primary)) {
				throw new NoUniqueBeanDefinitionException(type, candidates.size(),
						"make one of them primary, or name in a qualifier the session that it is for");
			}
			return primary;
		}
		return candidates.isEmpty() ? null : candidates.get(0);
	}

	/**
	 * What is for this session alone, in its order; for the default session what names no
	 * other.
	 * @param session the name of the session, or {@code null} for the default one
	 */
	<T> List<T> own(Class<T> type, @Nullable String session) {
		if (session == null) {
			return common(type, null);
		}
		Set<T> own = Collections.newSetFromMap(new IdentityHashMap<>());
		for (String name : this.beanFactory.getBeanNamesForType(type)) {
			if (session.equals(owner(name))) {
				own.add(this.beanFactory.getBean(name, type));
			}
		}
		return this.beanFactory.getBeanProvider(type).orderedStream().filter(own::contains).toList();
	}

	private @Nullable String owner(String beanName) {
		return this.sessions.stream()
			.filter((session) -> BeanFactoryAnnotationUtils.isQualifierMatch(session::equals, beanName,
					this.beanFactory))
			.findFirst()
			.orElse(null);
	}

}
