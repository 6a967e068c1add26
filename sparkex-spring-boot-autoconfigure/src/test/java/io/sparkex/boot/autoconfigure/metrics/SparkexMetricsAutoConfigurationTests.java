package io.sparkex.boot.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.boot.metrics.SparkMetrics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexMetricsAutoConfiguration}.
 */
class SparkexMetricsAutoConfigurationTests {

	private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexMetricsAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.withoutRegistry.withBean(SimpleMeterRegistry.class);

	@Test
	void providesMetricsWithRegistry() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkMetrics.class));
	}

	@Test
	void backsOffWithoutRegistry() {
		this.withoutRegistry.run((context) -> assertThat(context).doesNotHaveBean(SparkMetrics.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(SparkMetrics.class));
	}

	@Test
	void backsOffForOwnMetrics() {
		SparkMetrics own = new SparkMetrics();
		this.contextRunner.withBean("own", SparkMetrics.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkMetrics.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkMetrics.class));
	}

}
