package io.sparkex.samples.quickstart;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/**
 * Main class of the application, which also starts an embedded Spark Connect server.
 */
@SpringBootApplication
class QuickstartApplication {

	private static final Logger logger = LoggerFactory.getLogger(QuickstartApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(QuickstartApplication.class, args);
	}

	@Bean
	ApplicationRunner preview(SeattleWeather weather) {
		return (arguments) -> weather.months().show(12);
	}

	@EventListener
	void logAddress(ApplicationReadyEvent event) {
		logger.info("Open http://localhost:{}/",
				event.getApplicationContext().getEnvironment().getProperty("local.server.port"));
	}

}
