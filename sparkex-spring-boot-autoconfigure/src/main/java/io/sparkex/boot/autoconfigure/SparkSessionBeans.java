package io.sparkex.boot.autoconfigure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
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
		return beans(find(type, (bean) -> bean.owner() == null || bean.owner().equals(session)));
	}

	/**
	 * What is for this session alone, in its order; for the default session what names no
	 * other.
	 * @param session the name of the session, or {@code null} for the default one
	 */
	<T> List<T> own(Class<T> type, @Nullable String session) {
		return (session != null) ? beans(find(type, (bean) -> session.equals(bean.owner()))) : common(type, null);
	}

	/**
	 * The bean that is for this session alone, else the one that is for all.
	 * @param session the name of the session, or {@code null} for the default one
	 * @param orCommon whether one for all will do
	 * @return the bean, or {@code null} if there is none
	 * @throws NoUniqueBeanDefinitionException if there are several, none of them primary
	 * or all but one fallbacks
	 */
	<T> @Nullable T best(Class<T> type, @Nullable String session, boolean orCommon) {
		List<SessionBean<T>> candidates = (session != null) ? find(type, (bean) -> session.equals(bean.owner()))
				: List.of();
		if (candidates.isEmpty() && orCommon) {
			candidates = find(type, (bean) -> bean.owner() == null);
		}
		candidates = preferred(preferred(candidates, SessionBean::isPrimary), (bean) -> !bean.isFallback());
		if (candidates.size() > 1) {
			throw new NoUniqueBeanDefinitionException(type, candidates.size(),
					"make one of them primary, or name in a qualifier the session that it is for");
		}
		return candidates.isEmpty() ? null : candidates.get(0).get();
	}

	private static <T> List<SessionBean<T>> preferred(List<SessionBean<T>> candidates,
			Predicate<SessionBean<T>> preference) {
		List<SessionBean<T>> preferred = candidates.stream().filter(preference).toList();
		return preferred.isEmpty() ? candidates : preferred;
	}

	private static <T> List<T> beans(List<SessionBean<T>> found) {
		return found.stream()
			.map(SessionBean::instance)
			.sorted(SessionBean.ORDER)
			.map(SessionBean.Instance::bean)
			.toList();
	}

	/**
	 * Candidates of this bean factory and of those above it, but for what a bean of the
	 * same name hides.
	 */
	private <T> List<SessionBean<T>> find(Class<T> type, Predicate<SessionBean<T>> wanted) {
		List<SessionBean<T>> found = new ArrayList<>();
		Set<String> names = new HashSet<>();
		BeanFactory factory = this.beanFactory;
		while (factory instanceof ConfigurableListableBeanFactory current) {
			for (String name : current.getBeanNamesForType(type)) {
				SessionBean<T> bean = new SessionBean<>(current, name, type, owner(current, name));
				if (names.add(name) && bean.isCandidate() && wanted.test(bean)) {
					found.add(bean);
				}
			}
			factory = current.getParentBeanFactory();
		}
		return found;
	}

	/**
	 * The session that a bean is for. The qualifier of a scoped proxy may be at its
	 * target only.
	 * @return the name of the session, or {@code null} if the bean is for all
	 */
	@Nullable String owner(ConfigurableListableBeanFactory factory, String beanName) {
		String target = ScopedProxyUtils.getTargetBeanName(beanName);
		boolean proxy = factory.containsBeanDefinition(target);
		return this.sessions.stream()
			.filter((session) -> isFor(session, beanName, factory) || (proxy && isFor(session, target, factory)))
			.findFirst()
			.orElse(null);
	}

	private static boolean isFor(String session, String beanName, BeanFactory factory) {
		return BeanFactoryAnnotationUtils.isQualifierMatch(session::equals, beanName, factory);
	}

}
