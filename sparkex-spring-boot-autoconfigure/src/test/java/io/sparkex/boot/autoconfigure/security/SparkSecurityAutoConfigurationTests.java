package io.sparkex.boot.autoconfigure.security;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.security.OAuth2SparkTokenSupplier;
import io.sparkex.transport.SparkToken;
import io.sparkex.transport.SparkTokenSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SparkSecurityAutoConfiguration}.
 */
class SparkSecurityAutoConfigurationTests {

	private static final ClientRegistration REGISTRATION = ClientRegistration.withRegistrationId("spark")
		.clientId("app")
		.clientSecret("s3cret")
		.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
		.tokenUri("https://id.example.com/token")
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkSecurityAutoConfiguration.class));

	@AfterEach
	void logOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void namesTheUserWhoIsLoggedIn() {
		this.contextRunner.run((context) -> {
			SparkUserSupplier users = context.getBean(SparkUserSupplier.class);
			assertThat(users.getUserId()).isNull();
			SecurityContextHolder.getContext()
				.setAuthentication(new AnonymousAuthenticationToken("key", "anonymous",
						AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
			assertThat(users.getUserId()).isNull();
			SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ann", "pw"));
			assertThat(users.getUserId()).as("not authenticated").isNull();
			SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ann", "pw", "USER"));
			assertThat(users.getUserId()).isEqualTo("ann");
		});
	}

	@Test
	void getsTokensFromARegistrationThatIsNamed() {
		InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(REGISTRATION);
		ApplicationContextRunner clients = this.contextRunner
			.withBean(InMemoryClientRegistrationRepository.class, () -> registrations)
			.withBean(InMemoryOAuth2AuthorizedClientService.class,
					() -> new InMemoryOAuth2AuthorizedClientService(registrations));
		clients.run((context) -> assertThat(context).doesNotHaveBean(SparkTokenSupplier.class));
		clients.withPropertyValues("sparkex.oauth2.client-registration=spark")
			.run((context) -> assertThat(context).hasSingleBean(OAuth2SparkTokenSupplier.class));
		clients.withPropertyValues("sparkex.oauth2.client-registration=spark")
			.withBean("own", SparkTokenSupplier.class, () -> () -> SparkToken.of("own"))
			.run((context) -> assertThat(context).hasSingleBean(SparkTokenSupplier.class).hasBean("own"));
	}

	@Test
	void tokensBearTheirEnd() {
		Instant end = Instant.now().plusSeconds(60);
		AtomicInteger asked = new AtomicInteger();
		OAuth2SparkTokenSupplier supplier = new OAuth2SparkTokenSupplier((OAuth2AuthorizeRequest request) -> {
			assertThat(request.getClientRegistrationId()).isEqualTo("spark");
			asked.incrementAndGet();
			return new OAuth2AuthorizedClient(REGISTRATION, "sparkex",
					new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "t1", Instant.now(), end));
		}, "spark", "sparkex");
		assertThat(supplier.get().value()).isEqualTo("t1");
		assertThat(supplier.get().expiresAt()).isEqualTo(end);
		assertThat(asked).hasValue(2);
	}

	@Test
	void saysThatARegistrationNeedsAUser() {
		OAuth2SparkTokenSupplier supplier = new OAuth2SparkTokenSupplier((request) -> null, "spark", "sparkex");
		assertThatIllegalStateException().isThrownBy(supplier::get)
			.withMessageContaining("'spark'")
			.withMessageContaining("client_credentials");
	}

	@Test
	void backsOffWithoutSpringSecurity() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SparkUserSupplier.class));
	}

}
