package io.sparkex.boot.test;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.aot.TestContextAotGenerator;

import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for ahead-of-time processing with {@link EmbeddedSpark @EmbeddedSpark}.
 */
class AheadOfTimeTests {

	@Test
	void processesTestAheadOfTime() {
		TestContextAotGenerator generator = new TestContextAotGenerator(new InMemoryGeneratedFiles());
		assertThatNoException().isThrownBy(() -> generator.processAheadOfTime(Stream.of(EmbeddedSparkTestCase.class)));
		assertThat(generator.getRuntimeHints()).isNotNull();
	}

	@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "sparkex.sessions.reporting.url=sc://reports")
	@EmbeddedSpark(version = "4.1.2", config = "spark.a=b", packages = "org.example:example:1")
	static class EmbeddedSparkTestCase {

		@Configuration(proxyBeanMethods = false)
		@ImportAutoConfiguration({ SparkexAutoConfiguration.class })
		static class Application {

		}

	}

}
