package io.sparkex.boot.test.gettingstarted;

import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;

import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.sum;

@RestController
class FareController {

	private final SparkSession spark;

	FareController(SparkSession spark) {
		this.spark = spark;
	}

	@GetMapping("/fares")
	List<CityFares> byCity() {
		return this.spark.table("rides")
			.groupBy("city")
			.agg(count("*").as("rides"), sum("fare").as("total"))
			.orderBy(col("total").desc())
			.as(CityFares.class)
			.collect();
	}

	@GetMapping("/rides")
	DataFrame rides(@RequestParam String city) {
		return this.spark.sql("SELECT * FROM rides WHERE city = :city", Map.of("city", city));
	}

	record CityFares(String city, long rides, double total) {
	}

}
