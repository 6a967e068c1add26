package io.sparkex.boot.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Tests for results in responses of Spring WebFlux on Netty.
 */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive",
				"spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration" })
class ResultsOnNettyIntegrationTests extends AbstractResultsIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ResultsOnNettyIntegrationTests.class);

	@Test
	void cancelsQueryWithoutRowsWhenClientDisconnects() throws Exception {
		operations().reset();
		String operation;
		try (RawHttpConnection connection = new RawHttpConnection(port())) {
			connection.get("/quiet", "text/csv");
			operation = operations().awaitStarted();
			operations().awaitRunning(spark(), operation);
		}
		Duration time = operations().awaitCancelled(spark(), operation);
		logger.info("The operation without rows was cancelled {} ms after the client had disconnected",
				time.toMillis());
	}

}
