package io.sparkex.samples.netdevh;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Main class of the application, which also starts an embedded Spark Connect server.
 */
@SpringBootApplication
class NetDevhApplication {

	public static void main(String[] args) {
		SpringApplication.run(NetDevhApplication.class, args);
	}

}
