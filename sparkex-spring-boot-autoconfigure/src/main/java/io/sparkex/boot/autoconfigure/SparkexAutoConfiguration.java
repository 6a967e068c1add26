package io.sparkex.boot.autoconfigure;

import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.transport.SparkChannelFactory;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link SparkSession}, which
 * dials nothing before it is used and is closed with the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SparkexProperties.class)
public final class SparkexAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(SparkConnectionDetails.class)
	PropertiesSparkConnectionDetails sparkConnectionDetails(SparkexProperties properties) {
		return new PropertiesSparkConnectionDetails(properties);
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	SparkSessionBuilder sparkSessionBuilder(SparkexProperties properties, SparkConnectionDetails connectionDetails,
			ObjectProvider<SparkChannelFactory> channelFactory,
			ObjectProvider<SparkSessionBuilderCustomizer> customizers) {
		SparkSessionBuilder builder = SparkSession.builder()
			.url(connectionDetails.getUrl())
			.config(properties.getConfig())
			.connectTimeout(connectTimeout(properties));
		PropertyMapper map = PropertyMapper.get();
		map.from(connectionDetails::getToken).to(builder::token);
		map.from(connectionDetails::getUserId).to(builder::userId);
		channelFactory.ifUnique(builder::channelFactory);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	@Bean
	@ConditionalOnMissingBean
	SparkSession sparkSession(SparkSessionBuilder builder) {
		return builder.build();
	}

	private static Duration connectTimeout(SparkexProperties properties) {
		Duration connectTimeout = properties.getConnection().getConnectTimeout();
		if (connectTimeout.isNegative() || connectTimeout.isZero()) {
			throw new InvalidConfigurationPropertyValueException("sparkex.connection.connect-timeout", connectTimeout,
					"It must be positive.");
		}
		return connectTimeout;
	}

}
