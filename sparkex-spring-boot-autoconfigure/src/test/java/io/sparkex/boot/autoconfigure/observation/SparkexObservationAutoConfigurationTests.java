package io.sparkex.boot.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.boot.observation.SparkObservationListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexObservationAutoConfiguration}.
 */
class SparkexObservationAutoConfigurationTests {

	private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexObservationAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.withoutRegistry.withBean(ObservationRegistry.class,
			ObservationRegistry::create);

	@Test
	void providesListenerWithRegistry() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkObservationListener.class)
			.hasSingleBean(SparkexObservationProperties.class));
	}

	@Test
	void backsOffWithoutRegistry() {
		this.withoutRegistry.run((context) -> assertThat(context).doesNotHaveBean(SparkObservationListener.class)
			.doesNotHaveBean(SparkexObservationProperties.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ObservationRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(SparkObservationListener.class));
	}

	@Test
	void backsOffForOwnListener() {
		SparkObservationListener own = new SparkObservationListener(ObservationRegistry.NOOP, null, false);
		this.contextRunner.withBean("own", SparkObservationListener.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkObservationListener.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkObservationListener.class));
	}

}
