package io.sparkex.boot.test;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.aot.TestContextAotGenerator;

import io.sparkex.boot.autoconfigure.SparkexNamedSessionsAutoConfiguration;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that application contexts with {@link EmbeddedSpark} can be processed ahead of
 * time.
 */
class AheadOfTimeTests {

	@Test
	void processesEmbeddedSparkAheadOfTime() {
		TestContextAotGenerator generator = new TestContextAotGenerator(new InMemoryGeneratedFiles());
		assertThatNoException().isThrownBy(() -> generator.processAheadOfTime(Stream.of(OnEmbeddedSpark.class)));
		assertThat(generator.getRuntimeHints()).isNotNull();
	}

	@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "sparkex.sessions.reporting.url=sc://reports")
	@EmbeddedSpark(version = "4.1.2", config = "spark.a=b", packages = "org.example:example:1")
	static class OnEmbeddedSpark {

		@Configuration(proxyBeanMethods = false)
		@ImportAutoConfiguration({ SparkexNamedSessionsAutoConfiguration.class, SparkexAutoConfiguration.class })
		static class Application {

		}

	}

}
