package io.sparkex.boot.test.gettingstarted;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import io.sparkex.SparkSessionInitializer;

@SpringBootApplication
public class FaresApplication {

	public static void main(String[] args) {
		SpringApplication.run(FaresApplication.class, args);
	}

	@Bean
	SparkSessionInitializer rides() {
		return (session) -> session
			.createDataFrame(List.of(new Ride("Oslo", 12.5), new Ride("Rome", 7.0), new Ride("Oslo", 8.0)))
			.createOrReplaceTempView("rides");
	}

	record Ride(String city, double fare) {
	}

}
