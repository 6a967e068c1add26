package io.sparkex.samples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

import io.sparkex.DataFrame;
import io.sparkex.SparkSession;

import static io.sparkex.Functions.avg;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.count;
import static io.sparkex.Functions.count_if;
import static io.sparkex.Functions.max;
import static io.sparkex.Functions.min;
import static io.sparkex.Functions.month;
import static io.sparkex.Functions.round;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.year;

/**
 * The daily weather in Seattle from 2012 to 2015.
 */
@Service
class SeattleWeather {

	private final SparkSession spark;

	SeattleWeather(SparkSession spark, @Value("classpath:data/seattle-weather.csv") Resource csv) throws IOException {
		this.spark = spark;
		spark.read()
			.schema("date DATE, precipitation DOUBLE, temp_max DOUBLE, temp_min DOUBLE, wind DOUBLE, weather STRING")
			.option("header", true)
			.csv(fileOf(csv).toUri().toString())
			.createOrReplaceTempView("weather");
	}

	DataFrame months() {
		return this.spark.table("weather")
			.groupBy(year(col("date")).as("year"), month(col("date")).as("month"))
			.agg(count("*").as("days"), round(avg("temp_max"), 1).as("average_high"), max("temp_max").as("highest"),
					min("temp_min").as("lowest"), round(sum("precipitation"), 1).as("precipitation"),
					count_if(col("precipitation").gt(0)).as("wet_days"))
			.orderBy("year", "month");
	}

	List<Month> monthly() {
		return months().as(Month.class).collect();
	}

	List<Day> daysWith(String weather) {
		return this.spark
			.sql("SELECT * FROM weather WHERE weather = :weather ORDER BY date", Map.of("weather", weather))
			.as(Day.class)
			.collect();
	}

	/**
	 * Copies the resource to a file, since Spark cannot read a resource in a jar.
	 */
	private static Path fileOf(Resource resource) throws IOException {
		Path file = Files.createTempFile("seattle-weather-", ".csv");
		file.toFile().deleteOnExit();
		try (InputStream in = resource.getInputStream()) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
		}
		return file;
	}

}
