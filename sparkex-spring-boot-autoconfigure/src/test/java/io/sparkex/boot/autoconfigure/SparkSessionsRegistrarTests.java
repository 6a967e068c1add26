package io.sparkex.boot.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.connect.SparkToken;
import io.sparkex.connect.SparkTokenSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * Tests for named sessions and the beans that apply to them.
 */
class SparkSessionsRegistrarTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class));

	@Test
	void registersSessionForEachName() {
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://main", "sparkex.sessions.reporting.url=sc://reports",
					"sparkex.sessions.ad-hoc.user-id=guest")
			.withUserConfiguration(Client.class)
			.run((context) -> {
				assertThat(context).hasBean("sparkSession")
					.hasBean("reportingSparkSession")
					.hasBean("ad-hocSparkSession");
				Client client = context.getBean(Client.class);
				assertThat(client.main).isSameAs(context.getBean("sparkSession"));
				assertThat(client.reporting).isSameAs(context.getBean("reportingSparkSession"));
				assertThat(client.adHoc).isSameAs(context.getBean("ad-hocSparkSession"));
				assertThat(context).hasSingleBean(SparkSessionFactory.class);
			});
	}

	@Test
	void doesNotCreateDefaultSessionForNamedSessions() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.run((context) -> assertThat(context).doesNotHaveBean("sparkSession")
				.hasBean("reportingSparkSession")
				.doesNotHaveBean(SparkSessionFactory.class));
	}

	@Test
	void createsDefaultSessionForConnectionDetails() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.withBean(SparkConnectionDetails.class, () -> new SparkConnectionDetails() {
			})
			.run((context) -> assertThat(context).hasBean("sparkSession").hasBean("reportingSparkSession"));
	}

	@Test
	void usesServerOfDefaultSessionWithoutUrl() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.token=t1", "sparkex.user-id=me",
					"sparkex.sessions.own.user-id=her", "sparkex.sessions.own.config.spark.a=b")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.run((context) -> {
				assertThat(context).hasBean("ownSparkSession");
				assertThat(channels.target("localhost:1", "her").token()).isEqualTo("t1");
				assertThat(channels.target("localhost:1", "me").token()).isEqualTo("t1");
			});
	}

	@Test
	void doesNotSendTokensToOtherServers() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.token=t1",
					"sparkex.sessions.other.url=sc://localhost:2")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.withBean(SparkTokenSupplier.class, () -> () -> SparkToken.of("t2"))
			.run((context) -> {
				assertThat(context).hasBean("otherSparkSession");
				assertThat(channels.target("localhost:2", null).token()).isNull();
				assertThat(channels.target("localhost:2", null).encrypted()).isFalse();
			});
	}

	@Test
	void appliesQualifiedBeansToTheirSessionOnly() {
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://main", "sparkex.sessions.reporting.url=sc://reports",
					"sparkex.sessions.plain.url=sc://plain")
			.withUserConfiguration(Factories.class)
			.run((context) -> {
				context.getBean("plainSparkSession");
				assertThat(context.getBean("forReporting", RecordingChannelFactory.class).target().host())
					.isEqualTo("reports");
				assertThat(context.getBean("forAll", StringBuilder.class)).hasToString("+++");
				assertThat(context.getBean("forOne", StringBuilder.class)).hasToString("+");
			});
	}

	@Test
	void prefersQualifiedTokenSupplier() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.sessions.reporting.user-id=reporting")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.withUserConfiguration(Tokens.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void appliesQualifiedConnectionDetailsToTheirSessionOnly() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://localhost:1", "sparkex.sessions.reporting.config.spark.a=b")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.withUserConfiguration(Details.class)
			.run((context) -> {
				assertThat(context).hasBean("sparkSession").hasBean("reportingSparkSession");
				assertThat(channels.target("localhost:7", null).token()).isEqualTo("reports");
				assertThat(channels.target("localhost:1", null).token()).isNull();
			});
	}

	@Test
	void ignoresQualifiedConnectionDetailsForDefaultSession() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.config.spark.a=b")
			.withUserConfiguration(Details.class)
			.run((context) -> assertThat(context).doesNotHaveBean("sparkSession").hasBean("reportingSparkSession"));
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.config.spark.a=b")
			.withUserConfiguration(QualifiedDetails.class)
			.run((context) -> assertThat(context).doesNotHaveBean("sparkSession").hasBean("reportingSparkSession"));
	}

	@Test
	void ignoresFallbackTokenSupplier() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner.withPropertyValues("sparkex.url=sc://localhost:1")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.withBean("one", SparkTokenSupplier.class, () -> () -> SparkToken.of("1"),
					(definition) -> definition.setFallback(true))
			.withBean("two", SparkTokenSupplier.class, () -> () -> SparkToken.of("2"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void failsForSeveralTokenSuppliersWithoutPrimary() {
		this.contextRunner.withPropertyValues("sparkex.url=sc://localhost:1")
			.withBean("one", SparkTokenSupplier.class, () -> () -> SparkToken.of("1"))
			.withBean("two", SparkTokenSupplier.class, () -> () -> SparkToken.of("2"))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("primary"));
	}

	@Test
	void disablesTls() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://a:1/;x=y", "sparkex.ssl.enabled=false",
					"sparkex.connection.allow-token-over-plaintext=true", "sparkex.token=t",
					"sparkex.sessions.other.url=sc://b:2", "sparkex.sessions.other.token=t",
					"sparkex.sessions.other.ssl.enabled=false",
					"sparkex.sessions.other.connection.allow-token-over-plaintext=true")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.run((context) -> {
				assertThat(channels.target("a:1", null).encrypted()).isFalse();
				assertThat(channels.target("b:2", null).encrypted()).isFalse();
				assertThat(channels.target("a:1", null).headers()).containsEntry("x", "y");
			});
		this.contextRunner.withPropertyValues("sparkex.url=sc://a:1/", "sparkex.ssl.enabled=false", "sparkex.token=t")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("unencrypted")
				.hasMessageNotContaining("sparkex.token"));
		this.contextRunner.withPropertyValues("sparkex.url=sc://a:1/;use_ssl=true", "sparkex.ssl.enabled=false")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("use_ssl=true"));
	}

	@Test
	void enablesTlsForOneSession() {
		RecordingChannelFactory channels = new RecordingChannelFactory();
		this.contextRunner
			.withPropertyValues("sparkex.url=sc://a:1", "sparkex.ssl.enabled=false",
					"sparkex.sessions.other.user-id=her", "sparkex.sessions.other.ssl.enabled=true")
			.withBean(RecordingChannelFactory.class, () -> channels)
			.run((context) -> {
				assertThat(context).hasBean("otherSparkSession");
				assertThat(channels.target("a:1", null).encrypted()).isFalse();
				assertThat(channels.target("a:1", "her").encrypted()).isTrue();
			});
	}

	@Test
	void closesSessionsWithContext() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.url=sc://reports").run((context) -> {
			SparkSession session = context.getBean("reportingSparkSession", SparkSession.class);
			context.close();
			assertThatIllegalStateException().isThrownBy(session::version);
		});
	}

	@Test
	void backsOffForBeanWithSameName() {
		SparkSession own = mock(SparkSession.class);
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.url=sc://reports")
			.withBean("reportingSparkSession", SparkSession.class, () -> own)
			.run((context) -> assertThat(context).getBean("reportingSparkSession").isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("sparkex.enabled=false", "sparkex.sessions.reporting.url=sc://reports")
			.run((context) -> assertThat(context).doesNotHaveBean(SparkSession.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Details {

		@Bean(defaultCandidate = false)
		@Qualifier("reporting")
		SparkConnectionDetails reportingDetails() {
			return new SparkConnectionDetails() {

				@Override
				public String getUrl() {
					return "sc://localhost:7";
				}

				@Override
				public String getToken() {
					return "reports";
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class QualifiedDetails {

		@Bean
		@Qualifier("reporting")
		SparkConnectionDetails reportingDetails() {
			return new SparkConnectionDetails() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Client {

		@Autowired
		private SparkSession main;

		@Autowired
		@Qualifier("reporting")
		private SparkSession reporting;

		@Autowired
		@Qualifier("ad-hoc")
		private SparkSession adHoc;

	}

	@Configuration(proxyBeanMethods = false)
	static class Tokens {

		@Bean
		SparkTokenSupplier forAll() {
			return () -> SparkToken.of("all");
		}

		@Bean
		@Qualifier("reporting")
		SparkTokenSupplier forReporting() {
			return () -> SparkToken.of("reporting");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Factories {

		@Bean
		@Qualifier("reporting")
		RecordingChannelFactory forReporting() {
			return new RecordingChannelFactory();
		}

		@Bean
		StringBuilder forAll() {
			return new StringBuilder();
		}

		@Bean
		StringBuilder forOne() {
			return new StringBuilder();
		}

		@Bean
		SparkSessionBuilderCustomizer countsAll(@Qualifier("forAll") StringBuilder forAll) {
			return (builder) -> forAll.append('+');
		}

		@Bean
		@Qualifier("plain")
		SparkSessionBuilderCustomizer countsOne(@Qualifier("forOne") StringBuilder forOne) {
			return (builder) -> forOne.append('+');
		}

	}

}
