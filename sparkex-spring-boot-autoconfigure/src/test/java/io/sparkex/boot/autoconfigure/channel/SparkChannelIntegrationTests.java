package io.sparkex.boot.autoconfigure.channel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import net.devh.boot.grpc.client.autoconfigure.GrpcClientAutoConfiguration;
import net.devh.boot.grpc.client.interceptor.GrpcGlobalClientInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.ChannelBuilderOptions;
import org.springframework.grpc.client.ClientInterceptorsConfigurer;
import org.springframework.grpc.client.GlobalClientInterceptor;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.client.NettyGrpcChannelFactory;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.errors.ParseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for queries through the channels of each provider.
 */
@ExtendWith(OutputCaptureExtension.class)
class SparkChannelIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexChannelAutoConfiguration.class, SparkexAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties());

	private final ApplicationContextRunner netDevh = this.contextRunner
		.withConfiguration(AutoConfigurations.of(GrpcClientAutoConfiguration.class))
		.withUserConfiguration(NetDevhInterceptor.class);

	private final ApplicationContextRunner springGrpc = this.contextRunner
		.withUserConfiguration(SpringGrpcConfiguration.class);

	private static void assertQueries(AssertableApplicationContext context) {
		SparkSession spark = context.getBean(SparkSession.class);
		assertThat(spark.range(100_000).collect()).hasSize(100_000);
		assertThat(spark.range(3).schema()).isNotNull();
		spark.range(3).createOrReplaceTempView("three");
		assertThat(spark.sql("SELECT sum(id) AS s FROM three").first().getLong(0)).isEqualTo(3);
		// An error with more than 8 KB of metadata.
		assertThatExceptionOfType(ParseException.class).isThrownBy(() -> spark.sql("SELEC '" + "漢".repeat(600) + "'"));
	}

	@Test
	void usesNetDevhIfAvailable() {
		this.netDevh.run((context) -> {
			assertThat(context).hasSingleBean(NetDevhChannelProvider.class);
			assertQueries(context);
			assertThat(context.getBean(MethodRecorder.class).seen).contains("ExecutePlan", "AnalyzePlan");
		});
	}

	@Test
	void doesNotCloseChannelOfNetDevh() {
		this.netDevh.run((context) -> {
			context.getBean(SparkSession.class).close();
			try (SparkSession another = context.getBean(SparkSessionBuilder.class).build()) {
				assertThat(another.range(3).count()).isEqualTo(3);
			}
		});
	}

	@Test
	void rejectsSecondServerForNetDevhChannel() {
		this.netDevh.run((context) -> {
			context.getBean(SparkSession.class);
			assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(SparkSessionBuilder.class).url("sc://localhost:1").build())
				.withMessageContaining("'sparkex'")
				.withMessageContaining("localhost:1")
				.withMessageContaining("channelFactory");
		});
	}

	@Test
	void supportsAnySessionName() {
		this.springGrpc
			.withPropertyValues("sparkex.sessions.adHoc.user-id=me", "sparkex.sessions[eu.west_1].user-id=me")
			.run((context) -> {
				assertThat(context).hasBean("adHocSparkSession");
				assertThat(context.getBean("eu.west_1SparkSession", SparkSession.class).range(3).count()).isEqualTo(3);
			});
	}

	@Test
	void rejectsPropertiesThatSpringGrpcIgnores() {
		this.springGrpc.withPropertyValues("spring.grpc.client.channel.sparkex.keepalive.time=30s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("spring.grpc.client.channel.sparkex.target")
				.hasMessageContaining("static://"));
	}

	@ParameterizedTest
	@CsvSource({ "static://spark.example.com:15002,ssl.enabled=false",
			"dns://127.0.0.1/spark.example.com:15002,user-agent=x", "spark.example.com:15002,user-agent=x" })
	void rejectsPlaintextTokensForSpringGrpc(String target, String setting) {
		this.springGrpc.withPropertyValues("sparkex.url=", "sparkex.token=t1",
				"spring.grpc.client.channel.sparkex.target=" + target, "spring.grpc.client.channel.sparkex." + setting,
				"spring.grpc.client.channel.sparkex.ssl.bundle=" + (setting.startsWith("ssl") ? "spark" : ""))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("spring.grpc.client.channel.sparkex.ssl.enabled")
				.hasMessageContaining("unencrypted"));
	}

	@Test
	void warnsIfChannelUsesOtherServer(CapturedOutput output) {
		this.netDevh.withPropertyValues("sparkex.url=sc://localhost:2", "sparkex.token=",
				"grpc.client.sparkex.address=static://localhost:1", "grpc.client.sparkex.negotiation-type=plaintext")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("localhost:2")
			.contains("static://localhost:1")
			.contains("'grpc.client.sparkex.address'");
	}

	@Test
	void appliesPropertiesOfNetDevh() {
		this.netDevh.withPropertyValues("grpc.client.sparkex.address=static://localhost:1")
			.run((context) -> assertThat(context.getBean(net.devh.boot.grpc.client.config.GrpcChannelsProperties.class)
				.getChannel("sparkex")
				.getAddress()).hasToString("static://localhost:1"));
		this.netDevh
			.withPropertyValues("sparkex.url=sc://localhost:1/;use_ssl=true",
					"grpc.client.sparkex.negotiation-type=plaintext")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("grpc.client.sparkex.negotiation-type"));
	}

	@Test
	void rejectsPlaintextTokensForNetDevh() {
		ApplicationContextRunner withToken = this.netDevh.withPropertyValues("sparkex.url=", "sparkex.token=t1");
		withToken
			.withPropertyValues("grpc.client.sparkex.address=static://spark.example.com:15002",
					"grpc.client.sparkex.negotiation-type=plaintext")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("grpc.client.sparkex.negotiation-type")
				.hasMessageContaining("unencrypted"));
		withToken.withPropertyValues("grpc.client.sparkex.address=static://spark.example.com:15002")
			.run((context) -> assertThat(context).as("net.devh uses TLS by default").hasNotFailed());
		withToken
			.withPropertyValues("grpc.client.sparkex.address=static://127.0.0.1:1",
					"grpc.client.sparkex.negotiation-type=plaintext")
			.run((context) -> assertThat(context).hasNotFailed());
		withToken.withPropertyValues("grpc.client.sparkex.address=dns:///spark.example.com:15002",
				"grpc.client.sparkex.negotiation-type=plaintext", "sparkex.connection.allow-token-over-plaintext=true")
			.run((context) -> assertThat(context).hasNotFailed());
		this.springGrpc
			.withPropertyValues("sparkex.url=", "sparkex.token=t1",
					"spring.grpc.client.channel.sparkex.target=static://spark.example.com:15002")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("spring.grpc.client.channel.sparkex.ssl.enabled"));
	}

	@Test
	void rejectsSslBundleForNetDevh() {
		this.netDevh.withBean(SslBundles.class, () -> new DefaultSslBundleRegistry("spark", SslBundle.systemDefault()))
			.withPropertyValues("sparkex.ssl.bundle=spark")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("sparkex.ssl.bundle"));
	}

	@Test
	void usesSpringGrpcIfAvailable() {
		this.springGrpc.run((context) -> {
			assertThat(context).hasSingleBean(SpringGrpcChannelProvider.class);
			assertQueries(context);
			assertThat(context.getBean(MethodRecorder.class).seen).contains("ExecutePlan", "AnalyzePlan");
		});
	}

	@Test
	void rejectsTlsWithoutSpringGrpcTarget() {
		this.springGrpc.withPropertyValues("sparkex.url=sc://localhost:1/;use_ssl=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("spring.grpc.client.channel.sparkex.target"));
	}

	@Test
	void selectsNetDevhByProperty() {
		this.netDevh.withUserConfiguration(PlainSpringGrpcConfiguration.class)
			.withPropertyValues("sparkex.channel.provider=net-devh")
			.run((context) -> {
				assertQueries(context);
				assertThat(context.getBean(MethodRecorder.class).seen).contains("ExecutePlan", "AnalyzePlan");
			});
	}

	@Test
	void selectsSpringGrpcByProperty() {
		this.netDevh.withUserConfiguration(PlainSpringGrpcConfiguration.class)
			.withPropertyValues("sparkex.channel.provider=spring-grpc")
			.run((context) -> {
				assertQueries(context);
				assertThat(context.getBean(MethodRecorder.class).seen).as("calls through net.devh").isEmpty();
				assertThat(context.getBean(PlainSpringGrpcConfiguration.class).targets).isNotEmpty();
			});
	}

	@Test
	void selectsBuiltInChannelsByProperty() {
		this.netDevh.withPropertyValues("sparkex.channel.provider=built-in").run((context) -> {
			assertThat(context).doesNotHaveBean(SparkChannelProvider.class);
			assertQueries(context);
			assertThat(context.getBean(MethodRecorder.class).seen).isEmpty();
		});
	}

	@Test
	void customizesBuiltInChannels() {
		MethodRecorder methods = new MethodRecorder();
		this.contextRunner.withClassLoader(new FilteredClassLoader("net.devh", "org.springframework.grpc"))
			.withBean(SparkChannelCustomizer.class, () -> (builder) -> builder.intercept(methods))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(SparkChannelProvider.class);
				assertQueries(context);
				assertThat(methods.seen).contains("ExecutePlan", "AnalyzePlan");
			});
	}

	@Test
	void reportsMissingDependencyOfProvider() {
		this.contextRunner.withPropertyValues("sparkex.channel.provider=net-devh")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sparkex.channel.provider")
				.hasMessageContaining("net.devh:grpc-client-spring-boot-starter"));
		this.netDevh.withPropertyValues("sparkex.channel.provider=spring-grpc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("spring-boot-starter-grpc-client"));
	}

	@Configuration(proxyBeanMethods = false)
	static class NetDevhInterceptor {

		@GrpcGlobalClientInterceptor
		MethodRecorder methods() {
			return new MethodRecorder();
		}

	}

	/**
	 * Beans of the auto-configuration of Spring gRPC.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SpringGrpcConfiguration {

		@Bean
		@GlobalClientInterceptor
		MethodRecorder methods() {
			return new MethodRecorder();
		}

		@Bean
		ClientInterceptorsConfigurer clientInterceptorsConfigurer(
				org.springframework.context.ApplicationContext context) {
			return new ClientInterceptorsConfigurer(context);
		}

		@Bean
		GrpcChannelFactory grpcChannelFactory(ClientInterceptorsConfigurer interceptors) {
			return new NettyGrpcChannelFactory(List.of(), interceptors);
		}

	}

	/**
	 * Channel factory that records the targets of its channels.
	 */
	@Configuration(proxyBeanMethods = false)
	static class PlainSpringGrpcConfiguration {

		private final List<String> targets = new CopyOnWriteArrayList<>();

		@Bean
		GrpcChannelFactory grpcChannelFactory(org.springframework.context.ApplicationContext context) {
			return new NettyGrpcChannelFactory(List.of(), new ClientInterceptorsConfigurer(context)) {

				@Override
				public ManagedChannel createChannel(String target, ChannelBuilderOptions options) {
					PlainSpringGrpcConfiguration.this.targets.add(target);
					return super.createChannel(target, options);
				}

			};
		}

	}

	/**
	 * Interceptor that records the called methods.
	 */
	static final class MethodRecorder implements ClientInterceptor {

		private final Set<String> seen = ConcurrentHashMap.newKeySet();

		@Override
		public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
			this.seen.add(String.valueOf(method.getBareMethodName()));
			return next.newCall(method, options);
		}

	}

}
