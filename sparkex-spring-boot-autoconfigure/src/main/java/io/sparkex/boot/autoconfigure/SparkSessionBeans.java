package io.sparkex.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * Lookup of the beans that apply to a Spark session. A bean with a qualifier that names a
 * session applies to that session only; any other bean is shared by all sessions.
 * <p>
 * Spring has no lookup for this rule: an {@code ObjectProvider} without a qualifier also
 * returns the beans of other sessions, and {@code qualifiedBeansOfType} does not return
 * the shared ones. Everything else follows injection points: default and autowire
 * candidates, primary and fallback beans, order, and parent bean factories.
 */
final class SparkSessionBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> sessionNames;

	/**
	 * Creates a lookup.
	 * @param beanFactory the bean factory to search, with its parents
	 * @param sessionNames the names of all sessions except the default session
	 */
	SparkSessionBeans(ConfigurableListableBeanFactory beanFactory, Set<String> sessionNames) {
		this.beanFactory = beanFactory;
		this.sessionNames = sessionNames;
	}

	/**
	 * Returns the shared beans and the beans of the session, in their order.
	 * @param session the name of the session, or {@code null} for the default session
	 */
	<T> List<T> list(Class<T> type, @Nullable String session) {
		return getBeans(type, names(type, true, (owner) -> owner == null || owner.equals(session)));
	}

	/**
	 * Returns the beans of the session only, in their order. The shared beans are those
	 * of the default session.
	 * @param session the name of the session, or {@code null} for the default session
	 */
	<T> List<T> listOwn(Class<T> type, @Nullable String session) {
		return (session != null) ? getBeans(type, names(type, true, session::equals)) : list(type, null);
	}

	/**
	 * Finds the bean of the session, or the shared bean if there is none.
	 * @param session the name of the session, or {@code null} for the default session
	 * @param orShared whether to fall back to a shared bean
	 * @return the bean, or {@code null} if there is none
	 * @throws NoUniqueBeanDefinitionException if there are several candidates and none of
	 * them is primary
	 */
	<T> @Nullable T find(Class<T> type, @Nullable String session, boolean orShared) {
		List<String> candidates = (session != null) ? names(type, true, session::equals) : List.of();
		if (candidates.isEmpty() && orShared) {
			candidates = names(type, true, (owner) -> owner == null);
		}
		candidates = prefer(prefer(candidates, BeanDefinition::isPrimary), (definition) -> !definition.isFallback());
		if (candidates.size() > 1) {
			throw new NoUniqueBeanDefinitionException(type, candidates.size(),
					"make one of them primary, or name its session in a qualifier");
		}
		return candidates.isEmpty() ? null : this.beanFactory.getBean(candidates.get(0), type);
	}

	/**
	 * Returns the names of the shared beans, for conditions: initializes no bean.
	 */
	List<String> sharedNames(Class<?> type) {
		return names(type, false, (owner) -> owner == null);
	}

	private List<String> names(Class<?> type, boolean allowEagerInit, Predicate<@Nullable String> owner) {
		return Arrays
			.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, type, true, allowEagerInit))
			.filter((name) -> owner.test(owner(name)) && isCandidate(name))
			.toList();
	}

	/**
	 * Returns the session that the qualifier of a bean names, or {@code null}.
	 */
	private @Nullable String owner(String beanName) {
		return this.sessionNames.stream()
			.filter((
					session) -> BeanFactoryAnnotationUtils.isQualifierMatch(session::equals, beanName, this.beanFactory)
							|| BeanFactoryAnnotationUtils.isQualifierMatch(session::equals, targetName(beanName),
									this.beanFactory))
			.findFirst()
			.orElse(null);
	}

	private boolean isCandidate(String beanName) {
		return !(definition(beanName) instanceof AbstractBeanDefinition definition)
				|| (definition.isAutowireCandidate() && (definition.isDefaultCandidate() || owner(beanName) != null));
	}

	private List<String> prefer(List<String> names, Predicate<BeanDefinition> preference) {
		List<String> preferred = names.stream().filter((name) -> {
			BeanDefinition definition = definition(name);
			return definition != null && preference.test(definition);
		}).toList();
		return preferred.isEmpty() ? names : preferred;
	}

	/**
	 * Returns the beans in the order of {@code ObjectProvider.orderedStream()}, whose
	 * order sources are not accessible.
	 */
	private <T> List<T> getBeans(Class<T> type, List<String> names) {
		List<T> beans = new ArrayList<>();
		IdentityHashMap<Object, Object[]> orderSources = new IdentityHashMap<>();
		for (String name : names) {
			T bean = this.beanFactory.getBean(name, type);
			beans.add(bean);
			orderSources.put(bean, orderSources(name));
		}
		beans.sort(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(orderSources::get));
		return beans;
	}

	private Object[] orderSources(String beanName) {
		List<Object> sources = new ArrayList<>();
		if (definition(targetName(beanName)) instanceof RootBeanDefinition definition) {
			if (definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE) instanceof Integer order) {
				sources.add((Ordered) () -> order);
			}
			if (definition.getResolvedFactoryMethod() != null) {
				sources.add(definition.getResolvedFactoryMethod());
			}
			if (definition.getTargetType() != null) {
				sources.add(definition.getTargetType());
			}
		}
		return sources.toArray();
	}

	/**
	 * Returns the name of the bean behind a scoped proxy, which has the annotations.
	 */
	private String targetName(String beanName) {
		String target = ScopedProxyUtils.getTargetBeanName(beanName);
		return (definition(target) != null) ? target : beanName;
	}

	private @Nullable BeanDefinition definition(String beanName) {
		try {
			return this.beanFactory.getMergedBeanDefinition(beanName);
		}
		catch (NoSuchBeanDefinitionException ex) {
			// A singleton that was registered as an instance
			return null;
		}
	}

}
