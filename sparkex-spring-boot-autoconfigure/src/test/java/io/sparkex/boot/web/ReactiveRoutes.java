package io.sparkex.boot.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.sparkex.SparkSession;

/**
 * Functional endpoints for Spring WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ReactiveRoutes {

	@Bean
	RouterFunction<ServerResponse> routes(SparkSession spark) {
		return RouterFunctions.route()
			.GET("/functional",
					(request) -> ServerResponse.ok()
						.contentType(new MediaType("text", "csv"))
						.bodyValue(spark.range(2)))
			.GET("/functional/failing",
					(request) -> ServerResponse.ok()
						.eTag("rows")
						.header("Cache-Control", "max-age=3600")
						.contentType(new MediaType("text", "csv"))
						.bodyValue(spark.sql("SELECT secret_column FROM range(3)")))
			.GET("/functional/failing/itself",
					(request) -> ServerResponse.ok()
						.bodyValue(spark.sql("SELECT secret_column FROM range(3)").collect()))
			.build();
	}

}
