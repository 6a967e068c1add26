package io.sparkex.samples.netdevh;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.sparkex.SparkSession;

/**
 * Controller that queries every Friday the 13th of a year and returns the counted gRPC
 * calls.
 */
@RestController
class FridayController {

	private final SparkSession spark;

	private final CallCounter counter;

	FridayController(SparkSession spark, CallCounter counter) {
		this.spark = spark;
		this.counter = counter;
	}

	@GetMapping("/fridays/{year}")
	List<LocalDate> fridays(@PathVariable int year) {
		return this.spark.sql("""
				SELECT day FROM (SELECT explode(sequence(make_date(:year, 1, 1), make_date(:year, 12, 31))) AS day)
				WHERE day(day) = 13 AND date_format(day, 'EEE') = 'Fri'
				ORDER BY day""", Map.of("year", year)).as(LocalDate.class).collect();
	}

	@GetMapping("/calls")
	Map<String, Long> calls() {
		return this.counter.calls();
	}

}
