package io.sparkex.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.util.ClassUtils;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All auto-configurations together, without whatever an application may not have.
 */
class OptionalDependenciesTests {

	private static final Class<?>[] ALL = StreamSupport
		.stream(ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
		.filter((name) -> name.startsWith("io.sparkex."))
		.map((name) -> ClassUtils.resolveClassName(name, null))
		.toArray(Class<?>[]::new);

	/** The condition itself, which would be looked for with the rest of its package. */
	private static final String HEALTH = "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator";

	/** What applications add by choice, or by another starter. */
	private static final String[] OPTIONAL = { "com.fasterxml.jackson", "io.grpc.inprocess", "io.micrometer",
			"io.sparkex.embedded", "jakarta.servlet", "net.devh", "org.assertj", "org.junit",
			"org.springframework.boot.actuate", "org.springframework.boot.devtools", "org.springframework.boot.docker",
			HEALTH, "org.springframework.boot.micrometer", "org.springframework.boot.testcontainers",
			"org.springframework.boot.webflux", "org.springframework.boot.webmvc", "org.springframework.dao",
			"org.springframework.grpc", "org.springframework.http", "org.springframework.security",
			"org.springframework.web", "org.testcontainers", "reactor", "tools.jackson" };

	@Test
	void knowsAllAutoConfigurations() {
		assertThat(ALL).hasSizeGreaterThan(10).contains(SparkexAutoConfiguration.class);
	}

	@Test
	void theStarterAloneMakesASession() {
		verify(new ApplicationContextRunner(), OPTIONAL);
	}

	@Test
	void allTogetherMakeASession() {
		verify(new ApplicationContextRunner());
		verify(servlets());
		verify(reactive());
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.fasterxml.jackson", "io.grpc.inprocess", "io.micrometer", "io.sparkex.embedded",
			"net.devh", "org.springframework.boot.actuate", "org.springframework.boot.devtools", HEALTH,
			"org.springframework.boot.micrometer", "org.springframework.dao", "org.springframework.grpc",
			"org.springframework.security", "tools.jackson" })
	void eachCanBeMissing(String missing) {
		verify(new ApplicationContextRunner(), missing);
		verify(servlets(), missing);
		verify(reactive(), missing);
	}

	@Test
	void sslBundlesCanBeMissing() {
		withAll(new ApplicationContextRunner()).run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(SparkSession.class)
			.doesNotHaveBean(SslBundles.class));
	}

	private static WebApplicationContextRunner servlets() {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class));
	}

	private static ReactiveWebApplicationContextRunner reactive() {
		return new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class));
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> R withAll(R runner) {
		return runner.withConfiguration(AutoConfigurations.of(ALL));
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> void verify(R runner, String... missing) {
		withAll(runner).withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader((name) -> Arrays.stream(missing).anyMatch(name::startsWith)))
			.withPropertyValues("management.endpoints.web.exposure.include=*", "management.info.sparkex.enabled=true")
			.run((context) -> assertThat(List.of(context.getBeanNamesForType(SparkSession.class),
					context.getBeanNamesForType(SparkSessionFactory.class)))
				.allSatisfy((names) -> assertThat(names).hasSize(1)));
	}

}
