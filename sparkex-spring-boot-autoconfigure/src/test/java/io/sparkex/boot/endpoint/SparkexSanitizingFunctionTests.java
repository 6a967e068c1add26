package io.sparkex.boot.endpoint;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SparkexSanitizingFunction}.
 */
class SparkexSanitizingFunctionTests {

	private static @Nullable Object shown(String key, String value) {
		return new SparkexSanitizingFunction().apply(new SanitizableData(null, key, value)).getValue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sparkex.token", "SPARKEX_TOKEN", "sparkex.sessions.reports.token",
			"sparkex.sessions[ad_hoc].token", "SPARKEX_SESSIONS_ADHOC_TOKEN", "sparkex.connection.headers.x-api-key",
			"sparkex.connection.headers[x_api_key]", "sparkex.sessions.[ad.hoc].connection.headers.[x_api_key]",
			"sparkex.embedded.config.spark.any", "sparkex.config.spark.hadoop.fs.s3a.secret.key",
			"sparkex.config[spark.hadoop.fs.s3a.access.key]", "sparkex.sessions.reports.config.spark.ssl.keyPassword",
			"SPARK_CONNECT_AUTHENTICATE_TOKEN" })
	void masksSecrets(String key) {
		assertThat(shown(key, "s3cret")).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sparkex.url | sc://h/;token=s3cret", "SPARK_REMOTE | sc://h/;token=s3cret",
					"sparkex.url | sc://h/;%74oken=s3cret", "sparkex.url | sc://h/;x-api-key=s3cret",
					"sparkex.url | sc://h/;use_ssl=true; x-api-key=s3cret", "sparkex.url | sc://me:s3cret@h",
					"sparkex.sessions[ad_hoc].url | sc://h:1/;user_id=me;x=s3cret" })
	void masksUrlsWithPossibleSecrets(String key, String url) {
		assertThat(shown(key, url)).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sparkex.url | sc://h", "sparkex.url | sc://h:1/;use_ssl=true;user_id=me;",
					"sparkex.user-id | me", "sparkex.config.spark.sql.session.timeZone | UTC",
					"sparkex.execution.tags[0] | nightly", "spring.application.name | token", "other.token | visible" })
	void showsOtherValues(String key, String value) {
		assertThat(shown(key, value)).isEqualTo(value);
	}

}
