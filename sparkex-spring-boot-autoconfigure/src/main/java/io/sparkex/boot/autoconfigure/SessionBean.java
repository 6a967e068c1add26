package io.sparkex.boot.autoconfigure;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.OrderComparator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * A bean that may go with a session.
 *
 * @param factory where it is
 * @param name its name
 * @param type what is asked of it
 * @param owner the session that its qualifier names, or {@code null} if it is for all
 */
record SessionBean<T>(ConfigurableListableBeanFactory factory, String name, Class<T> type, @Nullable String owner) {

	/**
	 * The order that the bean itself has, its definition, its factory method or its
	 * class.
	 */
	static final Comparator<Instance<?>> ORDER = (one, other) -> AnnotationAwareOrderComparator.INSTANCE
		.withSourceProvider((bean) -> (bean == one.bean()) ? one.orderSources() : other.orderSources())
		.compare(one.bean(), other.bean());

	/**
	 * Whether it may be injected. One that must be asked for by its qualifier goes with
	 * the session that this names.
	 */
	boolean isCandidate() {
		return !(definition() instanceof AbstractBeanDefinition definition)
				|| (definition.isAutowireCandidate() && (definition.isDefaultCandidate() || this.owner != null));
	}

	boolean isPrimary() {
		BeanDefinition definition = definition();
		return definition != null && definition.isPrimary();
	}

	boolean isFallback() {
		BeanDefinition definition = definition();
		return definition != null && definition.isFallback();
	}

	T get() {
		return this.factory.getBean(this.name, this.type);
	}

	/**
	 * The bean itself, of which a prototype has many.
	 */
	Instance<T> instance() {
		List<Object> sources = new ArrayList<>();
		T bean = get();
		BeanDefinition proxied = definition(ScopedProxyUtils.getTargetBeanName(this.name));
		if (((proxied != null) ? proxied : definition()) instanceof RootBeanDefinition definition) {
			Object order = definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE);
			if (order instanceof Integer value) {
				sources.add((Ordered) () -> value);
			}
			Method factoryMethod = definition.getResolvedFactoryMethod();
			if (factoryMethod != null) {
				sources.add(factoryMethod);
			}
			Class<?> target = definition.getTargetType();
			if (target != null && target != bean.getClass()) {
				sources.add(target);
			}
		}
		return new Instance<>(bean, sources.toArray());
	}

	private @Nullable BeanDefinition definition() {
		return definition(this.name);
	}

	/**
	 * None where somebody has registered the bean itself.
	 */
	private @Nullable BeanDefinition definition(String name) {
		return this.factory.containsBeanDefinition(name) ? this.factory.getMergedBeanDefinition(name) : null;
	}

	/**
	 * A bean and what tells its order besides itself.
	 *
	 * @param bean the bean
	 * @param orderSources see {@link OrderComparator.OrderSourceProvider}
	 */
	record Instance<T>(T bean, Object[] orderSources) {

	}

}
