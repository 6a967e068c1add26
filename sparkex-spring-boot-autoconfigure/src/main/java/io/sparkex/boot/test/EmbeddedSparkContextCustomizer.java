package io.sparkex.boot.test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.embedded.EmbeddedSpark;

/**
 * Adds the connection details of a shared server, in the place of all others. Equal ones
 * let classes share a context.
 *
 * @param settings which server it is
 */
record EmbeddedSparkContextCustomizer(EmbeddedSparkSettings settings) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		SharedServer server = SharedServer.with(this.settings);
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
		RootBeanDefinition serverDefinition = new RootBeanDefinition(EmbeddedSpark.class, server::getForContext);
		serverDefinition.setLazyInit(true);
		// It outlives the context.
		serverDefinition.setDestroyMethodName("");
		registry.registerBeanDefinition("sharedEmbeddedSpark", serverDefinition);
		RootBeanDefinition details = new RootBeanDefinition(SparkConnectionDetails.class,
				() -> new SharedServerConnectionDetails(server, context.getEnvironment()));
		details.setPrimary(true);
		registry.registerBeanDefinition("sharedEmbeddedSparkConnectionDetails", details);
		registry.registerBeanDefinition("sharedEmbeddedSparkTokenSupplier",
				new RootBeanDefinition(SharedServerTokenSupplier.class, () -> new SharedServerTokenSupplier(server)));
		registry.registerBeanDefinition("sparkSessionStates",
				new RootBeanDefinition(SessionStates.class, SessionStates::new));
	}

}
