package io.sparkex.boot.web;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Results over HTTP by Spring MVC on Tomcat.
 */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResultsOnTomcatIntegrationTests extends AbstractResultsIntegrationTests {

}
