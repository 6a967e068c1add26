package io.sparkex.boot.autoconfigure.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.embedded.EmbeddedSparkServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application in a separate JVM that DevTools restarts as after a class
 * change.
 */
@Timeout(240)
class DevToolsRestartIntegrationTests {

	private static final String RUNS = "test.runs";

	@Test
	void reusesServerOfPreviousRun(@TempDir Path folder) throws Exception {
		Path runs = folder.resolve("runs");
		Path log = folder.resolve("log");
		Process application = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-D" + RUNS + "=" + runs,
						"-cp", classPath(folder.resolve("settings")), Application.class.getName(),
						"--sparkex.embedded.enabled=true", "--spring.docker.compose.enabled=false"))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertThat(application.waitFor(3, TimeUnit.MINUTES)).as(() -> read(log)).isTrue();
		}
		finally {
			application.destroyForcibly();
		}
		assertThat(runs).as(() -> read(log)).exists();
		List<String[]> lines = Files.readAllLines(runs).stream().map((line) -> line.split(" ")).toList();
		assertThat(lines).as(() -> read(log)).hasSize(2);
		assertThat(lines.get(1)[0]).as("the loader of the application").isNotEqualTo(lines.get(0)[0]);
		assertThat(lines.get(1)[1]).as("the port of the server").isEqualTo(lines.get(0)[1]);
	}

	/**
	 * Excludes the modules of sparkex from restarts: in this build they are directories,
	 * which DevTools treats as part of the application.
	 */
	private static String classPath(Path settings) throws IOException {
		Path file = Files.createDirectories(settings.resolve("META-INF")).resolve("spring-devtools.properties");
		Files.writeString(file, "restart.exclude.sparkex=/sparkex-[\\\\w-]+/target/classes/\n");
		return settings + File.pathSeparator + System.getProperty("java.class.path");
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
	 * Application that records its server, restarts itself once, and exits.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SparkexEmbeddedAutoConfiguration.class, SparkexAutoConfiguration.class })
	static class Application {

		private static final String RESTARTED = "test.restarted";

		public static void main(String[] args) throws IOException {
			ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.run(args);
			assertThat(context.getBean(SparkSession.class).range(3).count()).isEqualTo(3);
			int loader = System.identityHashCode(Application.class.getClassLoader());
			int server = context.getBean(EmbeddedSparkServer.class).port();
			Files.writeString(Path.of(System.getProperty(RUNS)), loader + " " + server + "\n",
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			if (System.setProperty(RESTARTED, "true") == null) {
				Restarter.getInstance().restart();
			}
			else {
				System.exit(0);
			}
		}

	}

}
