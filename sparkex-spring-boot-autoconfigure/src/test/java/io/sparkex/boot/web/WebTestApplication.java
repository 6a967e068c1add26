package io.sparkex.boot.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Application for Spring MVC and Spring WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ResultsController.class, OperationTracker.class, ParentObservationRecorder.class, ServletRoutes.class,
		ReactiveRoutes.class })
class WebTestApplication {

}
