package io.sparkex.boot.autoconfigure;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
 * Tests for all auto-configurations with missing optional dependencies.
 */
class OptionalDependenciesTests {

	private static final Class<?>[] ALL = StreamSupport
		.stream(ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
		.filter((name) -> name.startsWith("io.sparkex."))
		.map((name) -> ClassUtils.resolveClassName(name, null))
		.toArray(Class<?>[]::new);

	/** The condition itself, since its package has other required classes. */
	private static final String HEALTH = "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator";

	/** Packages of optional dependencies. */
	private static final String[] OPTIONAL = { "com.fasterxml.jackson", "io.grpc.inprocess", "io.micrometer",
			"io.sparkex.embedded", "jakarta.servlet", "net.devh", "org.assertj", "org.junit",
			"org.springframework.boot.actuate", "org.springframework.boot.devtools", "org.springframework.boot.docker",
			HEALTH, "org.springframework.boot.micrometer", "org.springframework.boot.testcontainers",
			"org.springframework.boot.webflux", "org.springframework.boot.webmvc", "org.springframework.dao",
			"org.springframework.grpc", "org.springframework.http", "org.springframework.security",
			"org.springframework.web", "org.testcontainers", "reactor", "tools.jackson" };

	/** Beans of features that require other beans or dependencies. */
	private static final Set<String> FEATURES = Set.of("persistenceExceptionTranslationPostProcessor",
			"sparkChannelConfigurer", "sparkExceptionTranslator", "sparkInfoContributor", "sparkMetrics",
			"sparkObservationListener", "sparkUserSupplier", "sparkexEndpoint", "sparkexHealthContributor");

	private static final Set<String> WEB = Set.of("sparkexProblemAdvice", "sparkexResultsJacksonModule",
			"sparkexResultsWriter");

	private static final Set<String> SERVLET = Set.of("sparkexResultsReturnValueRegistrar");

	private static final Set<String> REACTIVE = Set.of("sparkexResultsHandlerResultHandler",
			"sparkexProblemExceptionHandler");

	@Test
	void findsAllAutoConfigurations() {
		assertThat(ALL).hasSizeGreaterThan(10).contains(SparkexAutoConfiguration.class);
	}

	@Test
	void createsSessionWithoutOptionalDependencies() {
		verify(new ApplicationContextRunner(), Set.of("sparkChannelConfigurer"), OPTIONAL);
	}

	@Test
	void createsAllFeaturesWithAllDependencies() {
		verify(withRegistries(new ApplicationContextRunner()), FEATURES);
		verify(withRegistries(servlets()), union(FEATURES, WEB, SERVLET));
		verify(withRegistries(reactive()), union(FEATURES, WEB, REACTIVE));
	}

	/**
	 * Removes one dependency and checks for the features that depend on it.
	 */
	@ParameterizedTest
	@CsvSource({ "com.fasterxml.jackson,", "io.grpc.inprocess,", "io.micrometer, sparkMetrics sparkObservationListener",
			"io.micrometer.context,", "io.micrometer.core, sparkMetrics",
			"io.micrometer.observation, sparkObservationListener", "io.sparkex.embedded,", "net.devh,",
			"org.springframework.boot.actuate, sparkexEndpoint sparkInfoContributor",
			"org.springframework.boot.devtools,", "org.springframework.boot.docker,",
			HEALTH + ", sparkexHealthContributor", "org.springframework.boot.micrometer,",
			"org.springframework.boot.testcontainers,",
			"org.springframework.dao, sparkExceptionTranslator persistenceExceptionTranslationPostProcessor",
			"org.springframework.grpc,", "org.springframework.security, sparkUserSupplier", "org.testcontainers,",
			"reactor.core,", "reactor.netty,", "tools.jackson, sparkexResultsJacksonModule" })
	void supportsMissingDependency(String missing, @Nullable String missingFeatures) {
		Set<String> without = (missingFeatures != null) ? Set.of(missingFeatures.split(" ")) : Set.of();
		verify(withRegistries(new ApplicationContextRunner()), minus(FEATURES, without), missing);
		verify(withRegistries(servlets()), minus(union(FEATURES, WEB, SERVLET), without), missing);
		verify(withRegistries(reactive()), minus(union(FEATURES, WEB, REACTIVE), without), missing);
	}

	@Test
	void supportsMissingServletApi() {
		verify(withRegistries(new ApplicationContextRunner()), FEATURES, "jakarta.servlet");
		verify(withRegistries(reactive()), union(FEATURES, WEB, REACTIVE), "jakarta.servlet");
	}

	@Test
	void supportsMissingSpringMvc() {
		verify(withRegistries(new WebApplicationContextRunner()), FEATURES, "org.springframework.web.servlet",
				"org.springframework.boot.webmvc");
	}

	@Test
	void supportsMissingWebFlux() {
		verify(withRegistries(new ReactiveWebApplicationContextRunner()), FEATURES, "org.springframework.web.reactive",
				"org.springframework.boot.webflux");
	}

	/**
	 * Removes the auto-configuration of Spring Boot for Spring MVC.
	 */
	@Test
	void supportsMissingSpringMvcModule() {
		verify(withRegistries(new WebApplicationContextRunner()), union(FEATURES, WEB, SERVLET),
				"org.springframework.boot.webmvc");
	}

	@Test
	void supportsMissingWebFluxModule() {
		verify(withRegistries(new ReactiveWebApplicationContextRunner()), FEATURES, "org.springframework.boot.webflux");
	}

	@Test
	void supportsMissingSslBundles() {
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

	/**
	 * Adds registries, whose classes the filtered class loader may hide.
	 */
	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> R withRegistries(R runner) {
		return runner.withBean(SimpleMeterRegistry.class)
			.withBean(ObservationRegistry.class, ObservationRegistry::create);
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> void verify(R runner, Set<String> features,
			String... missing) {
		withAll(runner).withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader((name) -> Arrays.stream(missing).anyMatch(name::startsWith)))
			.withPropertyValues("management.endpoints.web.exposure.include=*", "management.info.sparkex.enabled=true")
			.run((context) -> {
				assertThat(context.getBeanNamesForType(SparkSession.class)).hasSize(1);
				assertThat(context.getBeanNamesForType(SparkSessionFactory.class)).hasSize(1);
				assertThat(union(FEATURES, WEB, SERVLET, REACTIVE)).filteredOn(context::containsBean)
					.containsExactlyInAnyOrderElementsOf(features);
			});
	}

	@SafeVarargs
	private static Set<String> union(Set<String>... sets) {
		return Arrays.stream(sets).flatMap(Set::stream).collect(Collectors.toSet());
	}

	private static Set<String> minus(Set<String> all, Set<String> without) {
		return all.stream().filter((name) -> !without.contains(name)).collect(Collectors.toSet());
	}

}
