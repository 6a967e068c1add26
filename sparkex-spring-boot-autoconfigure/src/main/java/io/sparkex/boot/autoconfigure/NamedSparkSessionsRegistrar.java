package io.sparkex.boot.autoconfigure;

import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

import io.sparkex.SparkSession;

/**
 * Registers a session bean for each name under {@code sparkex.sessions}, to be injected
 * by its qualifier only.
 */
final class NamedSparkSessionsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final Bindable<Map<String, SparkexSessionProperties>> SESSIONS = Bindable.mapOf(String.class,
			SparkexSessionProperties.class);

	private final Environment environment;

	NamedSparkSessionsRegistrar(Environment environment) {
		this.environment = environment;
	}

	/**
	 * The names of the sessions that the properties describe, but for the default one.
	 */
	static Set<String> names(Environment environment) {
		BindResult<Map<String, SparkexSessionProperties>> sessions = Binder.get(environment)
			.bind("sparkex.sessions", SESSIONS);
		return sessions.isBound() ? sessions.get().keySet() : Set.of();
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		for (String name : names(this.environment)) {
			String beanName = name + "SparkSession";
			if (!registry.containsBeanDefinition(beanName)) {
				registry.registerBeanDefinition(beanName, definition(name));
			}
		}
	}

	private static RootBeanDefinition definition(String name) {
		RootBeanDefinition definition = new RootBeanDefinition(SparkSession.class);
		definition.setFactoryBeanName("sparkSessionBuilders");
		definition.setFactoryMethodName("build");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
		definition.setDefaultCandidate(false);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		definition.setDestroyMethodName("close");
		return definition;
	}

}
