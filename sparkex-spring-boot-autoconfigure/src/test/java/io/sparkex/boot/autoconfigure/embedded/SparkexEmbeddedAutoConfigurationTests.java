package io.sparkex.boot.autoconfigure.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkConnectionDetails;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.embedded.EmbeddedSparkServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SparkexEmbeddedAutoConfiguration} without a server.
 */
class SparkexEmbeddedAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(SparkexEmbeddedAutoConfiguration.class, SparkexAutoConfiguration.class));

	@Test
	void doesNotStartServerByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SparkSession.class)
			.doesNotHaveBean(EmbeddedSparkServer.class)
			.doesNotHaveBean(SparkexEmbeddedProperties.class));
	}

	@Test
	void supportsMissingEmbeddedServer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(EmbeddedSparkServer.class))
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class));
	}

	@Test
	void failsIfEnabledWithoutEmbeddedServer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(EmbeddedSparkServer.class))
			.withPropertyValues("sparkex.embedded.enabled=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("sparkex.embedded.enabled");
					assertThat(ex.getReason()).contains("Add the dependency io.sparkex:sparkex-embedded");
				}));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false", "sparkex.embedded.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkSession.class)
				.doesNotHaveBean(EmbeddedSparkServer.class));
	}

	@Test
	void backsOffForOtherConnectionDetails() {
		this.contextRunner.withPropertyValues("sparkex.embedded.enabled=true")
			.withBean("other", SparkConnectionDetails.class, () -> new SparkConnectionDetails() {
			})
			.run((context) -> assertThat(context).hasSingleBean(SparkConnectionDetails.class)
				.hasBean("other")
				.doesNotHaveBean(EmbeddedSparkServer.class));
	}

	@Test
	void ignoresConnectionDetailsThatAreNotDefaultCandidates() {
		this.contextRunner.withPropertyValues("sparkex.embedded.enabled=true", "sparkex.embedded.version=3.5.7")
			.withBean("reports", SparkConnectionDetails.class, () -> new SparkConnectionDetails() {
			}, (definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sparkex.embedded.version"));
	}

	@Test
	void ignoresConnectionDetailsOfNamedSession() {
		this.contextRunner
			.withPropertyValues("sparkex.embedded.enabled=true", "sparkex.embedded.version=3.5.7",
					"sparkex.sessions.reporting.config.spark.a=b")
			.withBean("reporting", SparkConnectionDetails.class, () -> new SparkConnectionDetails() {
			})
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sparkex.embedded.version"));
	}

	@Test
	void usesOwnServer() {
		EmbeddedSparkServer own = mock(EmbeddedSparkServer.class);
		given(own.host()).willReturn("localhost");
		given(own.port()).willReturn(7);
		given(own.token()).willReturn("t1");
		this.contextRunner.withPropertyValues("sparkex.embedded.enabled=true")
			.withBean("own", EmbeddedSparkServer.class, () -> own)
			.run((context) -> {
				assertThat(context).getBean(EmbeddedSparkServer.class).isSameAs(own);
				SparkConnectionDetails details = context.getBean(SparkConnectionDetails.class);
				assertThat(details.getUrl()).isEqualTo("sc://localhost:7");
				assertThat(details.getToken()).isEqualTo("t1");
			});
	}

	@ParameterizedTest
	@CsvSource({ "version, 3.5.7, requires Spark 4.0", "heap, 64MB, needs at least 512m",
			"startup-timeout, -1s, is not positive", "packages, delta, is not of the form group:artifact:version",
			"config, spark.driver.memory, cannot be set" })
	void reportsInvalidProperty(String name, String value, String reason) {
		String property = name.equals("config") ? "config." + value + "=s3cret" : name + "=" + value;
		this.contextRunner.withPropertyValues("sparkex.embedded.enabled=true", "sparkex.embedded." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageNotContaining("s3cret")
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("sparkex.embedded." + name);
					assertThat(ex.getReason()).contains(reason);
				}));
	}

	@Test
	void reportsMutuallyExclusiveProperties() {
		this.contextRunner
			.withPropertyValues("sparkex.embedded.enabled=true", "sparkex.embedded.spark-home=/opt/spark",
					"sparkex.embedded.packages=io.delta:delta-connect-server_2.13:4.0.0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MutuallyExclusiveConfigurationPropertiesException.class,
						(ex) -> assertThat(ex.getConfiguredNames())
							.containsExactlyInAnyOrder("sparkex.embedded.spark-home", "sparkex.embedded.packages")));
	}

	@Test
	void explainsMissingSparkHome(@TempDir Path empty) {
		this.contextRunner.withPropertyValues("sparkex.embedded.enabled=true", "sparkex.embedded.spark-home=" + empty)
			.run((context) -> assertThat(analysis(context).getDescription()).startsWith("No Spark at " + empty));
	}

	/**
	 * Uses a Maven configuration with an unreachable mirror and an empty local
	 * repository.
	 */
	@Test
	void explainsFailedResolution(@TempDir Path home) throws IOException {
		Path settings = Files.createDirectories(home.resolve(".m2")).resolve("settings.xml");
		Files.writeString(settings, """
				<settings>
					<mirrors>
						<mirror>
							<id>office</id>
							<url>%s</url>
							<mirrorOf>*</mirrorOf>
						</mirror>
					</mirrors>
				</settings>
				""".formatted(home.resolve("nowhere").toUri()));
		Path global = Files.createDirectories(home.resolve("maven").resolve("conf")).resolve("settings.xml");
		Files.writeString(global, "<settings/>");
		this.contextRunner
			.withSystemProperties("user.home=" + home, "maven.home=" + home.resolve("maven"),
					"maven.repo.local=" + home.resolve("repository"))
			.withPropertyValues("sparkex.embedded.enabled=true", "sparkex.embedded.version=4.1.2",
					"sparkex.embedded.cache-directory=" + home.resolve("cache"))
			.run((context) -> assertThat(analysis(context).getDescription())
				.startsWith(
						"Cannot resolve Spark 4.1.2: org.apache.spark:spark-connect_2.13:pom:4.1.2 cannot be resolved")
				.contains("Looked in " + home.resolve("repository") + " and in the repositories office",
						"the mirrors and proxies in " + settings));
	}

	private static FailureAnalysis analysis(AssertableApplicationContext context) {
		Throwable failure = Objects.requireNonNull(context.getStartupFailure());
		FailureAnalysis analysis = Objects.requireNonNull(new EmbeddedSparkFailureAnalyzer().analyze(failure));
		assertThat(analysis.getAction()).contains("'sparkex.embedded.*'", "set 'sparkex.embedded.enabled' to false");
		return analysis;
	}

}
