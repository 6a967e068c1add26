package io.sparkex.boot.autoconfigure.endpoint;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.observation.SparkexObservationProperties;
import io.sparkex.boot.endpoint.SparkOperations;
import io.sparkex.boot.endpoint.SparkexEndpoint;
import io.sparkex.boot.endpoint.SparkexSanitizingFunction;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link SparkexEndpoint}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@EnableConfigurationProperties(SparkexObservationProperties.class)
public final class SparkexEndpointAutoConfiguration {

	/**
	 * Defined even if sparkex is disabled, since its properties may be set.
	 */
	@Bean
	@ConditionalOnMissingBean
	SparkexSanitizingFunction sparkexSanitizingFunction() {
		return new SparkexSanitizingFunction();
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
	@ConditionalOnAvailableEndpoint(SparkexEndpoint.class)
	@ConditionalOnMissingBean
	SparkOperations sparkOperations(SparkexObservationProperties properties) {
		return new SparkOperations(properties.isIncludePlan());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
	@ConditionalOnAvailableEndpoint(SparkexEndpoint.class)
	@ConditionalOnMissingBean
	SparkexEndpoint sparkexEndpoint(ListableBeanFactory beanFactory, ObjectProvider<SparkSessionFactory> factories,
			SparkOperations operations) {
		return new SparkexEndpoint(beanFactory.getBeansOfType(SparkSession.class, false, true),
				() -> factories.stream().flatMap((factory) -> factory.openSessions().stream()).toList(), operations);
	}

}
