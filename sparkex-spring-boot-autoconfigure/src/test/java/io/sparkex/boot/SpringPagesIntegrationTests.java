package io.sparkex.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionInitializer;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.observation.SparkexObservationAutoConfiguration;
import io.sparkex.boot.autoconfigure.security.SparkexSecurityAutoConfiguration;
import io.sparkex.boot.observation.DefaultSparkObservationConvention;
import io.sparkex.boot.observation.SparkObservationConvention;

import static io.sparkex.Functions.col;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that run the code of {@code docs/spring.md} and {@code docs/observability.md}.
 */
class SpringPagesIntegrationTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexSecurityAutoConfiguration.class,
				SparkexObservationAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties());

	@ParameterizedTest
	@ValueSource(strings = { "spring", "observability" })
	void showOnlyTestedCode(String page) throws IOException {
		String text = Files.readString(Path.of("..", "docs", page + ".md"));
		String tests = dense(
				Files.readString(Path.of("src/test/java/io/sparkex/boot/SpringPagesIntegrationTests.java")));
		assertThat(SNIPPET.matcher(text).results().map((match) -> match.group(1)).toList()).isNotEmpty()
			.allSatisfy((snippet) -> assertThat(tests).as(snippet).contains(dense(snippet)));
	}

	private static String dense(String code) {
		return code.replaceAll("\\s", "");
	}

	@Test
	void createsViewsAndSessionsOfUsers(@TempDir Path folder) {
		String files = folder.resolve("rides").toString();
		try (SparkSession spark = SparkSession.builder().url(TestSparkServer.url()).build()) {
			spark.createDataFrame(List.of(new Ride(1, LocalDate.of(2024, 7, 1)), new Ride(2, LocalDate.of(2024, 7, 2))))
				.write()
				.parquet(files);
		}
		this.contextRunner.withUserConfiguration(Application.class)
			.withPropertyValues("app.rides=" + files)
			.withPropertyValues("sparkex.sessions.reporting.config.spark.sql.shuffle.partitions=3")
			.run((context) -> {
				LocalDate day = LocalDate.of(2024, 7, 1);
				Rides rides = context.getBean(Rides.class);
				assertThat(rides.mine(day)).containsExactly(new Ride(1, day));
				assertThat(rides.mine()
					.contextWrite(ReactiveSecurityContextHolder
						.withAuthentication(new TestingAuthenticationToken("ann", "pw", "USER")))
					.block(Duration.ofMinutes(1))).isEqualTo(2);
				Reports reports = context.getBean(Reports.class);
				assertThat(reports.reporting.conf().get("spark.sql.shuffle.partitions")).isEqualTo("3");
				assertThat(reports.reporting.sessionId()).isNotEqualTo(reports.spark.sessionId());
			});
	}

	@Test
	void usesConnectionDetailsOfNamedSession() {
		this.contextRunner.withUserConfiguration(OwnDetails.class)
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.sessions.reporting.user-id=me")
			.run((context) -> assertThat(context.getBean("reportingSparkSession", SparkSession.class).range(3).count())
				.isEqualTo(3));
	}

	@Test
	void usesObservationConvention() {
		TestObservationRegistry registry = TestObservationRegistry.create();
		this.contextRunner.withUserConfiguration(Convention.class)
			.withBean(ObservationRegistry.class, () -> registry)
			.run((context) -> {
				context.getBean(SparkSession.class).range(3).collect();
				TestObservationRegistryAssert.assertThat(registry).hasObservationWithNameEqualTo("acme.spark");
			});
	}

	record Ride(long id, LocalDate day) {

	}

	static class Reports {

		private final SparkSession spark;

		private final SparkSession reporting;

		Reports(SparkSession spark, @Qualifier("reporting") SparkSession reporting) {
			this.spark = spark;
			this.reporting = reporting;
		}

	}

	static class Rides {

		private final SparkSessionFactory sessions;

		Rides(SparkSessionFactory sessions) {
			this.sessions = sessions;
		}

		List<Ride> mine(LocalDate day) {
			try (SparkSession own = this.sessions.newSession()) {
				return own.table("rides").filter(col("day").equalTo(day)).as(Ride.class).collect();
			}
		}

		// NullAway does not support mapNotNull.
		@SuppressWarnings("NullAway")
		Mono<Long> mine() {
			return ReactiveSecurityContextHolder.getContext()
				.mapNotNull(SecurityContext::getAuthentication)
				.map(Authentication::getName)
				.publishOn(Schedulers.boundedElastic())
				.map((user) -> {
					try (SparkSession own = this.sessions.newSession(user)) {
						return own.table("rides").count();
					}
				});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		SparkSessionInitializer rides(@Value("${app.rides}") String files) {
			return (session) -> session.read().parquet(files).createOrReplaceTempView("rides");
		}

		@Bean
		Rides ridesOfUsers(SparkSessionFactory sessions) {
			return new Rides(sessions);
		}

		@Bean
		Reports reports(SparkSession spark, @Qualifier("reporting") SparkSession reporting) {
			return new Reports(spark, reporting);
		}

	}

	/** Service discovery. */
	static class Discovery {

		String spark() {
			return TestSparkServer.url();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDetails {

		@Bean
		Discovery discovery() {
			return new Discovery();
		}

		@Bean(defaultCandidate = false)
		@Qualifier("reporting")
		SparkConnectionDetails reports(Discovery discovery) {
			return new SparkConnectionDetails() {

				@Override
				public String getUrl() {
					return discovery.spark();
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Convention {

		@Bean
		SparkObservationConvention sparkObservationConvention() {
			return new DefaultSparkObservationConvention() {

				@Override
				public String getName() {
					return "acme.spark";
				}

			};
		}

	}

}
