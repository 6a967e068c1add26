package io.sparkex.boot.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.observation.SparkObservationConvention;
import io.sparkex.boot.observation.SparkObservationListener;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for
 * {@link SparkObservationListener}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SparkexObservationProperties.class)
public final class SparkexObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SparkObservationListener sparkObservationListener(ObservationRegistry registry,
			ObjectProvider<SparkObservationConvention> convention, SparkexObservationProperties properties) {
		return new SparkObservationListener(registry, convention.getIfAvailable(), properties.isIncludePlan());
	}

}
