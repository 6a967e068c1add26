package io.sparkex.samples.secured;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import io.sparkex.samples.secured.gateway.LocalInfrastructure;

/**
 * Starts the application, and before it what it is to find elsewhere in production.
 */
@SpringBootApplication
class SecuredApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(SecuredApplication.class);
		application.addInitializers(new LocalInfrastructure());
		application.run(args);
	}

}
