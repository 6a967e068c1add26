package io.sparkex.boot.test.example;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

import io.sparkex.SparkSession;

/**
 * Service under test.
 */
@Service
class TripReport {

	static final String BY_CITY = "SELECT city, count(*) AS trips FROM trips WHERE city <> :without GROUP BY city"
			+ " ORDER BY city";

	private final SparkSession spark;

	TripReport(SparkSession spark) {
		this.spark = spark;
	}

	List<CityTrips> byCity(String without) {
		return this.spark.sql(BY_CITY, Map.of("without", without)).as(CityTrips.class).collect();
	}

	record CityTrips(String city, long trips) {

	}

}
