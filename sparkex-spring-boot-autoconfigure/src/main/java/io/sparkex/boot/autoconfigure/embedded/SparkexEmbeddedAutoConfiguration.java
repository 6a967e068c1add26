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
 * that is used instead of {@code sparkex.url}. Backs off if there are
 * {@link SparkConnectionDetails} for the default session.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "sparkex.embedded.enabled")
@ConditionalOnMissingSparkConnectionDetails
public final class SparkexEmbeddedAutoConfiguration {

	/**
	 * Configuration for a server that survives restarts by DevTools.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnRestartCondition.class)
	static class RestartConfiguration {

		@Bean(destroyMethod = "")
		@ConditionalOnMissingBean
		EmbeddedSparkServer embeddedSpark(SparkexEmbeddedProperties properties) {
			return new RestartAwareEmbeddedSpark(Restarter.getInstance())
				.server(new EmbeddedSparkServerFactory(properties));
		}

	}

	/**
	 * Configuration for the server.
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
			return new EmbeddedSparkServerFactory(properties).start();
		}

		@Bean
		EmbeddedSparkConnectionDetails sparkConnectionDetails(EmbeddedSparkServer server,
				SparkexProperties properties) {
			if (StringUtils.hasText(properties.getUrl())) {
				logger.warn("The property 'sparkex.url' is ignored: 'sparkex.embedded.enabled' is true, so the embedded"
						+ " Spark Connect server is used");
			}
			return new EmbeddedSparkConnectionDetails(server, properties);
		}

	}

	/**
	 * Configuration that fails startup if the embedded server is missing, instead of
	 * ignoring the property.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.sparkex.embedded.EmbeddedSparkServer")
	static class MissingServerConfiguration {

		@Bean
		SparkConnectionDetails sparkConnectionDetails() {
			throw new InvalidConfigurationPropertyValueException("sparkex.embedded.enabled", true,
					"The embedded server is not on the class path. Add the dependency io.sparkex:sparkex-embedded, or"
							+ " remove the property and set 'sparkex.url' to the URL of a server.");
		}

	}

}
