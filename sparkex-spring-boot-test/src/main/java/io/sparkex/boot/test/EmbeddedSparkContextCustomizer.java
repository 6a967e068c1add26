package io.sparkex.boot.test;

import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Adds the connection details of a shared server for all sessions, in the place of all
 * others. Equal ones let classes share a context.
 *
 * @param settings which server it is
 */
record EmbeddedSparkContextCustomizer(EmbeddedSparkSettings settings) implements ContextCustomizer {

	private static final String SERVER = "sharedEmbeddedSparkServer";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
		registry.registerBeanDefinition(SERVER, sharedServer());
		registry.registerBeanDefinition("sharedEmbeddedSpark", server());
		RootBeanDefinition defaultDetails = connectionDetails("sparkex");
		// An application without a default session must not have one in tests.
		defaultDetails.setAttribute(SparkConnectionDetails.STAND_IN, true);
		registry.registerBeanDefinition("sharedEmbeddedSparkConnectionDetails", defaultDetails);
		for (String name : names(context.getEnvironment())) {
			RootBeanDefinition details = connectionDetails("sparkex.sessions." + name);
			details.setDefaultCandidate(false);
			details.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
			registry.registerBeanDefinition(name + "SharedEmbeddedSparkConnectionDetails", details);
		}
		registry.registerBeanDefinition("sharedEmbeddedSparkTokenSupplier",
				new RootBeanDefinition(SharedServerTokenSupplier.class));
		registry.registerBeanDefinition("sparkSessionStates", new RootBeanDefinition(SessionStates.class));
	}

	private RootBeanDefinition sharedServer() {
		RootBeanDefinition definition = new RootBeanDefinition(SharedServer.class);
		definition.setFactoryMethodName("with");
		ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
		arguments.addIndexedArgumentValue(0, this.settings.version());
		arguments.addIndexedArgumentValue(1, this.settings.entries());
		arguments.addIndexedArgumentValue(2, this.settings.packages().toArray(String[]::new));
		return definition;
	}

	private static RootBeanDefinition server() {
		RootBeanDefinition definition = new RootBeanDefinition(EmbeddedSparkServer.class);
		definition.setFactoryBeanName(SERVER);
		definition.setFactoryMethodName("getForContext");
		definition.setLazyInit(true);
		// It outlives the context.
		definition.setDestroyMethodName("");
		return definition;
	}

	private static RootBeanDefinition connectionDetails(String prefix) {
		RootBeanDefinition definition = new RootBeanDefinition(SharedServerConnectionDetails.class);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(2, prefix);
		definition.setPrimary(true);
		return definition;
	}

	private static Set<String> names(Environment environment) {
		return Binder.get(environment)
			.bind("sparkex.sessions", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet();
	}

}
