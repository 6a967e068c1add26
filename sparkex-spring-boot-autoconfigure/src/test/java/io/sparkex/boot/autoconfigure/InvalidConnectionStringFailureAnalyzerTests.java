package io.sparkex.boot.autoconfigure;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import io.sparkex.errors.InvalidConnectionStringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link InvalidConnectionStringFailureAnalyzer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidConnectionStringFailureAnalyzerTests {

	@Test
	void reportsOriginWithoutToken(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException()
			.isThrownBy(() -> application.run("--sparkex.url=spark://host:7077/;token=s3cret", "--debug"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The Spark Connect URL 'spark://host:7077/;token=******' is not valid: it must start with sc://.")
			.contains("It is the value of the property 'sparkex.url', originating from"
					+ " '\"sparkex.url\" from property source \"commandLineArgs\"'.")
			.contains("Write the URL in 'sparkex.url' as sc://host:port, such as sc://localhost:15002.")
			.doesNotContain("s3cret");
	}

	@ParameterizedTest
	@CsvSource({ "sparkex.sessions.reports.url, sparkex.sessions.reports.url",
			"sparkex.sessions.adHoc.url, sparkex.sessions.adhoc.url",
			"sparkex.sessions[ad_hoc].url, sparkex.sessions[ad_hoc].url",
			"sparkex.sessions[eu.reports].url, sparkex.sessions[eu.reports].url" })
	void reportsPropertyOfNamedSession(String property, String shown) {
		MockEnvironment environment = new MockEnvironment().withProperty("sparkex.url", "")
			.withProperty("sparkex.sessions.goodOne.url", "sc://good")
			.withProperty(property, "http://reports");
		FailureAnalysis analysis = Objects.requireNonNull(new InvalidConnectionStringFailureAnalyzer(environment)
			.analyze(new InvalidConnectionStringException("http://reports", "it must start with sc://")));
		assertThat(analysis.getDescription()).containsIgnoringCase("the property '" + shown + "'");
		assertThat(analysis.getAction()).startsWithIgnoringCase("Write the URL in '" + shown + "'");
	}

	@Test
	void doesNotReportPropertyForOtherUrl() {
		MockEnvironment environment = new MockEnvironment().withProperty("sparkex.url", "sc://${host:localhost}");
		FailureAnalysis analysis = Objects.requireNonNull(new InvalidConnectionStringFailureAnalyzer(environment)
			.analyze(new InvalidConnectionStringException("http://other", "it must start with sc://")));
		assertThat(analysis.getDescription())
			.isEqualTo("The Spark Connect URL 'http://other' is not valid: it must start with sc://.");
		assertThat(analysis.getAction()).startsWith("Write the URL as sc://host:port");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(SparkexAutoConfiguration.class)
	static class Application {

	}

}
