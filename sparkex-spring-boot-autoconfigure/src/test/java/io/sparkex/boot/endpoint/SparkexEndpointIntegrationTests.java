package io.sparkex.boot.endpoint;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.sparkex.SparkSession;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.boot.autoconfigure.SparkexAutoConfiguration;
import io.sparkex.boot.autoconfigure.endpoint.SparkexEndpointAutoConfiguration;
import io.sparkex.boot.endpoint.SparkexEndpoint.SessionDescriptor;
import io.sparkex.boot.endpoint.SparkexEndpoint.SparkexDescriptor;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.execution.Execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SparkexEndpoint} with an embedded server.
 */
class SparkexEndpointIntegrationTests {

	private static final String LONG_RUNNING = "SELECT count(*) FROM range(0, 2000000000, 1, 400)"
			+ " WHERE java_method('java.lang.Thread', 'sleep', 0L) IS NULL AND length(sha2(string(id), 512)) > 1";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexEndpointAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties())
		.withPropertyValues("management.endpoints.web.exposure.include=sparkex");

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	private static SessionDescriptor session(SparkexDescriptor description) {
		return Objects.requireNonNull(description.sessions().get("sparkSession"));
	}

	@Test
	void showsSessionsAndOperations() {
		this.contextRunner.withPropertyValues("sparkex.sessions.reporting.user-id=me").run((context) -> {
			SparkexEndpoint endpoint = context.getBean(SparkexEndpoint.class);
			SparkSession spark = context.getBean("sparkSession", SparkSession.class);
			assertThat(endpoint.sparkex().running()).isEmpty();
			assertThat(endpoint.sparkex().recent()).isEmpty();
			spark.range(12_000).withTag("nightly").collect();
			SparkexDescriptor description = endpoint.sparkex();
			assertThat(description.sessions()).containsOnlyKeys("sparkSession", "reportingSparkSession");
			assertThat(session(description).sessionId()).isEqualTo(spark.sessionId());
			assertThat(session(description).version()).startsWith("4.");
			assertThat(description.recent()).singleElement().satisfies((operation) -> {
				assertThat(operation.state()).isEqualTo("succeeded");
				assertThat(operation.kind()).isEqualTo(Execution.Kind.QUERY);
				assertThat(operation.tags()).containsExactly("nightly");
				assertThat(operation.rows()).isEqualTo(12_000);
				assertThat(operation.bytes()).isPositive();
				assertThat(operation.plan()).isNull();
				assertThat(endpoint.operation(operation.operationId())).isEqualTo(operation);
				assertThat(endpoint.interrupt(operation.operationId())).as("completed operation").isNull();
			});
			assertThat(endpoint.operation("another")).isNull();
		});
	}

	@Test
	void interruptsRunningOperation() {
		this.contextRunner.run((context) -> {
			SparkexEndpoint endpoint = context.getBean(SparkexEndpoint.class);
			SparkSession spark = context.getBean(SparkSession.class);
			CompletableFuture<?> query = CompletableFuture.supplyAsync(() -> spark.sql(LONG_RUNNING).collect());
			await(() -> endpoint.sparkex().running().stream().anyMatch((operation) -> operation.tasks() > 0));
			SparkOperation running = endpoint.sparkex().running().get(0);
			assertThat(running.state()).isEqualTo("running");
			assertThat(running.duration()).isPositive();
			assertThat(endpoint.interrupt(running.operationId())).extracting("interrupted")
				.isEqualTo(List.of(running.operationId()));
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> query.orTimeout(60, TimeUnit.SECONDS).join())
				.withCauseInstanceOf(OperationCancelledException.class);
			await(() -> endpoint.sparkex().running().isEmpty());
			assertThat(endpoint.operation(running.operationId()))
				.extracting(SparkOperation::state, SparkOperation::error)
				.containsExactly("cancelled", "OperationCancelledException");
		});
	}

	@Test
	void interruptsOperationOfFactorySession() {
		this.contextRunner.run((context) -> {
			SparkexEndpoint endpoint = context.getBean(SparkexEndpoint.class);
			SparkSessionFactory sessions = context.getBean(SparkSessionFactory.class);
			try (SparkSession own = sessions.newSession("ann")) {
				assertThat(sessions.openSessions()).containsExactly(own);
				CompletableFuture<?> query = CompletableFuture.supplyAsync(() -> own.sql(LONG_RUNNING).collect());
				await(() -> endpoint.sparkex().running().stream().anyMatch((operation) -> operation.tasks() > 0));
				String operationId = endpoint.sparkex().running().get(0).operationId();
				assertThat(endpoint.interrupt(operationId)).extracting("interrupted").isEqualTo(List.of(operationId));
				assertThatExceptionOfType(CompletionException.class)
					.isThrownBy(() -> query.orTimeout(60, TimeUnit.SECONDS).join())
					.withCauseInstanceOf(OperationCancelledException.class);
			}
			assertThat(sessions.openSessions()).isEmpty();
		});
	}

	@Test
	void failsForUnknownSession() {
		this.contextRunner.run((context) -> {
			SparkexEndpoint endpoint = context.getBean(SparkexEndpoint.class);
			try (SparkSession unknown = context.getBean(SparkSession.class).newSession()) {
				CompletableFuture<?> query = CompletableFuture.supplyAsync(() -> unknown.sql(LONG_RUNNING).collect());
				await(() -> endpoint.sparkex().running().stream().anyMatch((operation) -> operation.tasks() > 0));
				String operationId = endpoint.sparkex().running().get(0).operationId();
				assertThatExceptionOfType(InvalidEndpointRequestException.class)
					.isThrownBy(() -> endpoint.interrupt(operationId))
					.withMessageContaining(unknown.sessionId());
				unknown.interruptAll();
				assertThatExceptionOfType(CompletionException.class)
					.isThrownBy(() -> query.orTimeout(60, TimeUnit.SECONDS).join());
			}
		});
	}

	@Test
	void showsErrorOfUnreachableServer() {
		this.contextRunner.withPropertyValues("sparkex.url=sc://localhost:1").run((context) -> {
			SparkexDescriptor description = context.getBean(SparkexEndpoint.class).sparkex();
			assertThat(session(description).version()).isNull();
			assertThat(session(description).error()).isEqualTo("UnreachableException");
		});
	}

	@Test
	void limitsRecentOperations() {
		this.contextRunner.run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			for (int i = 0; i < 55; i++) {
				spark.range(1).collect();
			}
			assertThat(context.getBean(SparkOperations.class).recent()).hasSize(50);
		});
	}

	@Test
	void backsOffIfNotExposed() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(SparkexAutoConfiguration.class, SparkexEndpointAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(SparkexEndpoint.class)
				.doesNotHaveBean(SparkOperations.class));
	}

	@Test
	void backsOffWithoutActuator() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).doesNotHaveBean("sparkexEndpoint").hasSingleBean(SparkSession.class));
	}

}
