package io.sparkex.startup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application that starts and exits. Spring Boot logs how long the start took.
 */
@SpringBootApplication
public class StartUpApplication {

	public static void main(String[] args) {
		SpringApplication.run(StartUpApplication.class, args).close();
	}

}
