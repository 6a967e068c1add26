package io.sparkex.samples.secured;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.connect.TlsOptions;
import io.sparkex.errors.AuthenticationException;
import io.sparkex.errors.TlsException;
import io.sparkex.samples.secured.gateway.AccessTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the running application and its gateway, with the most verbose log level and
 * actuator values shown.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
		properties = { "management.endpoints.web.exposure.include=health,env,configprops",
				"logging.level.io.sparkex=trace", "logging.level.org.springframework.security=trace",
				"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always" })
@ExtendWith(OutputCaptureExtension.class)
@Timeout(300)
class SecuredApplicationIntegrationTests {

	private RestTestClient anonymous;

	private RestTestClient alice;

	private RestTestClient bob;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		// The client of Reactor Netty has a read timeout of 10 seconds, which the first
		// query may exceed.
		this.anonymous = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
			.baseUrl("http://localhost:" + port)
			.build();
		this.alice = as("alice");
		this.bob = as("bob");
	}

	private RestTestClient as(String user) {
		return this.anonymous.mutate().defaultHeaders((headers) -> headers.setBasicAuth(user, user + "-demo")).build();
	}

	private static String get(RestTestClient user, String path) {
		String body = user.get()
			.uri(path)
			.exchangeSuccessfully()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return (body != null) ? body : "";
	}

	private static HttpStatus status(RestTestClient user, String path) {
		return HttpStatus.valueOf(user.get().uri(path).exchange().returnResult().getStatus().value());
	}

	private static void select(RestTestClient user, String region) {
		user.put().uri("/selection?region={region}", region).exchange().expectStatus().isNoContent();
	}

	@Test
	void rejectsUnauthenticatedRequests() {
		assertThat(List.of("/orders", "/selection", "/actuator/health", "/actuator/env"))
			.allSatisfy((path) -> assertThat(status(this.anonymous, path)).isEqualTo(HttpStatus.UNAUTHORIZED));
	}

	@Test
	void queriesAsAuthenticatedUser(CapturedOutput output) {
		assertThat(get(this.alice, "/orders")).contains("\"region\":\"north\"", "\"region\":\"west\"");
		assertThat(output).contains("ExecutePlan for alice");
		assertThat(get(this.bob, "/orders")).contains("\"region\":\"north\"", "\"region\":\"west\"");
		assertThat(output).contains("ExecutePlan for bob");
	}

	@Test
	void isolatesViewsOfUsers() {
		select(this.alice, "north");
		assertThat(get(this.alice, "/selection")).contains("\"region\":\"north\"").doesNotContain("west");
		assertThat(status(this.bob, "/selection")).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(get(this.alice, "/selection")).contains("\"region\":\"north\"");
	}

	/**
	 * Closing a session ends it for all clients that share it.
	 */
	@Test
	void createsNewSessionWhenLost(@Value("${gateway.port}") int port, @Autowired SslBundles bundles,
			@Autowired UserSessions sessions, @Autowired OAuth2AuthorizedClientService clients) {
		select(this.alice, "north");
		SparkSessionBuilder builder = trusting(port, bundles).token(token(clients)).userId("alice");
		try (SparkSession other = builder.sessionId(sessionOfAlice(sessions)).build()) {
			assertThat(other.table("selection").count()).isEqualTo(3);
		}
		assertThat(status(this.alice, "/selection")).isEqualTo(HttpStatus.GONE);
		assertThat(status(this.alice, "/selection")).isEqualTo(HttpStatus.NOT_FOUND);
		select(this.alice, "south");
		assertThat(get(this.alice, "/selection")).contains("\"region\":\"south\"");
	}

	private static UUID sessionOfAlice(UserSessions sessions) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("alice", "", "ROLE_USER"));
		try {
			return UUID.fromString(sessions.current().sessionId());
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private static SparkSessionBuilder trusting(int port, SslBundles bundles) {
		return SparkSession.builder()
			.url("sc://localhost:" + port + "/;use_ssl=true")
			.tls(TlsOptions.systemTrust()
				.withTrustManagers(bundles.getBundle("spark").getManagers().getTrustManagerFactory()));
	}

	@Test
	void replacesRejectedToken(@Autowired AccessTokens tokens, @Autowired OAuth2AuthorizedClientService clients) {
		get(this.alice, "/orders");
		String before = token(clients);
		tokens.revokeAll();
		assertThat(get(this.alice, "/orders")).contains("north");
		assertThat(token(clients)).isNotEqualTo(before);
	}

	private static String token(OAuth2AuthorizedClientService clients) {
		OAuth2AuthorizedClient client = Objects.requireNonNull(clients.loadAuthorizedClient("spark", "sparkex"));
		return client.getAccessToken().getTokenValue();
	}

	@Test
	void doesNotExposeToken(CapturedOutput output, @Autowired AccessTokens tokens,
			@Autowired OAuth2AuthorizedClientService clients) {
		tokens.revokeAll();
		get(this.alice, "/orders");
		String token = token(clients);
		assertThat(get(this.alice, "/actuator/env")).contains("gateway.token-uri").doesNotContain(token);
		assertThat(get(this.alice, "/actuator/configprops")).contains("SparkexProperties").doesNotContain(token);
		assertThat(get(this.alice, "/actuator/health")).contains("\"sparkex\"").doesNotContain(token);
		assertThat(output).contains("Issued a token").doesNotContain(token);
	}

	@Test
	void isRejectedWithoutTrustOrToken(@Value("${gateway.port}") int port, @Autowired SslBundles bundles) {
		SparkSessionBuilder untrusting = SparkSession.builder().url("sc://localhost:" + port + "/;use_ssl=true");
		try (SparkSession stranger = untrusting.token("mine").build()) {
			assertThatExceptionOfType(TlsException.class).isThrownBy(() -> stranger.range(1).count())
				.withMessageContaining("is not signed by a trusted authority; its issuer is CN=localhost");
		}
		try (SparkSession stranger = trusting(port, bundles).token("mine").build()) {
			assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> stranger.range(1).count())
				.withMessageContaining("The token is unknown to the gateway");
		}
	}

}
