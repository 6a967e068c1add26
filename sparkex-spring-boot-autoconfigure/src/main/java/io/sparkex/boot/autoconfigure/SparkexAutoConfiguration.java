package io.sparkex.boot.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.autoconfigure.channel.SparkChannels;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link SparkSession}, which
 * dials nothing before it is used, is put in place again when it is lost, and ends with
 * the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SparkexProperties.class)
public final class SparkexAutoConfiguration {

	@Bean
	@ConditionalOnMissingSparkConnectionDetails
	PropertiesSparkConnectionDetails sparkConnectionDetails(SparkexProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new PropertiesSparkConnectionDetails("sparkex", properties, sslBundles.getIfAvailable());
	}

	@Bean
	SparkSessionBeans sparkSessionBeans(SparkexProperties properties, ConfigurableListableBeanFactory beanFactory) {
		return new SparkSessionBeans(beanFactory, properties.getSessions().keySet());
	}

	@Bean
	SparkSessionBuilders sparkSessionBuilders(SparkexProperties properties, SparkSessionBeans beans,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<SparkChannels> channels,
			ApplicationEventPublisher publisher) {
		return new SparkSessionBuilders(properties, beans, new SparkSslBundles(sslBundles.getIfAvailable()),
				channels.getIfAvailable(SparkChannels::builtIn), new SparkSessionEvents(publisher));
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	SparkSessionBuilder sparkSessionBuilder(SparkSessionBuilders builders) {
		return builders.create();
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(OnDefaultSparkSessionCondition.class)
	SparkSession sparkSession(SparkSessionBuilder builder) {
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean(SparkSessionFactory.class)
	@ConditionalOnSingleCandidate(SparkSession.class)
	DefaultSparkSessionFactory sparkSessionFactory(SparkSession session, ObjectProvider<SparkUserSupplier> users) {
		return new DefaultSparkSessionFactory(session, users);
	}

	@Bean
	@ConditionalOnMissingBean
	SparkSessionLifecycle sparkexLifecycle(ApplicationContext context, ConfigurableListableBeanFactory beanFactory,
			SparkexProperties properties, Environment environment) {
		return new SparkSessionLifecycle(context, new OpenSparkSessions(beanFactory), properties.getStartup(),
				properties.getConnection().getConnectTimeout(), new ShutdownGracePeriod(environment).of(properties));
	}

}
