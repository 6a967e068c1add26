package io.sparkex.boot.autoconfigure.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.security.OAuth2SparkTokenSupplier;
import io.sparkex.boot.security.SecurityContextSparkUserSupplier;
import io.sparkex.transport.SparkTokenSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for users and tokens of Spring
 * Security.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SparkexAutoConfiguration.class,
		afterName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnBooleanProperty(name = "sparkex.enabled", matchIfMissing = true)
public final class SparkSecurityAutoConfiguration {

	/**
	 * The user who is logged in.
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

	/**
	 * Tokens of the application itself.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AuthorizedClientServiceOAuth2AuthorizedClientManager.class)
	@ConditionalOnBean({ ClientRegistrationRepository.class, OAuth2AuthorizedClientService.class })
	@ConditionalOnProperty("sparkex.oauth2.client-registration")
	static class TokenConfiguration {

		@Bean
		@ConditionalOnMissingBean(SparkTokenSupplier.class)
		OAuth2SparkTokenSupplier sparkTokenSupplier(ClientRegistrationRepository registrations,
				OAuth2AuthorizedClientService clients, Environment environment) {
			String registration = environment.getRequiredProperty("sparkex.oauth2.client-registration");
			return new OAuth2SparkTokenSupplier(
					new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients), registration,
					"sparkex");
		}

	}

}
