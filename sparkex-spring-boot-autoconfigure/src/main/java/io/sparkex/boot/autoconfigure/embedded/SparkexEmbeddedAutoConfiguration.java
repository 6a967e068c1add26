package io.sparkex.boot.autoconfigure.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.StringUtils;

import io.sparkex.boot.autoconfigure.ConditionalOnMissingSparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.SparkexProperties;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for an {@link EmbeddedSparkServer}
 * that takes the place of {@code sparkex.url}. It backs off when a bean of type
 * {@link SparkConnectionDetails} says where the server of the default session is.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "sparkex.embedded.enabled")
@ConditionalOnMissingSparkConnectionDetails
public final class SparkexEmbeddedAutoConfiguration {

	/**
	 * Keeps the server while DevTools restart the application.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnRestartCondition.class)
	static class RestartConfiguration {

		@Bean(destroyMethod = "")
		@ConditionalOnMissingBean
		EmbeddedSparkServer embeddedSpark(SparkexEmbeddedProperties properties) {
			return new RestartAwareEmbeddedSpark(Restarter.getInstance()).server(new EmbeddedSparkFactory(properties));
		}

	}

	/**
	 * Starts the server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(EmbeddedSparkServer.class)
	@Import(RestartConfiguration.class)
	@EnableConfigurationProperties({ SparkexProperties.class, SparkexEmbeddedProperties.class })
	static class ServerConfiguration {

		private static final Logger logger = LoggerFactory.getLogger(SparkexEmbeddedAutoConfiguration.class);

		@Bean
		@ConditionalOnMissingBean
		EmbeddedSparkServer embeddedSpark(SparkexEmbeddedProperties properties) {
			return new EmbeddedSparkFactory(properties).start();
		}

		@Bean
		EmbeddedSparkConnectionDetails sparkConnectionDetails(EmbeddedSparkServer server,
				SparkexProperties properties) {
			if (StringUtils.hasText(properties.getUrl())) {
				logger.warn("The property 'sparkex.url' is ignored: 'sparkex.embedded.enabled' is true, and so the"
						+ " embedded Spark is used");
			}
			return new EmbeddedSparkConnectionDetails(server, properties);
		}

	}

	/**
	 * Ends the start-up rather than leave the property without effect.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.sparkex.embedded.EmbeddedSparkServer")
	static class MissingServerConfiguration {

		@Bean
		SparkConnectionDetails sparkConnectionDetails() {
			throw new InvalidConfigurationPropertyValueException("sparkex.embedded.enabled", true,
					"The embedded Spark is not on the class path. Add the dependency io.sparkex:sparkex-embedded, or"
							+ " name a server in 'sparkex.url' and leave this property away.");
		}

	}

}
