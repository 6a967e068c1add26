package io.sparkex.boot;

import java.util.UUID;

import io.sparkex.SparkSession;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * Embedded server that integration tests share. Stops with this JVM.
 */
public final class TestSparkServer {

	private static final EmbeddedSparkServer server = EmbeddedSparkServer.builder()
		.jvmArgs("-XX:TieredStopAtLevel=1")
		.start();

	private TestSparkServer() {
	}

	/**
	 * Returns the properties of an application that uses the server.
	 */
	public static String[] properties() {
		return new String[] { "sparkex.url=sc://" + server.host() + ":" + server.port(),
				"sparkex.token=" + server.token() };
	}

	/**
	 * Returns the port, for proxies.
	 */
	public static int port() {
		return server.port();
	}

	/**
	 * Returns the URL with the token.
	 */
	public static String url() {
		return server.url();
	}

	/**
	 * Ends a session on the server, like an expiration.
	 */
	public static void expire(SparkSession spark) {
		try (SparkSession other = SparkSession.builder()
			.url(url())
			.sessionId(UUID.fromString(spark.sessionId()))
			.build()) {
			other.version();
		}
	}

}
