package io.sparkex.boot.autoconfigure.health;

import java.time.Duration;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.ConditionalOnSparkSession;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.health.SparkHealthIndicator;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link SparkHealthIndicator}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SparkexAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnEnabledHealthIndicator.class)
@ConditionalOnSparkSession
@ConditionalOnEnabledHealthIndicator("sparkex")
@EnableConfigurationProperties(SparkexHealthIndicatorProperties.class)
public final class SparkexHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<SparkHealthIndicator, SparkSession> {

	SparkexHealthContributorAutoConfiguration(SparkexHealthIndicatorProperties properties) {
		super((session) -> new SparkHealthIndicator(session, timeout(properties)));
	}

	@Bean
	@ConditionalOnMissingBean(name = { "sparkexHealthIndicator", "sparkexHealthContributor" })
	HealthContributor sparkexHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		// Sessions of other scopes belong to a user or request, and would be created only
		// for the check.
		Map<String, SparkSession> sessions = beanFactory.getBeansOfType(SparkSession.class, false, true);
		return sessions.isEmpty() ? CompositeHealthContributor.fromMap(Map.of()) : createContributor(sessions);
	}

	private static Duration timeout(SparkexHealthIndicatorProperties properties) {
		Duration timeout = properties.getTimeout();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new InvalidConfigurationPropertyValueException("management.health.sparkex.timeout", timeout,
					"It must be positive.");
		}
		return timeout;
	}

}
