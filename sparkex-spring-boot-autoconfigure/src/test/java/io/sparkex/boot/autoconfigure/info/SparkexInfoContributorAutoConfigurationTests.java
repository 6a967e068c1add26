package io.sparkex.boot.autoconfigure.info;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.info.SparkInfoContributor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexInfoContributorAutoConfiguration}.
 */
class SparkexInfoContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(SparkexInfoContributorAutoConfiguration.class, SparkexAutoConfiguration.class))
		.withPropertyValues("management.info.sparkex.enabled=true");

	@Test
	void contributesIfEnabled() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkInfoContributor.class));
	}

	@Test
	void ignoresDefaultsProperty() {
		this.contextRunner
			.withPropertyValues("management.info.sparkex.enabled=false", "management.info.defaults.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkInfoContributor.class));
	}

	@Test
	void backsOffWithoutSession() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SparkInfoContributor.class));
	}

	@Test
	void backsOffWithoutActuator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SparkInfoContributor.class));
	}

	@Test
	void backsOffForOwnContributor() {
		SparkInfoContributor own = new SparkInfoContributor(Map.of());
		this.contextRunner.withBean("own", SparkInfoContributor.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkInfoContributor.class).isSameAs(own));
	}

}
