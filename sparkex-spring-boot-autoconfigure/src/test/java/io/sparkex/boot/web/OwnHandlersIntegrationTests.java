package io.sparkex.boot.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.sparkex.SparkSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for applications with their own exception handlers and HTTP/2: Spring MVC on
 * Tomcat and Spring WebFlux on Netty, in virtual threads if available.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnHandlersIntegrationTests {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

	private final ConcurrentLruCache<WebApplicationType, ConfigurableApplicationContext> applications = new ConcurrentLruCache<>(
			2, OwnHandlersIntegrationTests::start);

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(WebTestApplication.class, OwnHandler.class).web(type)
			.run("--server.port=0", "--sparkex.url=" + WebTestServer.url(), "--server.http2.enabled=true",
					"--spring.threads.virtual.enabled=true",
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
	void prefersHandlersOfApplication(WebApplicationType type) throws Exception {
		HttpResponse<String> response = get(type, "/failing");
		assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("handled by the application");
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void abortsIncompleteResponse(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RawHttpConnection connection = new RawHttpConnection(port(type))) {
			connection.get("/failing/midway", "application/x-ndjson");
			assertThat(connection.readToEnd()).startsWith("HTTP/1.1 200")
				.contains("{\"id\":0,")
				.doesNotEndWith("\r\n0\r\n\r\n")
				.doesNotContain("handled");
		}
		assertThat(output).contains("The response was aborted").doesNotContain("UnsupportedOperationException");
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void resetsHttp2Stream(WebApplicationType type) throws Exception {
		// Tomcat sends at most 64 KB in response to a request that upgrades a connection.
		get(type, "/numbers");
		HttpResponse<String> complete = get(type, "/large?rows=1000");
		assertThat(complete.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(complete.body()).endsWith("\"}]");
		assertThatIOException().isThrownBy(() -> get(type, "/failing/midway"));
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void cancelsQueryWhenClientDisconnects(WebApplicationType type) throws Exception {
		ConfigurableApplicationContext application = this.applications.get(type);
		OperationTracker operations = application.getBean(OperationTracker.class);
		SparkSession spark = application.getBean(SparkSession.class);
		operations.reset();
		String operation;
		try (RawHttpConnection connection = new RawHttpConnection(port(type))) {
			connection.get("/large?rows=10000000", "application/x-ndjson");
			connection.read(1 << 20);
			operation = operations.awaitStarted();
			operations.awaitRunning(spark, operation);
		}
		assertThat(operations.awaitCancelled(spark, operation)).isPositive();
	}

	@RestControllerAdvice
	static class OwnHandler {

		@ExceptionHandler
		String handle(Exception ex) {
			return "handled by the application";
		}

	}

}
