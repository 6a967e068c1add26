package io.sparkex.boot.info;

import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.boot.TestSparkServer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.info.SparkexInfoContributorAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkInfoContributor}.
 */
class SparkInfoContributorIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(SparkexInfoContributorAutoConfiguration.class, SparkexAutoConfiguration.class));

	@SuppressWarnings("unchecked")
	private static Map<String, String> servers(SparkInfoContributor contributor) {
		Info.Builder builder = new Info.Builder();
		contributor.contribute(builder);
		Map<String, Object> info = (Map<String, Object>) Objects.requireNonNull(builder.build().get("sparkex"));
		return (Map<String, String>) Objects.requireNonNull(info.get("servers"));
	}

	@Test
	void isDisabledByDefault() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(SparkInfoContributor.class));
	}

	@Test
	void exposesVersionOfServer() {
		this.contextRunner.withPropertyValues("management.info.sparkex.enabled=true")
			.withPropertyValues(TestSparkServer.properties())
			.run((context) -> assertThat(servers(context.getBean(SparkInfoContributor.class)).get("sparkSession"))
				.startsWith("4."));
	}

	@Test
	void exposesUnreachableServer() {
		this.contextRunner.withPropertyValues("management.info.sparkex.enabled=true", "sparkex.url=sc://localhost:1")
			.run((context) -> assertThat(servers(context.getBean(SparkInfoContributor.class)))
				.containsEntry("sparkSession", "unavailable"));
	}

	@Test
	void backsOffWithoutActuator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.withPropertyValues("management.info.sparkex.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean("sparkInfoContributor"));
	}

}
