package io.sparkex.boot.web;

import java.util.function.Supplier;

import org.springframework.util.function.SingletonSupplier;

import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Embedded server for web tests, of a version that reports the state of operations.
 * Started lazily; stops with the JVM.
 */
final class WebTestServer {

	private static final Supplier<EmbeddedSparkServer> server = SingletonSupplier.of(() -> EmbeddedSparkServer.builder()
		.version("4.2.0")
		.jvmArgs("-XX:TieredStopAtLevel=1")
		.config("spark.sql.shuffle.partitions", "2")
		.start());

	private WebTestServer() {
	}

	static String url() {
		return server.get().url();
	}

}
