package io.sparkex.boot.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Results over HTTP by Spring WebFlux on Netty.
 */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive",
				"spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration" })
class ResultsOnNettyIntegrationTests extends AbstractResultsIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ResultsOnNettyIntegrationTests.class);

	@Test
	void stopsTheQueryThatBringsNothingWhenTheClientHangsUp() throws Exception {
		queries().forget();
		String operation;
		try (RawConnection connection = new RawConnection(port())) {
			connection.get("/quiet", "text/csv");
			operation = queries().awaitStarted();
			queries().awaitRunning(spark(), operation);
		}
		Duration time = queries().awaitStopped(spark(), operation);
		logger.info("The quiet operation was over {} ms after the client had hung up", time.toMillis());
	}

}
