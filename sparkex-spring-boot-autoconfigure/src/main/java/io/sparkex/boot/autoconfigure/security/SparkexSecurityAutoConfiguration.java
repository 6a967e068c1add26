package io.sparkex.boot.autoconfigure.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.security.SecurityContextSparkUserSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for users and OAuth2 tokens of
 * Spring Security.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class, afterName = {
		"org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
		"org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
@Import({ SparkexOAuth2Configurations.Servlet.class, SparkexOAuth2Configurations.Reactive.class,
		SparkexOAuth2Configurations.MissingClient.class })
public final class SparkexSecurityAutoConfiguration {

	/**
	 * Configuration for the authenticated user.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecurityContextHolder.class)
	static class UserConfiguration {

		@Bean
		@ConditionalOnMissingBean(SparkUserSupplier.class)
		SecurityContextSparkUserSupplier sparkUserSupplier() {
			return new SecurityContextSparkUserSupplier();
		}

	}

}
