package io.sparkex.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

import io.sparkex.boot.autoconfigure.endpoint.SparkexEndpointAutoConfiguration;
import io.sparkex.boot.endpoint.SparkexSanitizingFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexProperties}.
 */
class SparkexPropertiesTests {

	@Test
	void bindsDottedKeysOfPropertiesFiles() throws IOException {
		assertThat(config(new PropertiesPropertySourceLoader(), """
				sparkex.config.spark.sql.shuffle.partitions=8
				sparkex.config.spark.sql.session.timeZone=UTC
				sparkex.config.[spark.hadoop.fs.s3a.access_key]=id
				""")).containsExactlyInAnyOrderEntriesOf(Map.of("spark.sql.shuffle.partitions", "8",
				"spark.sql.session.timeZone", "UTC", "spark.hadoop.fs.s3a.access_key", "id"));
	}

	@Test
	void bindsDottedKeysOfYamlFiles() throws IOException {
		assertThat(config(new YamlPropertySourceLoader(), """
				sparkex:
				  config:
				    spark.sql.shuffle.partitions: 8
				    spark:
				      sql:
				        session.timeZone: UTC
				        ansi.enabled: true
				    "[spark.hadoop.fs.s3a.access_key]": id
				""")).containsExactlyInAnyOrderEntriesOf(
				Map.of("spark.sql.shuffle.partitions", "8", "spark.sql.session.timeZone", "UTC",
						"spark.sql.ansi.enabled", "true", "spark.hadoop.fs.s3a.access_key", "id"));
	}

	@Test
	void bindsKeysOfTheEnvironment() {
		assertThat(bind(new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				Map.of("SPARKEX_CONFIG_SPARK_SQL_SHUFFLE_PARTITIONS", "8", "SPARKEX_USERID", "me"))))
			.satisfies((properties) -> {
				assertThat(properties.getConfig()).containsExactly(Map.entry("spark.sql.shuffle.partitions", "8"));
				assertThat(properties.getUserId()).isEqualTo("me");
			});
	}

	@Test
	void isSanitizedByTheActuator() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
			.withBean(ConfigurationPropertiesReportEndpoint.class,
					() -> new ConfigurationPropertiesReportEndpoint(List.of(), Show.NEVER))
			.withPropertyValues("sparkex.token=s3cret", "sparkex.url=sc://localhost/;token=s3cret",
					"sparkex.config.spark.password=s3cret")
			.run((context) -> {
				Object report = context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties();
				assertThat(JsonMapper.builder().build().writeValueAsString(report)).contains("\"token\":\"******\"")
					.doesNotContain("s3cret");
			});
	}

	@Test
	void sanitizesTokensEvenIfValuesAreShown() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexEndpointAutoConfiguration.class))
			.withPropertyValues("sparkex.token=s3cret", "sparkex.url=sc://localhost/;token=s3cret",
					"sparkex.sessions.other.token=s3cret", "sparkex.sessions.other.url=sc://localhost/;user_id=me",
					"sparkex.connection.headers.x-key=s3cret", "sparkex.user-id=me")
			.run((context) -> {
				ConfigurationPropertiesReportEndpoint endpoint = new ConfigurationPropertiesReportEndpoint(
						List.of(context.getBean(SparkexSanitizingFunction.class)), Show.ALWAYS);
				endpoint.setApplicationContext(context.getSourceApplicationContext());
				assertThat(JsonMapper.builder().build().writeValueAsString(endpoint.configurationProperties()))
					.contains("\"userId\":\"me\"", "sc://localhost/;user_id=me")
					.doesNotContain("s3cret");
			});
	}

	private static Map<String, String> config(PropertySourceLoader loader, String text) throws IOException {
		return bind(loader.load("test", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8))).get(0))
			.getConfig();
	}

	private static SparkexProperties bind(PropertySource<?> source) {
		MockEnvironment environment = new MockEnvironment();
		environment.getPropertySources().addFirst(source);
		return Binder.get(environment).bind("sparkex", SparkexProperties.class).get();
	}

}
