package io.sparkex.samples.secured;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.oauth2.client.autoconfigure.reactive.ReactiveOAuth2ClientAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;
import io.sparkex.boot.security.ReactiveOAuth2SparkTokenSupplier;
import io.sparkex.connect.SparkTokenSupplier;
import io.sparkex.samples.secured.gateway.AccessTokens;
import io.sparkex.samples.secured.gateway.LocalInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a Spring WebFlux application with the settings of the sample: the reactive
 * OAuth2 client gets the tokens that the gateway requires.
 */
@Timeout(300)
class ReactiveApplicationIntegrationTests {

	private static ConfigurableApplicationContext application;

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
			.initializers(new LocalInfrastructure())
			.run("--server.port=0");
	}

	@AfterAll
	static void end() {
		application.close();
	}

	@Test
	void getsTokensFromReactiveClient() throws Exception {
		assertThat(application.getBeansOfType(ReactiveOAuth2ClientAutoConfiguration.class)).hasSize(1);
		assertThat(application.getBeansOfType(ClientRegistrationRepository.class)).isEmpty();
		assertThat(application.getBean(SparkTokenSupplier.class)).isInstanceOf(ReactiveOAuth2SparkTokenSupplier.class);
		assertThat(numbers()).isEqualTo("[{\"id\":0},{\"id\":1},{\"id\":2}]");
		String before = token();
		application.getBean(AccessTokens.class).revokeAll();
		assertThat(numbers()).as("with a new token").contains("{\"id\":2}");
		assertThat(token()).isNotEqualTo(before);
	}

	private static String numbers() throws Exception {
		int port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/numbers"))
			.timeout(Duration.ofMinutes(2))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	private static String token() {
		OAuth2AuthorizedClient client = application.getBean(ReactiveOAuth2AuthorizedClientService.class)
			.<OAuth2AuthorizedClient>loadAuthorizedClient("spark", "sparkex")
			.block(Duration.ofSeconds(30));
		return Objects.requireNonNull(client).getAccessToken().getTokenValue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = TomcatReactiveWebServerAutoConfiguration.class)
	@Import(NumberController.class)
	static class Application {

		@Bean
		SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll()).build();
		}

	}

	@RestController
	static class NumberController {

		private final SparkSession spark;

		NumberController(SparkSession spark) {
			this.spark = spark;
		}

		@GetMapping("/numbers")
		DataFrame numbers() {
			return this.spark.range(3);
		}

	}

}
