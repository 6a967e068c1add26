package io.sparkex.boot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionInitializer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;

import static io.sparkex.Functions.avg;
import static io.sparkex.Functions.col;
import static io.sparkex.Functions.month;
import static io.sparkex.Functions.sum;
import static io.sparkex.Functions.year;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that run the code of {@code README.md}.
 */
class ReadmeIntegrationTests {

	@Test
	void queriesWeather() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
			.withPropertyValues(TestSparkServer.properties())
			.withUserConfiguration(Application.class)
			.run((context) -> {
				Weather weather = context.getBean(Weather.class);
				assertThat(weather.wettest()).containsExactly(new Weather.Month(2015, 12, 8, 30),
						new Weather.Month(2015, 7, 28, 0));
				assertThat(weather.days("rain")).isEqualTo(2);
			});
	}

	@Service
	static class Weather {

		private final SparkSession spark;

		Weather(SparkSession spark) {
			this.spark = spark;
		}

		List<Month> wettest() {
			return this.spark.table("weather")
				.groupBy(year(col("date")).as("year"), month(col("date")).as("month"))
				.agg(avg("temp_max").as("average_high"), sum("precipitation").as("precipitation"))
				.orderBy(col("precipitation").desc())
				.as(Month.class)
				.take(10);
		}

		long days(String weather) {
			return this.spark.sql("SELECT * FROM weather WHERE weather = :weather", Map.of("weather", weather)).count();
		}

		record Month(int year, int month, double averageHigh, double precipitation) {
		}

	}

	record Day(LocalDate date, double precipitation, double tempMax, String weather) {
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Weather.class)
	static class Application {

		@Bean
		SparkSessionInitializer days() {
			return (session) -> session.createDataFrame(List.of(new Day(LocalDate.of(2015, 12, 1), 10, 7, "rain"),
					new Day(LocalDate.of(2015, 12, 2), 20, 9, "rain"), new Day(LocalDate.of(2015, 7, 1), 0, 28, "sun")))
				.withColumnRenamed("tempMax", "temp_max")
				.createOrReplaceTempView("weather");
		}

	}

}
