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
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.autoconfigure.channel.SparkChannelConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link SparkSession}: the
 * default session and the named sessions under {@code sparkex.sessions}. Sessions do not
 * connect before they are used, are rebuilt when the server has lost them, and are closed
 * with the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration")
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SparkexProperties.class)
@Import(SparkSessionsRegistrar.class)
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
	SparkSessionBuilderFactory sparkSessionBuilderFactory(SparkexProperties properties, SparkSessionBeans beans,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<SparkChannelConfigurer> channels,
			ApplicationEventPublisher publisher) {
		return new SparkSessionBuilderFactory(properties, beans, new SparkSslBundles(sslBundles.getIfAvailable()),
				channels.getIfAvailable(SparkChannelConfigurer::builtIn), new SparkSessionEventPublisher(publisher));
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	SparkSessionBuilder sparkSessionBuilder(SparkSessionBuilderFactory factory) {
		return factory.createBuilder();
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
		return new SparkSessionLifecycle(context, new ManagedSparkSessions(beanFactory), properties,
				new ShutdownGracePeriod(environment).get(properties));
	}

}
