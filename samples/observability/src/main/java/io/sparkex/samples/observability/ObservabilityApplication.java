package io.sparkex.samples.observability;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSessionInitializer;

/**
 * Main class of the application, which also starts an embedded Spark Connect server.
 */
@SpringBootApplication
class ObservabilityApplication {

	public static void main(String[] args) {
		SpringApplication.run(ObservabilityApplication.class, args);
	}

	@Bean
	SparkSessionInitializer orders() {
		return (session) -> session.sql("""
				SELECT id, element_at(array('north', 'east', 'south', 'west'), int(id % 4) + 1) AS region,
					decimal(id * 7919 % 10000) / 100 AS amount
				FROM range(0, 1000000, 1, 8)
				""").createOrReplaceTempView("orders");
	}

}
