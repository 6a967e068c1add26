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
 * {@link ContextCustomizer} that replaces the connection details of all sessions by those
 * of a shared server. Equal customizers allow test classes to share a context.
 *
 * @param settings the settings of the server
 */
record EmbeddedSparkContextCustomizer(EmbeddedSparkSettings settings) implements ContextCustomizer {

	private static final String SERVER = "sharedEmbeddedSparkServer";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
		registry.registerBeanDefinition(SERVER, sharedServer());
		registry.registerBeanDefinition("sharedEmbeddedSpark", server());
		RootBeanDefinition defaultDetails = connectionDetails("sparkex");
		// Must not cause a default session in an application without one.
		defaultDetails.setAttribute(SparkConnectionDetails.OVERRIDE_ONLY, true);
		registry.registerBeanDefinition("sharedEmbeddedSparkConnectionDetails", defaultDetails);
		for (String name : sessionNames(context.getEnvironment())) {
			RootBeanDefinition details = connectionDetails("sparkex.sessions." + name);
			details.setDefaultCandidate(false);
			details.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
			registry.registerBeanDefinition(name + "SharedEmbeddedSparkConnectionDetails", details);
		}
		registry.registerBeanDefinition("sharedEmbeddedSparkTokenSupplier",
				new RootBeanDefinition(SharedEmbeddedSparkTokenSupplier.class));
		registry.registerBeanDefinition("sparkSessionSnapshots", new RootBeanDefinition(SessionSnapshots.class));
	}

	private RootBeanDefinition sharedServer() {
		RootBeanDefinition definition = new RootBeanDefinition(SharedEmbeddedSparkServer.class);
		definition.setFactoryMethodName("with");
		ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
		arguments.addIndexedArgumentValue(0, this.settings.version());
		arguments.addIndexedArgumentValue(1, this.settings.entries());
		arguments.addIndexedArgumentValue(2, this.settings.packages().toArray(String[]::new));
		arguments.addIndexedArgumentValue(3, this.settings.jvmArgs().toArray(String[]::new));
		return definition;
	}

	private static RootBeanDefinition server() {
		RootBeanDefinition definition = new RootBeanDefinition(EmbeddedSparkServer.class);
		definition.setFactoryBeanName(SERVER);
		definition.setFactoryMethodName("getForContext");
		definition.setLazyInit(true);
		// The server outlives the context.
		definition.setDestroyMethodName("");
		return definition;
	}

	private static RootBeanDefinition connectionDetails(String prefix) {
		RootBeanDefinition definition = new RootBeanDefinition(SharedEmbeddedSparkConnectionDetails.class);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(2, prefix);
		definition.setPrimary(true);
		return definition;
	}

	private static Set<String> sessionNames(Environment environment) {
		return Binder.get(environment)
			.bind("sparkex.sessions", Bindable.mapOf(String.class, Object.class))
			.orElseGet(Map::of)
			.keySet();
	}

}
