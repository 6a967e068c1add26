package io.sparkex.boot.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.sparkex.SparkSession;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.metrics.SparkexMetricsAutoConfiguration;
import io.sparkex.boot.autoconfigure.observation.SparkexObservationAutoConfiguration;
import io.sparkex.boot.metrics.SparkMetrics;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.errors.AnalysisException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for observations and metrics with an embedded server.
 */
class SparkObservationIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
						ObservationAutoConfiguration.class, SparkexMetricsAutoConfiguration.class,
						SparkexObservationAutoConfiguration.class, SparkexAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties())
		.withBean(SimpleMeterRegistry.class);

	private static String value(SparkExecutionContext context, String key) {
		return Objects.requireNonNull(context.getHighCardinalityKeyValue(key), key).getValue();
	}

	@Test
	void recordsTimerAndCounters() {
		this.contextRunner.run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(spark.range(25_000).collect()).hasSize(25_000);
			assertThat(meters.get("sparkex.execute")
				.tag("spark.operation", "query")
				.tag("outcome", "success")
				.tag("error.type", "none")
				.tagKeys("server.address")
				.timer()
				.count()).isEqualTo(1);
			assertThat(meters.get("sparkex.result.rows").counter().count()).isEqualTo(25_000);
			assertThat(meters.get("sparkex.result.bytes").counter().count()).isGreaterThan(100_000);
			assertThat(meters.get("sparkex.operations.active").gauge().value()).isZero();
			assertThat(meters.get("sparkex.rpc.retries").counter().count()).isZero();
			assertThat(meters.get("sparkex.sessions.unavailable").gauge().value()).isZero();
			spark.range(3).createOrReplaceTempView("three");
			assertThat(meters.get("sparkex.execute").tag("spark.operation", "command").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void recordsErrorType() {
		this.contextRunner.run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			assertThatExceptionOfType(AnalysisException.class)
				.isThrownBy(() -> spark.sql("SELECT * FROM nowhere").collect());
			assertThat(context.getBean(MeterRegistry.class)
				.get("sparkex.execute")
				.tag("outcome", "error")
				.tag("error.type", "TABLE_OR_VIEW_NOT_FOUND")
				.timer()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void recordsCancelledQueries() {
		this.contextRunner.run((context) -> {
			try (var rows = context.getBean(SparkSession.class).range(10_000_000).stream()) {
				assertThat(rows.findFirst()).isPresent();
			}
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("sparkex.execute").tag("outcome", "cancelled").timer().count()).isEqualTo(1);
			assertThat(meters.get("sparkex.operations.active").gauge().value()).isZero();
		});
	}

	@Test
	void propagatesTraceToServer() {
		this.contextRunner.withUserConfiguration(Tracing.class).run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			assertThat(spark.range(3).collect()).hasSize(3);
			assertThat(context.getBean(HeaderRecorder.class).traceParents).containsEntry("ExecutePlan",
					Tracing.TRACE_PARENT);
			SparkExecutionContext seen = context.getBean(Tracing.class).stopped.get(0);
			assertThat(seen.getContextualName()).isEqualTo("spark query");
			assertThat(value(seen, "spark.result.rows")).isEqualTo("3");
			assertThat(value(seen, "spark.operation.id")).hasSize(36);
			assertThat(value(seen, "spark.session.id")).isEqualTo(spark.sessionId());
			assertThat(seen.getHighCardinalityKeyValue("spark.plan")).isNull();
			assertThat(Objects.requireNonNull(seen.getCarrier()).tags()).containsExactly("trace-" + Tracing.TRACE_ID);
		});
	}

	@Test
	void hasParentObservation() {
		this.contextRunner.withUserConfiguration(Tracing.class).run((context) -> {
			ObservationRegistry registry = context.getBean(ObservationRegistry.class);
			Observation parent = Observation.createNotStarted("parent", registry);
			parent.observe(() -> context.getBean(SparkSession.class).range(3).collect());
			assertThat(context.getBean(Tracing.class).stopped.get(0).getParentObservation()).isSameAs(parent);
		});
	}

	@Test
	void includesPlansIfEnabled() {
		this.contextRunner.withUserConfiguration(Tracing.class)
			.withPropertyValues("sparkex.observations.include-plan=true")
			.run((context) -> {
				context.getBean(SparkSession.class).range(3).filter("id > 1").collect();
				assertThat(value(context.getBean(Tracing.class).stopped.get(0), "spark.plan")).contains("Filter",
						"Range");
			});
	}

	@Test
	void usesConventionOfApplication() {
		this.contextRunner.withBean(SparkObservationConvention.class, () -> new DefaultSparkObservationConvention() {

			@Override
			public String getName() {
				return "acme.spark";
			}

		}).run((context) -> {
			context.getBean(SparkSession.class).range(3).collect();
			assertThat(context.getBean(MeterRegistry.class).get("acme.spark").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void backsOffWhenObservationsAreDisabled() {
		this.contextRunner.withPropertyValues("management.observations.enable.sparkex=false").run((context) -> {
			context.getBean(SparkSession.class).range(3).collect();
			assertThat(context.getBean(MeterRegistry.class).find("sparkex.execute").timer()).isNull();
			assertThat(context.getBean(MeterRegistry.class).get("sparkex.result.rows").counter().count()).isEqualTo(3);
		});
	}

	@Test
	void worksWithoutMicrometer() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SparkexMetricsAutoConfiguration.class,
					SparkexObservationAutoConfiguration.class, SparkexAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.withPropertyValues(TestSparkServer.properties())
			.run((context) -> {
				assertThat(context).doesNotHaveBean("sparkMetrics").doesNotHaveBean("sparkObservationListener");
				assertThat(context.getBean(SparkSession.class).range(3).count()).isEqualTo(3);
			});
	}

	@Test
	void backsOffForOwnBeans() {
		SparkMetrics own = new SparkMetrics();
		this.contextRunner.withBean(SparkMetrics.class, () -> own)
			.run((context) -> assertThat(context).getBean(SparkMetrics.class).isSameAs(own));
	}

	/**
	 * Observation handler that sets trace headers like a tracer and records contexts.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Tracing implements ObservationHandler<SparkExecutionContext> {

		private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

		private static final String TRACE_PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

		private final List<SparkExecutionContext> stopped = new ArrayList<>();

		@Override
		public void onStart(SparkExecutionContext context) {
			context.getSetter().set(context.getCarrier(), "traceparent", TRACE_PARENT);
		}

		@Override
		public void onStop(SparkExecutionContext context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof SparkExecutionContext;
		}

		@Bean
		HeaderRecorder headers() {
			return new HeaderRecorder();
		}

		@Bean
		SparkChannelCustomizer channelCustomizer(HeaderRecorder headers) {
			return (builder) -> builder.intercept(headers);
		}

	}

	/**
	 * Interceptor that records the trace headers of calls.
	 */
	static final class HeaderRecorder implements ClientInterceptor {

		private static final Metadata.Key<String> TRACE_PARENT = Metadata.Key.of("traceparent",
				Metadata.ASCII_STRING_MARSHALLER);

		private final Map<String, String> traceParents = new ConcurrentHashMap<>();

		@Override
		public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
			return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

				@Override
				public void start(Listener<A> listener, Metadata headers) {
					String trace = headers.get(TRACE_PARENT);
					if (trace != null) {
						HeaderRecorder.this.traceParents.put(String.valueOf(method.getBareMethodName()), trace);
					}
					super.start(listener, headers);
				}

			};
		}

	}

}
