package io.sparkex.boot.autoconfigure.security;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;

import io.sparkex.boot.security.OAuth2SparkTokenSupplier;
import io.sparkex.boot.security.ReactiveOAuth2SparkTokenSupplier;
import io.sparkex.connect.SparkTokenSupplier;

/**
 * Token suppliers for the OAuth2 clients of Spring Security. They are fallback beans, so
 * that they give way to a supplier of the application unless that supplier is for another
 * session.
 */
final class SparkexOAuth2Configurations {

	private static final String REGISTRATION = "sparkex.oauth2.client-registration";

	private static final String PRINCIPAL = "sparkex";

	private SparkexOAuth2Configurations() {
	}

	/**
	 * Returns the registration ID. Checks only in-memory repositories for it, since
	 * others may need a remote call.
	 */
	private static String registrationId(Environment environment, Object repository) {
		String id = environment.getRequiredProperty(REGISTRATION);
		if (repository instanceof InMemoryClientRegistrationRepository known) {
			checkKnown(id, known);
		}
		else if (repository instanceof InMemoryReactiveClientRegistrationRepository known) {
			checkKnown(id, known);
		}
		return id;
	}

	private static void checkKnown(String id, Iterable<ClientRegistration> registrations) {
		List<String> known = new ArrayList<>();
		registrations.forEach((registration) -> known.add(registration.getRegistrationId()));
		if (!known.contains(id)) {
			throw new InvalidConfigurationPropertyValueException(REGISTRATION, id,
					"The registration of the OAuth2 client does not exist. Define it under"
							+ " 'spring.security.oauth2.client.registration', or use one of the existing registrations: "
							+ known + ".");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AuthorizedClientServiceOAuth2AuthorizedClientManager.class)
	@ConditionalOnBean({ ClientRegistrationRepository.class, OAuth2AuthorizedClientService.class })
	@ConditionalOnProperty(REGISTRATION)
	static class Servlet {

		@Bean
		@Fallback
		@ConditionalOnMissingBean
		OAuth2SparkTokenSupplier oauth2SparkTokenSupplier(ClientRegistrationRepository registrations,
				OAuth2AuthorizedClientService clients, Environment environment) {
			return new OAuth2SparkTokenSupplier(
					new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients), clients,
					registrationId(environment, registrations), PRINCIPAL);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager.class)
	@ConditionalOnBean({ ReactiveClientRegistrationRepository.class, ReactiveOAuth2AuthorizedClientService.class })
	@ConditionalOnProperty(REGISTRATION)
	static class Reactive {

		@Bean
		@Fallback
		@ConditionalOnMissingBean({ ReactiveOAuth2SparkTokenSupplier.class, OAuth2SparkTokenSupplier.class })
		ReactiveOAuth2SparkTokenSupplier reactiveOAuth2SparkTokenSupplier(
				ReactiveClientRegistrationRepository registrations, ReactiveOAuth2AuthorizedClientService clients,
				Environment environment) {
			return new ReactiveOAuth2SparkTokenSupplier(
					new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(registrations, clients), clients,
					registrationId(environment, registrations), PRINCIPAL);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(REGISTRATION)
	@ConditionalOnMissingBean(SparkTokenSupplier.class)
	static class MissingClient {

		MissingClient(Environment environment) {
			throw new InvalidConfigurationPropertyValueException(REGISTRATION, environment.getProperty(REGISTRATION),
					"The application has no OAuth2 client. Add"
							+ " org.springframework.boot:spring-boot-starter-security-oauth2-client, and define the"
							+ " registration under 'spring.security.oauth2.client.registration'.");
		}

	}

}
