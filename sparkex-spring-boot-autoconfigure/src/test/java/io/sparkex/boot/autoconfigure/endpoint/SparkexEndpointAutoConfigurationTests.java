package io.sparkex.boot.autoconfigure.endpoint;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.endpoint.SparkOperations;
import io.sparkex.boot.endpoint.SparkexEndpoint;
import io.sparkex.boot.endpoint.SparkexSanitizingFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SparkexEndpointAutoConfiguration}.
 */
class SparkexEndpointAutoConfigurationTests {

	private final ApplicationContextRunner unexposed = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexEndpointAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.unexposed
		.withPropertyValues("management.endpoints.web.exposure.include=sparkex");

	@Test
	void providesEndpointIfExposed() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkexEndpoint.class)
			.hasSingleBean(SparkOperations.class)
			.hasSingleBean(SparkexSanitizingFunction.class));
	}

	@Test
	void sanitizesOtherEndpointsIfNotExposed() {
		this.unexposed.run((context) -> assertThat(context).hasSingleBean(SparkexSanitizingFunction.class)
			.doesNotHaveBean(SparkexEndpoint.class)
			.doesNotHaveBean(SparkOperations.class));
	}

	@Test
	void backsOffWithoutAccess() {
		this.contextRunner.withPropertyValues("management.endpoint.sparkex.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkexEndpoint.class)
				.doesNotHaveBean(SparkOperations.class));
	}

	@Test
	void backsOffForOwnEndpoint() {
		SparkexEndpoint own = new SparkexEndpoint(Map.of(), List::of, new SparkOperations(false));
		this.contextRunner.withBean("own", SparkexEndpoint.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkexEndpoint.class).isSameAs(own));
	}

	@Test
	void backsOffForOwnOperations() {
		SparkOperations own = new SparkOperations(true);
		this.contextRunner.withBean("own", SparkOperations.class, () -> own).run((context) -> {
			assertThat(context).getBean(SparkOperations.class).isSameAs(own);
			assertThat(context).hasSingleBean(SparkexEndpoint.class);
		});
	}

	@Test
	void backsOffForOwnSanitizingFunction() {
		SparkexSanitizingFunction own = mock(SparkexSanitizingFunction.class);
		this.contextRunner.withBean("own", SparkexSanitizingFunction.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkexSanitizingFunction.class).isSameAs(own));
	}

	@Test
	void backsOffWithoutActuator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).doesNotHaveBean(SparkexEndpoint.class)
				.doesNotHaveBean(SparkexSanitizingFunction.class));
	}

	@Test
	void sanitizesOtherEndpointsWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(SparkexSanitizingFunction.class)
				.doesNotHaveBean(SparkexEndpoint.class)
				.doesNotHaveBean(SparkOperations.class));
	}

}
