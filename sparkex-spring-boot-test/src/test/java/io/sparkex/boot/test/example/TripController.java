package io.sparkex.boot.test.example;

import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;

/**
 * Controller under test of web slices.
 */
@RestController
class TripController {

	static final String TO_CITY = "SELECT city, count(*) AS trips FROM trips WHERE city = :city GROUP BY city";

	private final SparkSession spark;

	TripController(SparkSession spark) {
		this.spark = spark;
	}

	@GetMapping("/trips")
	DataFrame to(@RequestParam String city) {
		return this.spark.sql(TO_CITY, Map.of("city", city));
	}

}
