package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import io.sparkex.boot.TestSparkServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link SparkConnectionFailureAnalyzer} with applications that fail to start.
 */
@ExtendWith(OutputCaptureExtension.class)
class SparkConnectionFailureAnalyzerIntegrationTests {

	private static void assertDoesNotStart(String... properties) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("sparkex.startup.validate=true", "sparkex.connection.connect-timeout=3s")
			.properties(properties)
			.build();
		assertThatException().isThrownBy(application::run);
	}

	@Test
	void reportsUnreachableServer(CapturedOutput output) {
		assertDoesNotStart("sparkex.url=sc://localhost:1");
		assertThat(output).contains("APPLICATION FAILED TO START", "No Spark Connect server answers at localhost:1",
				"'sparkex.embedded.enabled' to true");
	}

	@Test
	void reportsRejectedToken(CapturedOutput output) {
		assertDoesNotStart(TestSparkServer.properties()[0], "sparkex.token=wr0ng");
		assertThat(output).contains("APPLICATION FAILED TO START", "does not accept the token", "'sparkex.token'")
			.doesNotContain("wr0ng");
	}

	@Test
	void reportsServerWithoutTls(CapturedOutput output) {
		assertDoesNotStart(TestSparkServer.properties()[0], TestSparkServer.properties()[1],
				"sparkex.ssl.enabled=true");
		assertThat(output).contains("APPLICATION FAILED TO START", "does not use TLS", "'sparkex.ssl.enabled'");
	}

	@Test
	void reportsOtherServer(CapturedOutput output) throws IOException {
		try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread web = new Thread(() -> serve(listener));
			web.setDaemon(true);
			web.start();
			assertDoesNotStart("sparkex.url=sc://localhost:" + listener.getLocalPort());
			assertThat(output)
				.contains("APPLICATION FAILED TO START",
						"Set 'sparkex.url' to the host and port of a Spark Connect server",
						"7077, 4040 and 8080 are ports of other Spark services")
				.doesNotContain("No Spark Connect server answers", "'sparkex.embedded.enabled'");
		}
	}

	private static void serve(ServerSocket listener) {
		while (!listener.isClosed()) {
			try (Socket socket = listener.accept()) {
				socket.getInputStream().read();
				socket.getOutputStream()
					.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				socket.shutdownOutput();
				// Closing the socket with unread bytes would discard the response.
				socket.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
			catch (IOException ex) {
				// The client has disconnected, or the test has ended.
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(SparkexAutoConfiguration.class)
	static class Application {

	}

}
