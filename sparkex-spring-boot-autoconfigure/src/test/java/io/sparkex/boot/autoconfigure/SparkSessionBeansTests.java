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
 * Tests for {@link SparkSessionBeans} with different kinds of beans.
 */
class SparkSessionBeansTests {

	private final StringBuilder calls = new StringBuilder();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
		.withBean(StringBuilder.class, () -> this.calls)
		.withPropertyValues("sparkex.url=sc://main");

	@Test
	void returnsBeansInOrder() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(this.calls).as("'reporting' is not a session")
				.hasToString("prototype proxy reporting last "));
	}

	@Test
	void returnsQualifiedBeansOfSession() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.run((context) -> {
				this.calls.setLength(0);
				context.getBean(SparkSessionBuilderFactory.class).createSession("reporting").close();
				assertThat(this.calls).hasToString("prototype proxy reporting notDefaultCandidate last ");
			});
	}

	@Test
	void findsBeansInParentUnlessHidden() {
		new ApplicationContextRunner().withBean(StringBuilder.class, () -> this.calls)
			.withUserConfiguration(Customizers.class)
			.run((parent) -> this.contextRunner.withParent(parent)
				.withBean("prototype", SparkSessionBuilderCustomizer.class,
						() -> (builder) -> this.calls.append("hiding "))
				.run((context) -> assertThat(this.calls.toString()).contains("proxy", "last", "hiding")
					.doesNotContain("prototype")));
	}

	@Test
	void prefersPrimaryAndIgnoresFallback() {
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
		SparkSessionBuilderCustomizer last(StringBuilder calls) {
			return (builder) -> calls.append("last ");
		}

		@Bean
		@Scope(scopeName = "singleton", proxyMode = ScopedProxyMode.INTERFACES)
		@Order(2)
		SparkSessionBuilderCustomizer proxy(StringBuilder calls) {
			return (builder) -> calls.append("proxy ");
		}

		@Bean
		@Scope("prototype")
		@Order(1)
		SparkSessionBuilderCustomizer prototype(StringBuilder calls) {
			return (builder) -> calls.append("prototype ");
		}

		@Bean
		@Scope(scopeName = "singleton", proxyMode = ScopedProxyMode.INTERFACES)
		@Order(3)
		@Qualifier("reporting")
		SparkSessionBuilderCustomizer reporting(StringBuilder calls) {
			return (builder) -> calls.append("reporting ");
		}

		@Bean(defaultCandidate = false)
		@Order(4)
		@Qualifier("reporting")
		SparkSessionBuilderCustomizer notDefaultCandidate(StringBuilder calls) {
			return (builder) -> calls.append("notDefaultCandidate ");
		}

		@Bean(autowireCandidate = false)
		SparkSessionBuilderCustomizer notAutowireCandidate(StringBuilder calls) {
			return (builder) -> calls.append("notAutowireCandidate ");
		}

	}

}
