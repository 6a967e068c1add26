package io.sparkex.boot.test;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkexNamedSessionsAutoConfiguration;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications have no sessions in tests that they would not have otherwise.
 */
class StandInConnectionDetailsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexFakeAutoConfiguration.class,
				SparkexNamedSessionsAutoConfiguration.class, SparkexAutoConfiguration.class));

	@Test
	void aFakeMakesNoDefaultSession() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class).hasBean("reportingSparkSession"));
	}

	@Test
	void aFakeTakesThePlaceOfTheProperties() {
		this.contextRunner.withPropertyValues("sparkex.url=nonsense")
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class)
				.hasSingleBean(SparkConnectionDetails.class));
	}

}
