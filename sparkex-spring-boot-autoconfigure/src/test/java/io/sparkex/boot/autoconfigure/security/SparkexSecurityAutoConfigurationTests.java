package io.sparkex.boot.autoconfigure.security;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import reactor.core.publisher.Mono;

import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.security.OAuth2SparkTokenSupplier;
import io.sparkex.boot.security.ReactiveOAuth2SparkTokenSupplier;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SparkexSecurityAutoConfiguration}.
 */
class SparkexSecurityAutoConfigurationTests {

	private static final ClientRegistration REGISTRATION = ClientRegistration.withRegistrationId("spark")
		.clientId("app")
		.clientSecret("s3cret")
		.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
		.tokenUri("https://id.example.com/token")
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexSecurityAutoConfiguration.class));

	private final Instant end = Instant.now().plusSeconds(60);

	private final AtomicInteger tokens = new AtomicInteger();

	@AfterEach
	void logOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void returnsAuthenticatedUser() {
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
	void getsTokensFromRegistration() {
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
			.run((context) -> assertThat(context.getBean(SparkTokenSupplier.class)).isSameAs(context.getBean("own")));
	}

	@Test
	void getsTokensFromReactiveClient() {
		withReactiveClient().run((context) -> assertThat(context).doesNotHaveBean(SparkTokenSupplier.class));
		withReactiveClient().withPropertyValues("sparkex.oauth2.client-registration=spark")
			.run((context) -> assertThat(context).hasSingleBean(SparkTokenSupplier.class)
				.hasSingleBean(ReactiveOAuth2SparkTokenSupplier.class));
	}

	@Test
	void reportsMissingRegistration() {
		InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(REGISTRATION);
		InMemoryReactiveClientRegistrationRepository reactive = new InMemoryReactiveClientRegistrationRepository(
				REGISTRATION);
		List<ApplicationContextRunner> clients = List.of(
				this.contextRunner.withBean(InMemoryClientRegistrationRepository.class, () -> registrations)
					.withBean(InMemoryOAuth2AuthorizedClientService.class,
							() -> new InMemoryOAuth2AuthorizedClientService(registrations)),
				this.contextRunner.withBean(InMemoryReactiveClientRegistrationRepository.class, () -> reactive)
					.withBean(InMemoryReactiveOAuth2AuthorizedClientService.class,
							() -> new InMemoryReactiveOAuth2AuthorizedClientService(reactive)));
		for (ApplicationContextRunner client : clients) {
			client.withPropertyValues("sparkex.oauth2.client-registration=sprak")
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.hasMessageContaining("sparkex.oauth2.client-registration")
					.hasMessageContaining("sprak")
					.hasMessageContaining("[spark]"));
		}
	}

	@Test
	void reportsMissingClient() {
		this.contextRunner.withPropertyValues("sparkex.oauth2.client-registration=spark")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sparkex.oauth2.client-registration")
				.hasMessageContaining("spring-boot-starter-security-oauth2-client"));
	}

	@Test
	void returnsExpirationAndReplacesRejectedToken() {
		InMemoryOAuth2AuthorizedClientService kept = new InMemoryOAuth2AuthorizedClientService(
				new InMemoryClientRegistrationRepository(REGISTRATION));
		AuthorizedClientServiceOAuth2AuthorizedClientManager clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
				new InMemoryClientRegistrationRepository(REGISTRATION), kept);
		clients.setAuthorizedClientProvider(this::authorize);
		OAuth2SparkTokenSupplier supplier = new OAuth2SparkTokenSupplier(clients, kept, "spark", "sparkex");
		SparkToken first = supplier.get();
		assertThat(first.value()).isEqualTo("t1");
		assertThat(first.expiresAt()).isEqualTo(this.end);
		assertThat(supplier.get().value()).isEqualTo("t1");
		assertThat(supplier.replace(first).value()).isEqualTo("t2");
		assertThat(supplier.replace(first).value()).as("already replaced").isEqualTo("t2");
	}

	@Test
	void replacesRejectedTokenOfReactiveClient() {
		InMemoryReactiveClientRegistrationRepository registrations = new InMemoryReactiveClientRegistrationRepository(
				REGISTRATION);
		InMemoryReactiveOAuth2AuthorizedClientService kept = new InMemoryReactiveOAuth2AuthorizedClientService(
				registrations);
		AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager clients = new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
				registrations, kept);
		clients.setAuthorizedClientProvider((context) -> Mono.justOrEmpty(authorize(context)));
		ReactiveOAuth2SparkTokenSupplier supplier = new ReactiveOAuth2SparkTokenSupplier(clients, kept, "spark",
				"sparkex");
		SparkToken first = supplier.get();
		assertThat(first.value()).isEqualTo("t1");
		assertThat(supplier.get().value()).isEqualTo("t1");
		assertThat(supplier.replace(first).value()).isEqualTo("t2");
		assertThat(supplier.replace(first).value()).as("already replaced").isEqualTo("t2");
	}

	/**
	 * Authorizes like Spring Security: a client with a valid token is not authorized
	 * again.
	 */
	private @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizationContext context) {
		if (context.getAuthorizedClient() != null) {
			return null;
		}
		return new OAuth2AuthorizedClient(REGISTRATION, "sparkex", new OAuth2AccessToken(
				OAuth2AccessToken.TokenType.BEARER, "t" + this.tokens.incrementAndGet(), Instant.now(), this.end));
	}

	@Test
	void reportsRegistrationThatRequiresUser() {
		OAuth2SparkTokenSupplier supplier = new OAuth2SparkTokenSupplier((request) -> null,
				new InMemoryOAuth2AuthorizedClientService(new InMemoryClientRegistrationRepository(REGISTRATION)),
				"spark", "sparkex");
		assertThatIllegalStateException().isThrownBy(supplier::get)
			.withMessageContaining("'spark'")
			.withMessageContaining("client_credentials");
	}

	@Test
	void prefersServletClient() {
		InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(REGISTRATION);
		withReactiveClient().withBean(InMemoryClientRegistrationRepository.class, () -> registrations)
			.withBean(InMemoryOAuth2AuthorizedClientService.class,
					() -> new InMemoryOAuth2AuthorizedClientService(registrations))
			.withPropertyValues("sparkex.oauth2.client-registration=spark")
			.run((context) -> assertThat(context).getBean(SparkTokenSupplier.class)
				.isInstanceOf(OAuth2SparkTokenSupplier.class));
	}

	@Test
	void backsOffForOwnSuppliers() {
		InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(REGISTRATION);
		OAuth2SparkTokenSupplier own = mock(OAuth2SparkTokenSupplier.class);
		this.contextRunner.withBean(InMemoryClientRegistrationRepository.class, () -> registrations)
			.withBean(InMemoryOAuth2AuthorizedClientService.class,
					() -> new InMemoryOAuth2AuthorizedClientService(registrations))
			.withPropertyValues("sparkex.oauth2.client-registration=spark")
			.withBean("own", OAuth2SparkTokenSupplier.class, () -> own)
			.run((context) -> assertThat(context.getBeansOfType(SparkTokenSupplier.class)).containsOnlyKeys("own"));
		withReactiveClient().withPropertyValues("sparkex.oauth2.client-registration=spark")
			.withBean("own", ReactiveOAuth2SparkTokenSupplier.class, () -> mock(ReactiveOAuth2SparkTokenSupplier.class))
			.run((context) -> assertThat(context.getBeansOfType(SparkTokenSupplier.class)).containsOnlyKeys("own"));
	}

	private ApplicationContextRunner withReactiveClient() {
		InMemoryReactiveClientRegistrationRepository registrations = new InMemoryReactiveClientRegistrationRepository(
				REGISTRATION);
		return this.contextRunner.withBean(InMemoryReactiveClientRegistrationRepository.class, () -> registrations)
			.withBean(InMemoryReactiveOAuth2AuthorizedClientService.class,
					() -> new InMemoryReactiveOAuth2AuthorizedClientService(registrations));
	}

	@Test
	void providesUserSupplierWithoutOAuth2Client() {
		ApplicationContextRunner withoutClient = this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.security.oauth2"));
		withoutClient.run((context) -> assertThat(context).hasSingleBean(SparkUserSupplier.class)
			.doesNotHaveBean(SparkTokenSupplier.class));
		withoutClient.withPropertyValues("sparkex.oauth2.client-registration=spark")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("spring-boot-starter-security-oauth2-client"));
	}

	@Test
	void backsOffForOwnUserSupplier() {
		SparkUserSupplier own = () -> "ann";
		this.contextRunner.withBean("own", SparkUserSupplier.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkUserSupplier.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false", "sparkex.oauth2.client-registration=spark")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SparkUserSupplier.class)
				.doesNotHaveBean(SparkTokenSupplier.class));
	}

	@Test
	void backsOffWithoutSpringSecurity() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SparkUserSupplier.class));
	}

}
