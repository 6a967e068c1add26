package io.sparkex.boot.web;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Tests for results in responses of Spring WebFlux on Tomcat.
 */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive",
				"spring.autoconfigure.exclude=org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration" })
class ResultsOnReactiveTomcatIntegrationTests extends AbstractResultsIntegrationTests {

}
