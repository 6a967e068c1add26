package io.sparkex.boot.autoconfigure;

import java.net.ConnectException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionInitializer;
import io.sparkex.boot.SparkSessionFactory;
import io.sparkex.boot.SparkSessionLostEvent;
import io.sparkex.boot.SparkSessionRebuildFailedEvent;
import io.sparkex.boot.SparkSessionRebuiltEvent;
import io.sparkex.boot.SparkUserSupplier;
import io.sparkex.boot.TestSparkServer;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the lifecycle of managed sessions with an embedded server.
 */
class SparkSessionLifecycleIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SparkexAutoConfiguration.class))
		.withPropertyValues(TestSparkServer.properties());

	private static CompletableFuture<Integer> sleepingQuery(SparkSession spark, long millis) {
		return CompletableFuture.supplyAsync(() -> spark.range(1)
			.selectExpr("java_method('java.lang.Thread', 'sleep', " + millis + "L) AS slept")
			.collect()
			.size());
	}

	@Test
	void waitsForRunningQueries() {
		ExecutionRecorder executions = new ExecutionRecorder();
		this.contextRunner.withBean(ExecutionRecorder.class, () -> executions).run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			CompletableFuture<Integer> query = sleepingQuery(spark, 2_000);
			executions.await();
			context.close();
			assertThat(query).isCompletedWithValue(1);
		});
	}

	@Test
	void waitsForQueriesOfUserSessions() {
		ExecutionRecorder executions = new ExecutionRecorder();
		this.contextRunner.withBean(ExecutionRecorder.class, () -> executions).run((context) -> {
			SparkSession own = context.getBean(SparkSessionFactory.class).newSession("ann");
			CompletableFuture<Integer> query = sleepingQuery(own, 2_000);
			executions.await();
			context.close();
			assertThat(query).isCompletedWithValue(1);
			assertThat(own.isOpen()).isFalse();
		});
	}

	@Test
	void cancelsQueriesAfterGracePeriod() {
		ExecutionRecorder executions = new ExecutionRecorder();
		this.contextRunner.withBean(ExecutionRecorder.class, () -> executions)
			.withPropertyValues("sparkex.shutdown.grace-period=300ms")
			.run((context) -> {
				CompletableFuture<Integer> query = sleepingQuery(context.getBean(SparkSession.class), 300_000);
				executions.await();
				long begin = System.nanoTime();
				context.close();
				assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(20));
				assertThatExceptionOfType(CompletionException.class).isThrownBy(query::join)
					.withCauseInstanceOf(OperationCancelledException.class);
			});
	}

	@Test
	void keepsSessionWhenContextIsStoppedOrPaused() {
		this.contextRunner.run((context) -> {
			ConfigurableApplicationContext application = context.getSourceApplicationContext();
			SparkSession spark = application.getBean(SparkSession.class);
			application.stop();
			application.start();
			assertThat(spark.range(3).count()).isEqualTo(3);
			application.pause();
			application.restart();
			assertThat(spark.range(3).count()).isEqualTo(3);
		});
	}

	@Test
	void doesNotCloseSessionWithoutDestroyMethod() {
		try (SparkSession spark = SparkSession.builder().url(TestSparkServer.url()).build()) {
			this.contextRunner
				.withBean("shared", SparkSession.class, () -> spark,
						(definition) -> definition.setDestroyMethodName(""))
				.run((context) -> assertThat(context.getBean(SparkSession.class).range(3).count()).isEqualTo(3));
			assertThat(spark.range(3).count()).isEqualTo(3);
		}
	}

	@Test
	void rejectsGracePeriodBeyondPhaseTimeout() {
		this.contextRunner
			.withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=3s", "sparkex.shutdown.grace-period=3s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sparkex.shutdown.grace-period"));
	}

	@Test
	void stopsAfterWebServer() {
		this.contextRunner.run((context) -> {
			SparkSessionLifecycle lifecycle = context.getBean(SparkSessionLifecycle.class);
			assertThat(lifecycle.getPhase()).isLessThan(SparkSessionLifecycle.DEFAULT_PHASE - 2048);
			assertThat(lifecycle.isRunning()).isTrue();
			context.close();
			assertThat(lifecycle.isRunning()).isFalse();
		});
	}

	@Test
	void checksConnectionOnStartup() {
		this.contextRunner.withPropertyValues("sparkex.startup.validate=true")
			.run((context) -> assertThat(context).hasNotFailed());
		this.contextRunner.withPropertyValues("sparkex.startup.validate=true", "sparkex.url=sc://localhost:1")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(ConnectException.class)
				.hasStackTraceContaining(UnreachableException.class.getName()));
	}

	@Test
	void rebuildsLostSession() {
		this.contextRunner.withUserConfiguration(Views.class).run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			String first = spark.sessionId();
			assertThat(spark.table("even").count()).isEqualTo(5);
			TestSparkServer.expire(spark);
			assertThat(spark.table("even").count()).isEqualTo(5);
			assertThat(context.getBean(Views.class).events).containsExactly("lost " + first,
					"rebuilt " + first + " as " + spark.sessionId());
		});
	}

	@Test
	void doesNotRebuildLostSessionWhenDisabled() {
		this.contextRunner.withUserConfiguration(Views.class)
			.withPropertyValues("sparkex.rebuild-lost-session=false")
			.run((context) -> {
				SparkSession spark = context.getBean(SparkSession.class);
				assertThat(spark.table("even").count()).isEqualTo(5);
				TestSparkServer.expire(spark);
				assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> spark.table("even").count());
				assertThat(context.getBean(Views.class).events).containsExactly("lost " + spark.sessionId());
			});
	}

	@Test
	void failsToRebuildSessionWithTemporaryView() {
		this.contextRunner.withUserConfiguration(Views.class).run((context) -> {
			SparkSession spark = context.getBean(SparkSession.class);
			spark.range(3).createOrReplaceTempView("by_hand");
			TestSparkServer.expire(spark);
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> spark.table("even").count());
			assertThat(context.getBean(Views.class).events).containsExactly("lost " + spark.sessionId(),
					"not rebuilt " + spark.sessionId());
		});
	}

	@Test
	void createsSessionsOfUsers() {
		this.contextRunner.withBean(SparkUserSupplier.class, () -> () -> "ann").run((context) -> {
			SparkSessionFactory sessions = context.getBean(SparkSessionFactory.class);
			try (SparkSession anns = sessions.newSession(); SparkSession bobs = sessions.newSession("bob")) {
				anns.range(3).createOrReplaceTempView("mine");
				assertThat(anns.table("mine").count()).isEqualTo(3);
				assertThat(bobs.catalog().tableExists("mine")).isFalse();
				assertThat(context.getBean(SparkSession.class).catalog().tableExists("mine")).isFalse();
			}
		});
	}

	@Test
	void addsTagsOfProperties() {
		ExecutionRecorder executions = new ExecutionRecorder();
		this.contextRunner.withBean(ExecutionRecorder.class, () -> executions)
			.withPropertyValues("sparkex.execution.tags=nightly,reports")
			.run((context) -> {
				context.getBean(SparkSession.class).range(1).collect();
				assertThat(executions.started).singleElement()
					.extracting(Execution::tags)
					.isEqualTo(Set.of("nightly", "reports"));
			});
	}

	/**
	 * Initializers that create views, and a recorder of session events.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Views {

		private final List<String> events = new CopyOnWriteArrayList<>();

		@Bean
		@Order(2)
		SparkSessionInitializer even() {
			return (session) -> session.table("ten").filter("id % 2 = 0").createOrReplaceTempView("even");
		}

		@Bean
		@Order(1)
		SparkSessionInitializer ten() {
			return (session) -> session.range(10).createOrReplaceTempView("ten");
		}

		@EventListener
		void lost(SparkSessionLostEvent event) {
			this.events.add("lost " + event.sessionId());
		}

		@EventListener
		void rebuilt(SparkSessionRebuiltEvent event) {
			this.events.add("rebuilt " + event.lostSessionId() + " as " + event.sessionId());
		}

		@EventListener
		void failed(SparkSessionRebuildFailedEvent event) {
			this.events.add("not rebuilt " + event.sessionId());
		}

	}

	/**
	 * Listener that records executions and their progress.
	 */
	static final class ExecutionRecorder implements ExecutionListener {

		private final CountDownLatch running = new CountDownLatch(1);

		private final List<Execution> started = new CopyOnWriteArrayList<>();

		@Override
		public void started(Execution execution) {
			this.started.add(execution);
		}

		@Override
		public void progressed(Execution execution, ExecutionProgress progress) {
			if (progress.runningTasks() > 0) {
				this.running.countDown();
			}
		}

		void await() throws InterruptedException {
			assertThat(this.running.await(60, TimeUnit.SECONDS)).isTrue();
		}

	}

}
