package io.sparkex.boot.web;

import java.util.function.Supplier;

import org.springframework.util.function.SingletonSupplier;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * A real server for the web tests, of a version that tells what it runs. Started when
 * first asked for; ends with the JVM.
 */
final class WebTestServer {

	private static final Supplier<EmbeddedSparkServer> server = SingletonSupplier
		.of(() -> EmbeddedSparkServer.builder().version("4.2.0").config("spark.sql.shuffle.partitions", "2").start());

	private WebTestServer() {
	}

	static String url() {
		return server.get().url();
	}

}
