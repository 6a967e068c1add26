package io.sparkex.boot;

import java.util.UUID;

import io.sparkex.SparkSession;
import io.sparkex.embedded.EmbeddedSparkServer;

/**
 * The Spark that integration tests share. It ends with this JVM.
 */
public final class TestSparkServer {

	private static final EmbeddedSparkServer server = EmbeddedSparkServer.builder().start();

	private TestSparkServer() {
	}

	/**
	 * The properties of an application that uses it.
	 */
	public static String[] properties() {
		return new String[] { "sparkex.url=sc://" + server.host() + ":" + server.port(),
				"sparkex.token=" + server.token() };
	}

	/**
	 * Its port, for what stands between it and an application.
	 */
	public static int port() {
		return server.port();
	}

	/**
	 * Where it is, its token included.
	 */
	public static String url() {
		return server.url();
	}

	/**
	 * Ends a session on the server, as it does itself when one is idle for too long.
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
