package io.sparkex.boot.autoconfigure.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.sparkex.SparkSession;
import io.sparkex.boot.health.SparkHealthIndicator;
import io.sparkex.embedded.EmbeddedSparkServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications with an embedded server.
 */
class EmbeddedSparkIntegrationTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = run("--sparkex.embedded.enabled=true", "--sparkex.embedded.heap=768MB",
				"--sparkex.embedded.config.spark.sql.session.timeZone=Asia/Tokyo", "--sparkex.url=sc://ignored");
	}

	@AfterAll
	static void stopsServerAfterSession() {
		EmbeddedSparkServer server = context.getBean(EmbeddedSparkServer.class);
		DestructionRecorder recorder = context.getBean(DestructionRecorder.class);
		context.close();
		assertThat(recorder.destroyed).containsSubsequence("sparkSession", "embeddedSpark");
		assertThat(server.isRunning()).isFalse();
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(arguments);
	}

	@Test
	void queriesEmbeddedServer() {
		assertThat(setting(context, "spark.sql.session.timeZone")).isEqualTo("Asia/Tokyo");
	}

	@Test
	void reportsHealthWithVersion() {
		Health health = context.getBean(SparkHealthIndicator.class).health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("version", context.getBean(EmbeddedSparkServer.class).version())
			.containsEntry("sessionId", context.getBean(SparkSession.class).sessionId())
			.hasEntrySatisfying("latency", (latency) -> assertThat(latency).asString().matches("\\d+ms"));
	}

	@Test
	void queriesServerOfUrl() {
		EmbeddedSparkServer server = context.getBean(EmbeddedSparkServer.class);
		try (ConfigurableApplicationContext client = run("--sparkex.url=" + server.url(), "--sparkex.user-id=user",
				"--sparkex.config.spark.sql.session.timeZone=Europe/Berlin",
				"--sparkex.config.spark.sql.shuffle.partitions=3")) {
			assertThat(client.getBeansOfType(EmbeddedSparkServer.class)).isEmpty();
			assertThat(setting(client, "spark.sql.session.timeZone")).isEqualTo("Europe/Berlin");
			assertThat(setting(client, "spark.sql.shuffle.partitions")).isEqualTo("3");
		}
	}

	@Test
	void doesNotLogToken(@TempDir Path folder) throws IOException {
		EmbeddedSparkServer server = context.getBean(EmbeddedSparkServer.class);
		Path log = folder.resolve("application.log");
		LoggingSystem loggingSystem = LoggingSystem.get(getClass().getClassLoader());
		// Otherwise the client would reuse the logging configuration of the other
		// application.
		loggingSystem.cleanUp();
		try (ConfigurableApplicationContext client = run("--sparkex.url=sc://" + server.host() + ":" + server.port(),
				"--sparkex.token=" + server.token(), "--logging.level.root=trace", "--logging.file.name=" + log,
				"--logging.threshold.console=off")) {
			assertThat(client.getBean(SparkSession.class).range(3).count()).isEqualTo(3);
		}
		finally {
			loggingSystem.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
			// System properties would affect later applications.
			System.clearProperty(LoggingSystemProperty.CONSOLE_THRESHOLD.getEnvironmentVariableName());
			System.clearProperty(LoggingSystemProperty.LOG_FILE.getEnvironmentVariableName());
		}
		assertThat(log).content().contains("TRACE").contains("io.grpc");
		assertThat(Files.readAllLines(log)).filteredOn((line) -> line.contains(server.token())).isEmpty();
	}

	private static String setting(ConfigurableApplicationContext context, String key) {
		return String.valueOf(context.getBean(SparkSession.class).sql("SET " + key).single().getString("value"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		static DestructionRecorder destructionRecorder() {
			return new DestructionRecorder();
		}

	}

	static class DestructionRecorder implements DestructionAwareBeanPostProcessor {

		private final List<String> destroyed = new ArrayList<>();

		@Override
		public void postProcessBeforeDestruction(Object bean, String beanName) {
			this.destroyed.add(beanName);
		}

	}

}
