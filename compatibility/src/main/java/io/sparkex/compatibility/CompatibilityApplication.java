package io.sparkex.compatibility;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.Results;
import io.sparkex.SparkSession;

/**
 * Application with the starter, built with each supported version of Spring Boot.
 */
@SpringBootApplication
public class CompatibilityApplication {

	public static void main(String[] args) {
		SpringApplication.run(CompatibilityApplication.class, args);
	}

	/**
	 * Controller that returns results.
	 */
	@RestController
	static class SquaresController {

		private final SparkSession spark;

		SquaresController(SparkSession spark) {
			this.spark = spark;
		}

		@GetMapping("/squares")
		Results<Square> squares() {
			return this.spark.range(3).selectExpr("id AS number", "id * id AS square").as(Square.class);
		}

	}

	record Square(long number, long square) {

	}

}
