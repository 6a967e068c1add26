package io.sparkex.boot.autoconfigure.health;

import java.time.Duration;
import java.util.List;
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
import org.springframework.util.StringUtils;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.ConditionalOnSparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.SparkexProperties;
import io.sparkex.boot.autoconfigure.channel.SparkChannelProvider;
import io.sparkex.boot.health.SparkHealthIndicator;
import io.sparkex.connect.SparkChannelFactory;

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

	/**
	 * Types of beans that can lead sessions to a server.
	 */
	private static final List<Class<?>> SERVER_BEANS = List.of(SparkSessionBuilderCustomizer.class,
			SparkChannelFactory.class, SparkChannelProvider.class);

	SparkexHealthContributorAutoConfiguration(SparkexHealthIndicatorProperties properties,
			ConfigurableListableBeanFactory beanFactory) {
		super((session) -> new SparkHealthIndicator(session, timeout(properties), isServerConfigured(beanFactory)));
	}

	/**
	 * Returns whether the application configures a server: with a session of its own,
	 * properties, connection details of a test or container, or beans that change
	 * sessions or channels.
	 */
	private static boolean isServerConfigured(ConfigurableListableBeanFactory beanFactory) {
		return !isSessionAutoConfigured(beanFactory)
				|| beanFactory.getBeanProvider(SparkConnectionDetails.class)
					.stream()
					.anyMatch(SparkConnectionDetails::isConfigured)
				|| beanFactory.getBean(SparkexProperties.class)
					.getSessions()
					.values()
					.stream()
					.anyMatch((session) -> StringUtils.hasText(session.getUrl()))
				|| SERVER_BEANS.stream().anyMatch((type) -> beanFactory.getBeanNamesForType(type).length > 0);
	}

	/**
	 * Returns whether the default session is the auto-configured one. In an application
	 * that was processed ahead of time that is not known, and the result is
	 * {@code false}.
	 */
	private static boolean isSessionAutoConfigured(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.containsBeanDefinition("sparkSession") && SparkexAutoConfiguration.class.getName()
			.equals(beanFactory.getBeanDefinition("sparkSession").getFactoryBeanName());
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
