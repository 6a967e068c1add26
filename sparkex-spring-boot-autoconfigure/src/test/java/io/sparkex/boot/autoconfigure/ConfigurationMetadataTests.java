package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configuration metadata.
 */
class ConfigurationMetadataTests {

	private static final JsonNode metadata = read();

	@Test
	void listsEveryProperty() {
		assertThat(names(metadata, "properties")).containsExactlyInAnyOrder("sparkex.enabled", "sparkex.url",
				"sparkex.token", "sparkex.user-id", "sparkex.user-agent", "sparkex.session-id",
				"sparkex.rebuild-lost-session", "sparkex.config", "sparkex.ssl.enabled", "sparkex.ssl.bundle",
				"sparkex.connection.connect-timeout", "sparkex.connection.keepalive.time",
				"sparkex.connection.keepalive.timeout", "sparkex.connection.idle.timeout",
				"sparkex.connection.inbound.message.max-size", "sparkex.connection.allow-token-over-plaintext",
				"sparkex.connection.headers", "sparkex.retry.budget", "sparkex.retry.initial-backoff",
				"sparkex.retry.max-backoff", "sparkex.retry.multiplier", "sparkex.timeouts.analysis",
				"sparkex.timeouts.request", "sparkex.timeouts.inactivity", "sparkex.timeouts.probe",
				"sparkex.execution.timeout", "sparkex.execution.reattachable", "sparkex.execution.tags",
				"sparkex.sessions", "sparkex.channel.provider", "sparkex.startup.validate",
				"sparkex.shutdown.grace-period", "sparkex.embedded.enabled", "sparkex.embedded.version",
				"sparkex.embedded.spark-home", "sparkex.embedded.java-home", "sparkex.embedded.heap",
				"sparkex.embedded.startup-timeout", "sparkex.embedded.jvm-args", "sparkex.embedded.packages",
				"sparkex.embedded.cache-directory", "sparkex.embedded.log-level", "sparkex.embedded.config",
				"sparkex.web.formats", "sparkex.web.max-rows", "sparkex.web.max-threads", "sparkex.web.write-timeout",
				"sparkex.web.csv.escape-formulas", "sparkex.web.problem-details.enabled",
				"management.health.sparkex.enabled", "management.health.sparkex.timeout",
				"management.info.sparkex.enabled", "sparkex.observations.include-plan",
				"sparkex.oauth2.client-registration", "management.endpoint.sparkex.access",
				"management.endpoint.sparkex.cache.time-to-live");
	}

	@Test
	void describesEveryProperty() {
		for (JsonNode property : metadata.path("properties")) {
			assertThat(property.path("description").asString("")).as(property.path("name").asString()).endsWith(".");
			assertThat(property.path("type").asString("")).as(property.path("name").asString()).isNotEmpty();
		}
	}

	@Test
	void hasHintsOnlyForExistingProperties() {
		List<String> properties = names(metadata, "properties");
		assertThat(names(metadata, "hints")).isNotEmpty()
			.allSatisfy((hint) -> assertThat(properties).contains(hint.replaceFirst("\\.keys$", "")));
	}

	private static JsonNode read() {
		return SparkexProperties.class.getClassLoader()
			.resources("META-INF/spring-configuration-metadata.json")
			.map(ConfigurationMetadataTests::read)
			.filter((candidate) -> names(candidate, "properties").contains("sparkex.url"))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode read(URL url) {
		try (InputStream in = url.openStream()) {
			return JsonMapper.builder().build().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> names(JsonNode metadata, String kind) {
		return StreamSupport.stream(metadata.path(kind).spliterator(), false)
			.map((entry) -> entry.path("name").asString())
			.toList();
	}

}
