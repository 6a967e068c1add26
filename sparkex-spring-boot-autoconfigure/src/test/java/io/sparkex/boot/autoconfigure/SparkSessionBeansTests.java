package io.sparkex.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.annotation.Order;

import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkSessionBeans} with beans of every kind.
 */
class SparkSessionBeansTests {

	private final StringBuilder called = new StringBuilder();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
		.withBean(StringBuilder.class, () -> this.called)
		.withPropertyValues("sparkex.url=sc://main");

	@Test
	void areCalledInTheOrderOfTheirDefinitions() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(this.called).as("'reporting' names no session here")
				.hasToString("prototype proxy reporting last "));
	}

	@Test
	void goWithTheSessionThatTheirQualifierNames() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.run((context) -> {
				this.called.setLength(0);
				context.getBean(SparkSessionBuilderFactory.class).createSession("reporting").close();
				assertThat(this.called).hasToString("prototype proxy reporting onRequest last ");
			});
	}

	@Test
	void areFoundInAParentUnlessTheyAreHidden() {
		new ApplicationContextRunner().withBean(StringBuilder.class, () -> this.called)
			.withUserConfiguration(Customizers.class)
			.run((parent) -> this.contextRunner.withParent(parent)
				.withBean("prototype", SparkSessionBuilderCustomizer.class,
						() -> (builder) -> this.called.append("hiding "))
				.run((context) -> assertThat(this.called.toString()).contains("proxy", "last", "hiding")
					.doesNotContain("prototype")));
	}

	@Test
	void aFallbackGivesWayAndAPrimaryOneGoesFirst() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner.withBean(RecordingChannelFactory.class, () -> channels)
			.withBean("one", SparkTokenSupplier.class, () -> () -> SparkToken.of("1"),
					(definition) -> definition.setFallback(true))
			.withBean("two", SparkTokenSupplier.class, () -> () -> SparkToken.of("2"))
			.run((context) -> {
				assertThat(context.getBean(SparkSessionBeans.class).find(SparkTokenSupplier.class, null, true))
					.isSameAs(context.getBean("two"));
			});
		this.contextRunner
			.withBean("one", SparkTokenSupplier.class, () -> () -> SparkToken.of("1"),
					(definition) -> definition.setPrimary(true))
			.withBean("two", SparkTokenSupplier.class, () -> () -> SparkToken.of("2"))
			.run((context) -> assertThat(
					context.getBean(SparkSessionBeans.class).find(SparkTokenSupplier.class, null, true))
				.isSameAs(context.getBean("one")));
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		SparkSessionBuilderCustomizer last(StringBuilder called) {
			return (builder) -> called.append("last ");
		}

		@Bean
		@Scope(scopeName = "singleton", proxyMode = ScopedProxyMode.INTERFACES)
		@Order(2)
		SparkSessionBuilderCustomizer proxy(StringBuilder called) {
			return (builder) -> called.append("proxy ");
		}

		@Bean
		@Scope("prototype")
		@Order(1)
		SparkSessionBuilderCustomizer prototype(StringBuilder called) {
			return (builder) -> called.append("prototype ");
		}

		@Bean
		@Scope(scopeName = "singleton", proxyMode = ScopedProxyMode.INTERFACES)
		@Order(3)
		@Qualifier("reporting")
		SparkSessionBuilderCustomizer reporting(StringBuilder called) {
			return (builder) -> called.append("reporting ");
		}

		@Bean(defaultCandidate = false)
		@Order(4)
		@Qualifier("reporting")
		SparkSessionBuilderCustomizer onRequest(StringBuilder called) {
			return (builder) -> called.append("onRequest ");
		}

		@Bean(autowireCandidate = false)
		SparkSessionBuilderCustomizer never(StringBuilder called) {
			return (builder) -> called.append("never ");
		}

	}

}
