package io.sparkex;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import io.sparkex.embedded.EmbeddedSparkServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code and the statements of docs/embedded.md.
 */
class EmbeddedPageIntegrationTests {

	@Test
	@SuppressWarnings("unused")
	void runsQueries() {
		try (EmbeddedSparkServer server = EmbeddedSparkServer.builder().start();
				SparkSession spark = SparkSession.builder().url(server.url()).build()) {
			long rows = spark.range(3).count();
		}
	}

	@Test
	void resolvesRelativePathsAndServesSparkUi() throws IOException {
		int port = freePort();
		Path file = Path.of("target", "embedded-page.csv");
		Files.writeString(file, "city\nOslo\n");
		try (EmbeddedSparkServer server = EmbeddedSparkServer.builder()
			.config("spark.ui.enabled", "true")
			.config("spark.ui.port", String.valueOf(port))
			.start(); SparkSession spark = SparkSession.builder().url(server.url()).build()) {
			assertThat(spark.read().option("header", true).csv(file.toString()).as(String.class).single())
				.isEqualTo("Oslo");
			assertThat(status("http://127.0.0.1:" + port + "/jobs/")).isEqualTo(200);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static int status(String url) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
		try {
			return connection.getResponseCode();
		}
		finally {
			connection.disconnect();
		}
	}

}
