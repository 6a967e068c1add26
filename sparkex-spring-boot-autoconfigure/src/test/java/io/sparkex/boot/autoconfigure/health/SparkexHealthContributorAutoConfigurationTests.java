package io.sparkex.boot.autoconfigure.health;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.health.SparkHealthIndicator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexHealthContributorAutoConfiguration}.
 */
class SparkexHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class,
				SparkexHealthContributorAutoConfiguration.class, HealthContributorAutoConfiguration.class));

	/** With availability probes and an unreachable server. */
	private final ApplicationContextRunner probes = this.contextRunner
		.withConfiguration(AutoConfigurations.of(ApplicationAvailabilityAutoConfiguration.class,
				AvailabilityHealthContributorAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
		.withPropertyValues("sparkex.url=sc://localhost:1");

	@Test
	void contributesHealthOfSession() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkHealthIndicator.class)
			.hasBean("sparkexHealthContributor"));
	}

	@Test
	void contributesHealthOfSeveralSessions() {
		this.contextRunner.withBean("first", SparkSession.class, () -> SparkSession.builder().build())
			.withBean("second", SparkSession.class, () -> SparkSession.builder().build())
			.run((context) -> assertThat(context.getBean("sparkexHealthContributor")).isInstanceOfSatisfying(
					CompositeHealthContributor.class,
					(contributors) -> assertThat(contributors.stream().map(HealthContributors.Entry::name))
						.containsExactlyInAnyOrder("first", "second")));
	}

	@Test
	void contributesHealthOfNamedSessions() {
		this.contextRunner.withPropertyValues("sparkex.sessions.a.url=sc://a", "sparkex.sessions.b.url=sc://b")
			.run((context) -> assertThat(context.getBean("sparkexHealthContributor")).isInstanceOfSatisfying(
					CompositeHealthContributor.class,
					(contributors) -> assertThat(contributors.stream().map(HealthContributors.Entry::name))
						.containsExactlyInAnyOrder("aSparkSession", "bSparkSession")));
	}

	@Test
	void isUnknownIfNoServerIsConfigured() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(SparkConnectionDetails.class).isConfigured()).isFalse());
		this.probes.withBean(SparkConnectionDetails.class, () -> details(false)).run((context) -> {
			AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(health(context)).isEqualTo(Status.UNKNOWN);
			assertThat(context.getBean(HealthEndpoint.class).health().getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void isDownIfConfiguredServerDoesNotAnswer() {
		this.probes.run((context) -> assertThat(health(context)).isEqualTo(Status.DOWN));
		this.probes.withBean(SparkConnectionDetails.class, () -> details(true))
			.run((context) -> assertThat(health(context)).isEqualTo(Status.DOWN));
		ApplicationContextRunner notConfigured = this.probes.withBean(SparkConnectionDetails.class,
				() -> details(false));
		notConfigured
			.withBean("sparkSession", SparkSession.class, () -> SparkSession.builder().url("sc://localhost:1").build())
			.run((context) -> assertThat(health(context)).isEqualTo(Status.DOWN));
		notConfigured.withBean(SparkSessionBuilderCustomizer.class, () -> (builder) -> builder.url("sc://localhost:1"))
			.run((context) -> assertThat(health(context)).isEqualTo(Status.DOWN));
	}

	private static Status health(AssertableApplicationContext context) {
		return Objects.requireNonNull(context.getBean(SparkHealthIndicator.class).health()).getStatus();
	}

	private static SparkConnectionDetails details(boolean configured) {
		return new SparkConnectionDetails() {

			@Override
			public String getUrl() {
				return "sc://localhost:1";
			}

			@Override
			public boolean isConfigured() {
				return configured;
			}

		};
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
	void backsOffForOwnContributor() {
		HealthIndicator own = () -> null;
		this.contextRunner.withBean("sparkexHealthContributor", HealthContributor.class, () -> own)
			.run((context) -> assertThat(context).getBean("sparkexHealthContributor").isSameAs(own));
	}

	@Test
	void isNotPartOfReadinessByDefault() {
		this.probes.run((context) -> {
			HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
			assertThat(groups.getPrimary().isMember("sparkex")).isTrue();
			assertThat(groups.getNames()).contains("readiness", "liveness");
			assertThat(group(groups, "readiness").isMember("sparkex")).isFalse();
			assertThat(group(groups, "liveness").isMember("sparkex")).isFalse();
			assertThat(status(context, "readiness")).isEqualTo(Status.UP);
		});
	}

	@Test
	void isPartOfReadinessIfIncluded() {
		this.probes.withPropertyValues("management.endpoint.health.group.readiness.include=readinessState,sparkex")
			.run((context) -> {
				HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
				assertThat(group(groups, "readiness").isMember("sparkex")).isTrue();
				assertThat(group(groups, "liveness").isMember("sparkex")).isFalse();
				assertThat(status(context, "readiness")).isEqualTo(Status.DOWN);
				assertThat(status(context, "liveness")).isEqualTo(Status.UP);
			});
	}

	private static HealthEndpointGroup group(HealthEndpointGroups groups, String name) {
		return Objects.requireNonNull(groups.get(name), name);
	}

	private static Status status(AssertableApplicationContext context, String group) {
		AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
		AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
		return Objects.requireNonNull(context.getBean(HealthEndpoint.class).healthForPath(group), group).getStatus();
	}

	@Test
	void reportsInvalidTimeout() {
		this.contextRunner.withPropertyValues("management.health.sparkex.timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("management.health.sparkex.timeout")));
	}

}
