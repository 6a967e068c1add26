package io.sparkex.boot.test;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the connection details of {@link SparkexFakeAutoConfiguration}.
 */
class FakeSparkConnectionDetailsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexFakeAutoConfiguration.class, SparkexAutoConfiguration.class));

	@Test
	void doNotCauseDefaultSession() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class).hasBean("reportingSparkSession"));
	}

	@Test
	void replaceProperties() {
		this.contextRunner.withPropertyValues("sparkex.url=nonsense")
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class)
				.hasSingleBean(SparkConnectionDetails.class));
	}

}
