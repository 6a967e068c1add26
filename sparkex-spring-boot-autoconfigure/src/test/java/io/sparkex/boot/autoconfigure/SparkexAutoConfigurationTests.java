package io.sparkex.boot.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.autoconfigure.channel.SparkChannelProvider;
import io.sparkex.boot.autoconfigure.channel.SparkexChannelAutoConfiguration;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.TlsOptions;
import io.sparkex.errors.InvalidConnectionStringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SparkexAutoConfiguration}.
 */
class SparkexAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
		.withBean(RecordingChannelFactory.class);

	@Test
	void providesSessionThatHasNotConnected() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(SparkSession.class);
			assertThat(channels(context).target()).hasToString("sc://localhost:15002");
			assertThat(channels(context).target().userId()).isNull();
			assertThat(channels(context).options().connectTimeout()).isEqualTo(Duration.ofSeconds(10));
			assertThat(channels(context).hasConnected()).isFalse();
		});
	}

	@Test
	void worksWithoutChannelFactory() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class));
	}

	@Test
	void ownChannelProviderProtectsToken() {
		ApplicationContextRunner plaintext = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SparkexChannelAutoConfiguration.class, SparkexAutoConfiguration.class))
			.withBean(SparkChannelProvider.class, () -> (session, tokenPolicy) -> (target, options) -> {
				tokenPolicy.checkPlaintext(target, target.authority(), "mesh.tls", false);
				return SparkChannelFactory.netty(List.of()).create(target, options);
			})
			.withPropertyValues("sparkex.token=s3cret");
		plaintext.withPropertyValues("sparkex.url=sc://localhost")
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class));
		plaintext.withPropertyValues("sparkex.url=sc://spark.example")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("mesh.tls")
				.hasMessageNotContaining("s3cret"));
	}

	@Test
	void closesSessionWithContext() {
		this.contextRunner.run((context) -> {
			SparkSession session = context.getBean(SparkSession.class);
			RecordingChannelFactory channels = channels(context);
			context.close();
			assertThat(channels.isShutDown()).isTrue();
			assertThatIllegalStateException().isThrownBy(() -> session.ping(Duration.ofSeconds(1)));
		});
	}

	@Test
	void appliesProperties() {
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://spark.example.com:443/;user_id=url", "sparkex.token=s3cret",
					"sparkex.user-id=property", "sparkex.connection.connect-timeout=2500ms")
			.run((context) -> {
				assertThat(channels(context).target().authority()).isEqualTo("spark.example.com:443");
				assertThat(channels(context).target().token()).isEqualTo("s3cret");
				assertThat(channels(context).target().encrypted()).isTrue();
				assertThat(channels(context).target().userId()).isEqualTo("property");
				assertThat(channels(context).options().connectTimeout()).isEqualTo(Duration.ofMillis(2500));
			});
	}

	@Test
	void treatsEmptyPropertiesAsUnset() {
		this.contextRunner.withPropertyValues("sparkex.url=", "sparkex.token=", "sparkex.user-id=").run((context) -> {
			assertThat(channels(context).target()).hasToString("sc://localhost:15002");
			assertThat(channels(context).target().token()).isNull();
			assertThat(channels(context).target().userId()).isNull();
		});
	}

	@Test
	void prefersConnectionDetailsToProperties() {
		this.contextRunner.withPropertyValues("sparkex.url=sc://from-property", "sparkex.token=from-property")
			.withBean(SparkConnectionDetails.class, OtherConnectionDetails::new)
			.run((context) -> {
				assertThat(context).hasSingleBean(SparkConnectionDetails.class);
				assertThat(channels(context).target().authority()).isEqualTo("from-details:15002");
				assertThat(channels(context).target().token()).isNull();
				assertThat(channels(context).target().userId()).isEqualTo("from-details");
			});
	}

	@Test
	void reloadsSslBundle() {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("spark", SslBundle.systemDefault());
		this.contextRunner.withBean(SslBundles.class, () -> bundles)
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.ssl.bundle=spark")
			.run((context) -> {
				TlsOptions before = channels(context).options().tls();
				assertThat(before).isNotNull();
				bundles.updateBundle("spark", SslBundle.systemDefault());
				assertThat(channels(context).options().tls()).isNotNull().isNotSameAs(before);
			});
	}

	@Test
	void enablesTls() {
		this.contextRunner.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.ssl.enabled=true")
			.run((context) -> {
				assertThat(channels(context).options().tls()).isNotNull();
				assertThat(channels(context).target().encrypted()).isTrue();
			});
	}

	@Test
	void backsOffForOwnSession() {
		this.contextRunner.withBean("mine", SparkSession.class, () -> SparkSession.builder().url("sc://mine").build())
			.run((context) -> assertThat(context).hasSingleBean(SparkSession.class).hasBean("mine"));
	}

	@Test
	void doesNotProvideFactoryWithoutSingleCandidate() {
		ApplicationContextRunner two = this.contextRunner.withBean("first", SparkSession.class,
				() -> SparkSession.builder().build());
		two.withBean("second", SparkSession.class, () -> SparkSession.builder().build())
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("sparkSession")
				.doesNotHaveBean(SparkSessionFactory.class));
		two.withBean("second", SparkSession.class, () -> SparkSession.builder().build(),
				(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context).hasSingleBean(SparkSessionFactory.class));
	}

	@Test
	void backsOffForOwnFactory() {
		SparkSessionFactory own = mock(SparkSessionFactory.class);
		this.contextRunner.withBean("own", SparkSessionFactory.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkSessionFactory.class).isSameAs(own));
	}

	@Test
	void backsOffForAnotherLifecycle() {
		SparkSessionLifecycle other = mock(SparkSessionLifecycle.class);
		this.contextRunner.withBean("other", SparkSessionLifecycle.class, () -> other)
			.run((context) -> assertThat(context).getBean(SparkSessionLifecycle.class).isSameAs(other));
	}

	@Test
	void backsOffForOwnBuilder() {
		RecordingChannelFactory own = new RecordingChannelFactory();
		this.contextRunner
			.withBean(SparkSessionBuilder.class, () -> SparkSession.builder().url("sc://mine").channelFactory(own))
			.run((context) -> {
				assertThat(context).hasSingleBean(SparkSessionBuilder.class).hasSingleBean(SparkSession.class);
				assertThat(own.target().host()).isEqualTo("mine");
			});
	}

	@Test
	void providesBuildersForFurtherSessions() {
		this.contextRunner.run((context) -> {
			SparkSessionBuilder builder = context.getBean(SparkSessionBuilder.class);
			assertThat(builder).isNotSameAs(context.getBean(SparkSessionBuilder.class));
			try (SparkSession further = builder.build()) {
				assertThat(further.sessionId()).isNotEqualTo(context.getBean(SparkSession.class).sessionId());
			}
		});
	}

	@Test
	void appliesOrderedCustomizersAfterProperties() {
		this.contextRunner.withPropertyValues("sparkex.user-id=property")
			.withUserConfiguration(Customizers.class)
			.run((context) -> {
				assertThat(channels(context).target().userId()).isEqualTo("last");
				assertThat(channels(context).target().host()).isEqualTo("first");
			});
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false", "sparkex.url=nonsense")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SparkSession.class)
				.doesNotHaveBean(SparkSessionBuilder.class)
				.doesNotHaveBean(SparkConnectionDetails.class)
				.doesNotHaveBean(SparkexProperties.class));
	}

	@Test
	void failsForInvalidUrl() {
		this.contextRunner.withPropertyValues("sparkex.url=localhost:15002")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConnectionStringException.class)
				.hasMessageContaining("localhost:15002"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "-1s" })
	void reportsInvalidConnectTimeout(String timeout) {
		this.contextRunner.withPropertyValues("sparkex.connection.connect-timeout=" + timeout)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("sparkex.connection.connect-timeout")));
	}

	@Test
	void doesNotExposeTokenInStrings() {
		this.contextRunner.withPropertyValues("sparkex.token=s3cret").run((context) -> {
			assertThat(channels(context).target().token()).isEqualTo("s3cret");
			for (String name : context.getBeanDefinitionNames()) {
				assertThat(context.getBean(name).toString()).as(name).doesNotContain("s3cret");
			}
		});
	}

	private static RecordingChannelFactory channels(AssertableApplicationContext context) {
		return context.getBean(RecordingChannelFactory.class);
	}

	static class OtherConnectionDetails implements SparkConnectionDetails {

		@Override
		public String getUrl() {
			return "sc://from-details";
		}

		@Override
		public String getUserId() {
			return "from-details";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		SparkSessionBuilderCustomizer last() {
			return (builder) -> builder.userId("last");
		}

		@Bean
		@Order(1)
		SparkSessionBuilderCustomizer first() {
			return (builder) -> builder.url("sc://first").userId("first");
		}

	}

}
