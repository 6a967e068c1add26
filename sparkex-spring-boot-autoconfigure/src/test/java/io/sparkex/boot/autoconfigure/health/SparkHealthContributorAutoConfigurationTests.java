package io.sparkex.boot.autoconfigure.health;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.NamedSparkSessionsAutoConfiguration;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.health.SparkHealthIndicator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkHealthContributorAutoConfiguration}.
 */
class SparkHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class,
				SparkHealthContributorAutoConfiguration.class, HealthContributorAutoConfiguration.class));

	@Test
	void watchesTheSession() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkHealthIndicator.class)
			.hasBean("sparkexHealthContributor"));
	}

	@Test
	void watchesEachOfSeveralSessions() {
		this.contextRunner.withBean("first", SparkSession.class, () -> SparkSession.builder().build())
			.withBean("second", SparkSession.class, () -> SparkSession.builder().build())
			.run((context) -> assertThat(context.getBean("sparkexHealthContributor")).isInstanceOfSatisfying(
					CompositeHealthContributor.class,
					(contributors) -> assertThat(contributors.stream().map(HealthContributors.Entry::name))
						.containsExactlyInAnyOrder("first", "second")));
	}

	@Test
	void watchesSessionsThatHaveNames() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(NamedSparkSessionsAutoConfiguration.class))
			.withPropertyValues("sparkex.sessions.a.url=sc://a", "sparkex.sessions.b.url=sc://b")
			.run((context) -> assertThat(context.getBean("sparkexHealthContributor")).isInstanceOfSatisfying(
					CompositeHealthContributor.class,
					(contributors) -> assertThat(contributors.stream().map(HealthContributors.Entry::name))
						.containsExactlyInAnyOrder("aSparkSession", "bSparkSession")));
	}

	@Test
	void backsOffWithoutSession() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("sparkexHealthContributor"));
	}

	@Test
	void backsOffWithoutHealthModule() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ConditionalOnEnabledHealthIndicator.class))
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class)
				.doesNotHaveBean("sparkexHealthContributor"));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("management.health.sparkex.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class)
				.doesNotHaveBean("sparkexHealthContributor"));
	}

	@Test
	void backsOffForOwnIndicator() {
		HealthIndicator own = () -> null;
		this.contextRunner.withBean("sparkexHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context.getBeansOfType(HealthContributor.class))
				.containsEntry("sparkexHealthIndicator", own)
				.doesNotContainKey("sparkexHealthContributor"));
	}

	@Test
	void namesTimeoutThatIsNotPositive() {
		this.contextRunner.withPropertyValues("management.health.sparkex.timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("management.health.sparkex.timeout")));
	}

}
