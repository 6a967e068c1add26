package io.sparkex.samples.secured;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSessionInitializer;
import io.sparkex.samples.secured.gateway.LocalInfrastructure;

/**
 * Main class of the application. The application starts after the infrastructure that
 * exists separately in production.
 */
@SpringBootApplication
class SecuredApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(SecuredApplication.class);
		application.addInitializers(new LocalInfrastructure());
		application.run(args);
	}

	/**
	 * Creates the initial view of each user's session.
	 */
	@Bean
	SparkSessionInitializer orders() {
		return (session) -> session.sql("""
				SELECT element_at(array('north', 'east', 'south', 'west'), int(id % 4) + 1) AS region,
					id AS number, decimal(id * 7919 % 10000) / 100 AS amount
				FROM range(12)
				""").createOrReplaceTempView("orders");
	}

}
