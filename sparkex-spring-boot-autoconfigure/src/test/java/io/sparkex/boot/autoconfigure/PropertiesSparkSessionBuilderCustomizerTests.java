package io.sparkex.boot.autoconfigure;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.channel.SparkexChannelAutoConfiguration;
import io.sparkex.boot.autoconfigure.embedded.SparkexEmbeddedAutoConfiguration;
import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.RetryPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropertiesSparkSessionBuilderCustomizer}.
 */
class PropertiesSparkSessionBuilderCustomizerTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
		.withBean(RecordingChannelFactory.class);

	@ParameterizedTest
	@ValueSource(strings = { "connection.connect-timeout=0s", "connection.keepalive.time=-1s",
			"connection.keepalive.timeout=0s", "connection.idle.timeout=0s", "connection.inbound.message.max-size=0B",
			"connection.inbound.message.max-size=3GB", "connection.headers.te=x", "retry.budget=-1s",
			"retry.initial-backoff=0s", "retry.max-backoff=1ms", "retry.multiplier=0.5", "retry.multiplier=NaN",
			"timeouts.analysis=0s", "timeouts.request=-1s", "timeouts.inactivity=0s", "timeouts.probe=0s",
			"execution.timeout=0s", "execution.tags=a,b," })
	void reportsInvalidProperty(String property) {
		String name = property.substring(0, property.indexOf('='));
		this.contextRunner.withPropertyValues("sparkex." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("sparkex." + name);
					assertThat(ex.getReason()).isNotBlank();
				}));
		this.contextRunner.withPropertyValues("sparkex.sessions.other." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sparkex.sessions.other." + name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "session-id=nonsense", "connection.connect-timeout=soon", "retry.multiplier=two",
			"channel.provider=unknown", "embedded.startup-timeout=soon" })
	void reportsPropertyOfWrongType(String property) {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(SparkexChannelAutoConfiguration.class,
					SparkexEmbeddedAutoConfiguration.class))
			.withPropertyValues("sparkex.embedded.enabled=" + property.startsWith("embedded"), "sparkex." + property)
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("sparkex." + property.substring(0, property.indexOf('='))));
	}

	@Test
	void reportsInvalidGracePeriod() {
		this.contextRunner.withPropertyValues("sparkex.shutdown.grace-period=-1s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("sparkex.shutdown.grace-period"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sparkex.ssl.bundle", "sparkex.sessions.elsewhere.ssl.bundle",
			"sparkex.sessions.inheriting.ssl.bundle" })
	void reportsMissingBundle(String property) {
		this.contextRunner
			.withBean(SslBundles.class, () -> new DefaultSslBundleRegistry("spark", SslBundle.systemDefault()))
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.sessions.elsewhere.url=sc://localhost:2",
					"sparkex.sessions.inheriting.user-id=her", property + "=sprak")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo(property);
					assertThat(ex.getReason()).contains("[spark]");
				}));
	}

	@Test
	void doesNotExposeInvalidToken() {
		this.contextRunner.withPropertyValues("sparkex.token=s3cret\u00e9")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("sparkex.token"))
				.hasMessageNotContaining("s3cret"));
	}

	@Test
	void propertyDefaultsEqualClientDefaults() {
		PropertiesSparkSessionBuilderCustomizer defaults = new PropertiesSparkSessionBuilderCustomizer("sparkex",
				new SparkexSessionProperties());
		assertThat(defaults.retryPolicy()).usingRecursiveComparison().isEqualTo(RetryPolicy.defaults());
		assertThat(defaults.timeouts()).usingRecursiveComparison().isEqualTo(CallTimeouts.defaults());
		this.contextRunner.run((context) -> assertThat(context.getBean(RecordingChannelFactory.class).options())
			.usingRecursiveComparison()
			.isEqualTo(ChannelOptions.defaults()));
	}

	@Test
	void appliesConnectionProperties() {
		this.contextRunner
			.withPropertyValues("sparkex.connection.keepalive.time=7m", "sparkex.connection.keepalive.timeout=9s",
					"sparkex.connection.idle.timeout=3m", "sparkex.connection.inbound.message.max-size=64MB",
					"sparkex.connection.headers.x-tenant=acme", "sparkex.user-agent=reports",
					"sparkex.session-id=7c1f6b5e-6f6b-4c67-9d59-2f4a1a7d9c11")
			.run((context) -> {
				RecordingChannelFactory channels = context.getBean(RecordingChannelFactory.class);
				assertThat(channels.options().keepAliveTime()).isEqualTo(Duration.ofMinutes(7));
				assertThat(channels.options().keepAliveTimeout()).isEqualTo(Duration.ofSeconds(9));
				assertThat(channels.options().idleTimeout()).isEqualTo(Duration.ofMinutes(3));
				assertThat(channels.options().maxMessageSize()).isEqualTo(64 << 20);
				assertThat(channels.target().headers()).containsEntry("x-tenant", "acme");
				assertThat(channels.target().userAgent()).isEqualTo("reports");
				assertThat(context.getBean(SparkSession.class).sessionId())
					.isEqualTo("7c1f6b5e-6f6b-4c67-9d59-2f4a1a7d9c11");
			});
	}

}
