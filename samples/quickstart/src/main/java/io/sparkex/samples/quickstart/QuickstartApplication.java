package io.sparkex.samples.quickstart;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Starts the application, and Spark with it.
 */
@SpringBootApplication
class QuickstartApplication {

	public static void main(String[] args) {
		SpringApplication.run(QuickstartApplication.class, args);
	}

	@Bean
	ApplicationRunner preview(SeattleWeather weather) {
		return (arguments) -> weather.months().show(12);
	}

}
