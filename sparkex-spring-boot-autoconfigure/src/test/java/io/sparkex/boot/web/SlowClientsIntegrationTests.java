package io.sparkex.boot.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with more clients that do not read than threads that write.
 */
class SlowClientsIntegrationTests {

	private static final int THREADS = 2;

	private static final String EXCLUDED = "--spring.autoconfigure.exclude=org.springframework.boot.";

	private static ConfigurableApplicationContext start(String excluded) {
		return new SpringApplicationBuilder(WebTestApplication.class).web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--sparkex.url=" + WebTestServer.url(), EXCLUDED + excluded,
					"--sparkex.web.max-threads=" + THREADS, "--sparkex.web.write-timeout=2s");
	}

	@ParameterizedTest
	@CsvSource({ "tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration",
			"reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration" })
	void abortsResponsesOfSlowClients(String excludedServer) throws Exception {
		try (ConfigurableApplicationContext application = start(excludedServer)) {
			int port = application.getEnvironment().getRequiredProperty("local.server.port", int.class);
			OperationTracker operations = application.getBean(OperationTracker.class);
			List<RawHttpConnection> slow = new ArrayList<>();
			for (int i = 0; i < 2 * THREADS; i++) {
				RawHttpConnection connection = new RawHttpConnection(port);
				connection.get("/large?rows=500000", "application/x-ndjson");
				slow.add(connection);
			}
			assertThat(get(port, "/numbers?rows=2")).isEqualTo(AbstractResultsIntegrationTests.NUMBERS);
			operations.awaitCancelled(2 * THREADS);
			for (RawHttpConnection connection : slow) {
				assertThat(connection.readToEnd()).startsWith("HTTP/1.1 200").doesNotEndWith("\r\n0\r\n\r\n");
				connection.close();
			}
		}
	}

	private static String get(int port, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.timeout(Duration.ofMinutes(2))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

}
