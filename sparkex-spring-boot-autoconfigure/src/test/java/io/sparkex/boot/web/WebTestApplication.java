package io.sparkex.boot.web;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application that works with Spring MVC as with Spring WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ResultsController.class, OperationTracker.class, ParentObservationRecorder.class, ServletRoutes.class,
		ReactiveRoutes.class })
class WebTestApplication {

}
