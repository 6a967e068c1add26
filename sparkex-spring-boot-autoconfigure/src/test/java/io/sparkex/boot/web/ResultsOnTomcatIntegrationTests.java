package io.sparkex.boot.web;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for results in responses of Spring MVC on Tomcat.
 */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResultsOnTomcatIntegrationTests extends AbstractResultsIntegrationTests {

	@Test
	void sendsResultsOfCallables() throws Exception {
		assertThat(get("/callable").body()).isEqualTo(NUMBERS);
	}

}
