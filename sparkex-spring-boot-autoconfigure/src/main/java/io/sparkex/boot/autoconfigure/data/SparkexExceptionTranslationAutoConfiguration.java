package io.sparkex.boot.autoconfigure.data;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.dao.support.PersistenceExceptionTranslator;

import io.sparkex.boot.data.SparkExceptionTranslator;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the translation of Spark
 * exceptions in {@code @Repository} classes.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration")
@ConditionalOnClass({ PersistenceExceptionTranslator.class, PersistenceExceptionTranslationPostProcessor.class })
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
public final class SparkexExceptionTranslationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SparkExceptionTranslator sparkExceptionTranslator() {
		return new SparkExceptionTranslator();
	}

	/**
	 * Defined here since Spring Boot's own auto-configuration is in a module that only
	 * other data starters depend on.
	 */
	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "spring.persistence.exceptiontranslation.enabled", matchIfMissing = true)
	static PersistenceExceptionTranslationPostProcessor persistenceExceptionTranslationPostProcessor(
			Environment environment) {
		PersistenceExceptionTranslationPostProcessor postProcessor = new PersistenceExceptionTranslationPostProcessor();
		postProcessor
			.setProxyTargetClass(environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
		return postProcessor;
	}

}
