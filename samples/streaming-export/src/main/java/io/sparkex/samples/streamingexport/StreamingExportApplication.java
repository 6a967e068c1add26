package io.sparkex.samples.streamingexport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Main class of the application, which also starts an embedded Spark Connect server.
 */
@SpringBootApplication
class StreamingExportApplication {

	public static void main(String[] args) {
		SpringApplication.run(StreamingExportApplication.class, args);
	}

}
