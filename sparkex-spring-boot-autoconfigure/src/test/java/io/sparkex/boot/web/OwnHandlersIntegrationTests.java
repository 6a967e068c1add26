package io.sparkex.boot.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.sparkex.SparkSession;
import io.sparkex.errors.SparkException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that handle exceptions themselves and have functional endpoints, by Spring
 * MVC on Tomcat and by Spring WebFlux on Netty.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnHandlersIntegrationTests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConcurrentLruCache<WebApplicationType, ConfigurableApplicationContext> applications = new ConcurrentLruCache<>(
			2, OwnHandlersIntegrationTests::start);

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(WebTestApplication.class, OwnHandler.class,
				(type == WebApplicationType.SERVLET) ? ServletRoutes.class : ReactiveRoutes.class)
			.web(type)
			.run("--server.port=0", "--sparkex.url=" + WebTestServer.url(),
					"--spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration");
	}

	@AfterAll
	void stop() {
		for (WebApplicationType type : new WebApplicationType[] { WebApplicationType.SERVLET,
				WebApplicationType.REACTIVE }) {
			this.applications.get(type).close();
		}
	}

	private int port(WebApplicationType type) {
		return this.applications.get(type).getEnvironment().getRequiredProperty("local.server.port", int.class);
	}

	private HttpResponse<String> get(WebApplicationType type, String path) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + port(type) + path);
		return this.client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void handlersOfTheApplicationComeFirst(WebApplicationType type) throws Exception {
		HttpResponse<String> response = get(type, "/failing");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("handled by the application");
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void noHandlerMakesAPartLookLikeTheWhole(WebApplicationType type) throws Exception {
		try (RawConnection connection = new RawConnection(port(type))) {
			connection.get("/failing/midway", "application/x-ndjson");
			assertThat(connection.readToEnd()).startsWith("HTTP/1.1 200")
				.contains("{\"id\":0,")
				.doesNotEndWith("0\r\n\r\n")
				.doesNotContain("handled");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void functionalEndpointsSendResults(WebApplicationType type) throws Exception {
		HttpResponse<String> response = get(type, "/functional");
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((contentType) -> assertThat(contentType).startsWith("text/csv"));
		assertThat(response.body()).isEqualTo("id\r\n0\r\n1\r\n");
	}

	@RestControllerAdvice
	static class OwnHandler {

		/**
		 * The second kind of answer does without anything that a response which has begun
		 * would refuse.
		 */
		@ExceptionHandler
		@Nullable String handle(Exception ex) {
			return (ex instanceof SparkException) ? "handled by the application" : null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletRoutes {

		@Bean
		org.springframework.web.servlet.function.RouterFunction<?> routes(SparkSession spark) {
			return org.springframework.web.servlet.function.RouterFunctions.route()
				.GET("/functional",
						(request) -> org.springframework.web.servlet.function.ServerResponse.ok()
							.contentType(new MediaType("text", "csv"))
							.body(spark.range(2)))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveRoutes {

		@Bean
		org.springframework.web.reactive.function.server.RouterFunction<?> routes(SparkSession spark) {
			return org.springframework.web.reactive.function.server.RouterFunctions.route()
				.GET("/functional",
						(request) -> org.springframework.web.reactive.function.server.ServerResponse.ok()
							.contentType(new MediaType("text", "csv"))
							.bodyValue(spark.range(2)))
				.build();
		}

	}

}
