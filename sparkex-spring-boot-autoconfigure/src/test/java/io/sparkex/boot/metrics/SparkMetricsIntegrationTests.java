package io.sparkex.boot.metrics;

import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import io.sparkex.SparkSession;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.metrics.SparkexMetricsAutoConfiguration;
import io.sparkex.boot.autoconfigure.observation.SparkexObservationAutoConfiguration;
import io.sparkex.connect.SparkChannelCustomizer;
import io.sparkex.errors.SessionLostException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SparkMetrics} with broken connections and lost sessions.
 */
class SparkMetricsIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
						ObservationAutoConfiguration.class, SparkexMetricsAutoConfiguration.class,
						SparkexObservationAutoConfiguration.class, SparkexAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties())
		.withBean(SimpleMeterRegistry.class);

	@Test
	void countsRetriesAfterLostConnection() {
		this.contextRunner.withBean(SparkChannelCustomizer.class, () -> new CallTruncator(Status.UNAVAILABLE, 2))
			.run((context) -> {
				assertThat(context.getBean(SparkSession.class).range(25_000).collect()).hasSize(25_000);
				assertThat(count(context, "sparkex.rpc.retries")).isPositive();
				assertThat(count(context, "sparkex.rpc.reattaches")).isPositive();
				assertThat(countOfObservation(context, "sparkex.execute.retry"))
					.isEqualTo(count(context, "sparkex.rpc.retries"));
			});
	}

	@Test
	void countsReattachesAfterIncompleteResult() {
		this.contextRunner.withBean(SparkChannelCustomizer.class, () -> new CallTruncator(Status.OK, 1))
			.run((context) -> {
				assertThat(context.getBean(SparkSession.class).range(25_000).collect()).hasSize(25_000);
				assertThat(count(context, "sparkex.rpc.retries")).isZero();
				assertThat(count(context, "sparkex.rpc.reattaches")).isPositive();
				assertThat(countOfObservation(context, "sparkex.execute.reattach"))
					.isEqualTo(count(context, "sparkex.rpc.reattaches"));
			});
	}

	@Test
	void countsLostAndRebuiltSessions() {
		this.contextRunner.run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			assertThat(spark.range(3).count()).isEqualTo(3);
			TestSparkServer.expire(spark);
			assertThat(spark.range(3).count()).isEqualTo(3);
			assertThat(count(context, "sparkex.sessions.lost")).isEqualTo(1);
			assertThat(count(context, "sparkex.sessions.rebuilt")).isEqualTo(1);
			assertThat(count(context, "sparkex.sessions.rebuild.failures")).isZero();
			assertThat(unavailable(context)).isZero();
		});
	}

	@Test
	void countsFailedRebuilds() {
		this.contextRunner.run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			spark.range(3).createOrReplaceTempView("by_hand");
			TestSparkServer.expire(spark);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> spark.range(3).count());
			assertThat(count(context, "sparkex.sessions.lost")).isEqualTo(1);
			assertThat(count(context, "sparkex.sessions.rebuilt")).isZero();
			assertThat(count(context, "sparkex.sessions.rebuild.failures")).isPositive();
			assertThat(unavailable(context)).isEqualTo(1);
			spark.close();
			assertThat(unavailable(context)).isZero();
		});
	}

	private static double count(ApplicationContext context, String meter) {
		return context.getBean(MeterRegistry.class).get(meter).counter().count();
	}

	/**
	 * Returns the count of an observation event, with the key values at the time of the
	 * event.
	 */
	private static double countOfObservation(ApplicationContext context, String meter) {
		return context.getBean(MeterRegistry.class)
			.get(meter)
			.tags("spark.operation", "query", "outcome", "unknown", "error.type", "none")
			.tagKeys("server.address")
			.counter()
			.count();
	}

	private static double unavailable(ApplicationContext context) {
		return context.getBean(MeterRegistry.class).get("sparkex.sessions.unavailable").gauge().value();
	}

	/**
	 * Interceptor that ends the execute call after its first message, and reattach calls
	 * before it.
	 */
	static final class CallTruncator implements SparkChannelCustomizer, ClientInterceptor {

		private final Status status;

		private final AtomicInteger calls;

		CallTruncator(Status status, int calls) {
			this.status = status;
			this.calls = new AtomicInteger(calls);
		}

		@Override
		public void customize(ManagedChannelBuilder<?> builder) {
			builder.intercept(this);
		}

		@Override
		public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
			ClientCall<Q, A> call = next.newCall(method, options);
			boolean first = "ExecutePlan".equals(method.getBareMethodName());
			if (!(first || "ReattachExecute".equals(method.getBareMethodName())) || this.calls.getAndDecrement() <= 0) {
				return call;
			}
			return new SimpleForwardingClientCall<>(call) {

				@Override
				public void start(Listener<A> listener, Metadata headers) {
					super.start(new SimpleForwardingClientCallListener<>(listener) {

						private boolean truncated;

						@Override
						public void onMessage(A message) {
							if (!this.truncated) {
								this.truncated = true;
								if (first) {
									super.onMessage(message);
								}
								super.onClose(CallTruncator.this.status, new Metadata());
								call.cancel("truncated", null);
							}
						}

						@Override
						public void onClose(Status status, Metadata trailers) {
							if (!this.truncated) {
								super.onClose(status, trailers);
							}
						}

					}, headers);
				}

			};
		}

	}

}
