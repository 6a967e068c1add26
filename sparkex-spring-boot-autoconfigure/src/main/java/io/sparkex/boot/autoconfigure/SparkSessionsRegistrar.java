package io.sparkex.boot.autoconfigure;

import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

import io.sparkex.SparkSession;

/**
 * Registrar of a session bean for each name under {@code sparkex.sessions}, which is
 * injected by its qualifier only. Not a {@code BeanRegistrar}, since that one can set
 * neither a qualifier nor {@code defaultCandidate}.
 */
final class SparkSessionsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final Bindable<Map<String, SparkexSessionProperties>> SESSIONS = Bindable.mapOf(String.class,
			SparkexSessionProperties.class);

	private final Environment environment;

	SparkSessionsRegistrar(Environment environment) {
		this.environment = environment;
	}

	/**
	 * Returns the names of all sessions except the default session.
	 */
	static Set<String> sessionNames(Environment environment) {
		return Binder.get(environment).bind("sparkex.sessions", SESSIONS).orElseGet(Map::of).keySet();
	}

	/**
	 * Returns the name of the bean of a session.
	 */
	static String beanName(String sessionName) {
		return sessionName + "SparkSession";
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		for (String name : sessionNames(this.environment)) {
			String beanName = beanName(name);
			if (!registry.containsBeanDefinition(beanName)) {
				registry.registerBeanDefinition(beanName, sessionDefinition(name));
			}
		}
	}

	private static RootBeanDefinition sessionDefinition(String name) {
		RootBeanDefinition definition = new RootBeanDefinition(SparkSession.class);
		definition.setFactoryBeanName("sparkSessionBuilderFactory");
		definition.setFactoryMethodName("createSession");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
		definition.setDefaultCandidate(false);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		definition.setDestroyMethodName("close");
		return definition;
	}

}
