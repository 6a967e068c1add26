package io.sparkex.boot.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a WebFlux application in a separate JVM that sends a multiple of its heap
 * size.
 */
@Timeout(240)
class SmallHeapIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(SmallHeapIntegrationTests.class);

	private static final int MEGABYTES = 128;

	private static final int ROWS = 5_000_000;

	@Test
	void sendsResultLargerThanHeap(@TempDir Path folder) throws Exception {
		Path port = folder.resolve("port");
		Path log = folder.resolve("log");
		Process application = start(port, log);
		try {
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.untilAsserted(() -> assertThat(port).as(() -> read(log)).exists());
			long begin = System.nanoTime();
			Download download = new Download();
			download.read(get(Integer.parseInt(Files.readString(port))));
			assertThat(download.lines).as(() -> read(log)).isEqualTo(ROWS);
			assertThat(download.bytes).isGreaterThan((3L * MEGABYTES) << 20);
			logger.info("Received {} MB in {} ms", download.bytes >> 20,
					TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
			assertThat(application.isAlive()).isTrue();
		}
		finally {
			application.getOutputStream().close();
			if (!application.waitFor(30, TimeUnit.SECONDS)) {
				application.destroyForcibly();
			}
		}
	}

	/**
	 * Passes the URL in the environment, since its token would be visible in the process
	 * arguments.
	 */
	private static Process start(Path port, Path log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + MEGABYTES + "m",
						"-XX:+ExitOnOutOfMemoryError", "-Dspring.devtools.restart.enabled=false", "-cp",
						System.getProperty("java.class.path"), Application.class.getName(), port.toString()));
		builder.environment().put("SPARKEX_URL", WebTestServer.url());
		return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	private static InputStream get(int port) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/large?rows=" + ROWS))
			.header("Accept", "application/x-ndjson")
			.build();
		HttpResponse<InputStream> response = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(request, HttpResponse.BodyHandlers.ofInputStream());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/**
	 * Download that counts bytes and lines, and pauses once, so that the server is faster
	 * than the client.
	 */
	private static final class Download {

		private long bytes;

		private long lines;

		void read(InputStream in) throws IOException {
			byte[] buffer = new byte[1 << 16];
			try (in) {
				for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
					if (this.bytes == 0) {
						LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
					}
					this.bytes += count;
					for (int i = 0; i < count; i++) {
						this.lines += (buffer[i] == '\n') ? 1 : 0;
					}
				}
			}
		}

	}

	/**
	 * Application that runs until its standard input is closed.
	 */
	static final class Application {

		private Application() {
		}

		public static void main(String[] args) throws IOException {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WebTestApplication.class)
				.web(WebApplicationType.REACTIVE)
				.run("--server.port=0", "--spring.docker.compose.enabled=false", "--sparkex.web.max-rows=" + ROWS,
						"--spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.reactive"
								+ ".TomcatReactiveWebServerAutoConfiguration")) {
				Path written = Path.of(args[0] + ".new");
				Files.writeString(written, context.getEnvironment().getRequiredProperty("local.server.port"));
				Files.move(written, Path.of(args[0]));
				System.in.readAllBytes();
			}
		}

	}

}
