package io.sparkex;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ExecutionSummary;
import io.sparkex.execution.OperationState;
import io.sparkex.execution.OperatorMetrics;
import io.sparkex.execution.ProgressBar;

import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.max;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the code of docs/cancel-and-progress.md.
 * {@link ExecutionControlIntegrationTests} verifies that operations stop on the server.
 */
class InterruptingPageIntegrationTests {

	private static final String URL = TestServer.get("4.2.0").url();

	/**
	 * Runs for some minutes unless stopped, and returns rows from the start.
	 */
	private static final String REPORT = "SELECT id, java_method('java.lang.Thread', 'sleep', 20L) AS slept"
			+ " FROM range(0, 40000, 1, 4000)";

	private static final String SHORT_REPORT = REPORT.replace("40000, 1, 4000", "200, 1, 40");

	private static final String QUERY = "SELECT id, 10.5D + id AS fare FROM range(3)";

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final List<String> lines = new CopyOnWriteArrayList<>();

	private static final Watch watch = new Watch();

	private static SparkSession spark;

	@BeforeAll
	static void open() {
		spark = SparkSession.builder().url(URL).executionListener(watch).build();
		spark.sql(SHORT_REPORT).collect();
	}

	@AfterAll
	static void close() {
		spark.close();
	}

	@BeforeEach
	void forget() {
		lines.clear();
		watch.forget();
	}

	@Test
	void interruptsOperationsByTag() {
		DataFrame report = spark.sql(REPORT).withTag("report");
		CompletableFuture<List<Row>> rows = report.collectAsync();
		String operation = watch.awaitRunning();
		Map<String, OperationState> states = spark.operationStates();
		boolean runs = states.containsValue(OperationState.RUNNING);
		assertThat(runs).isTrue();
		List<String> stopped = spark.interruptTag("report");
		assertThat(stopped).containsExactly(operation);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(rows::join)
			.withCauseInstanceOf(OperationCancelledException.class);
		assertThat(watch.awaitStopped()).isEqualTo(operation);
	}

	@Test
	void addsTagsToSession(@TempDir Path folder) {
		String target = folder.resolve("rides").toString();
		spark.addTag("nightly");
		spark.sql(QUERY).withTag("report").write().mode(SaveMode.Overwrite).parquet(target);
		spark.removeTag("nightly");
		assertThat(watch.tags).containsExactly(Set.of("nightly", "report"));
		spark.sql(QUERY).withTag("left").join(spark.sql(QUERY).withTag("right"), "id").collect();
		assertThat(watch.tags).last().isEqualTo(Set.of("left"));
	}

	@Test
	@SuppressWarnings("unused")
	void stopsQueryAfterTimeout() {
		List<@Nullable String> late = new ArrayList<>();
		try {
			List<Row> rows = spark.sql(REPORT).withTimeout(LIMIT).collect();
		}
		catch (OperationTimeoutException ex) {
			late.add(ex.operationId());
		}
		assertThat(late).containsExactly(watch.awaitStopped());
	}

	@Test
	void stopsAbandonedQuery() {
		CompletableFuture<List<Row>> rows = spark.sql(REPORT).collectAsync();
		String operation = watch.awaitRunning();
		rows.cancel(false);
		assertThat(watch.awaitStopped()).isEqualTo(operation);
	}

	@Test
	@SuppressWarnings("unused")
	void stopsQueryWhenStreamIsClosed() {
		try (Stream<Row> rows = spark.sql(REPORT).stream()) {
			Row first = rows.findFirst().orElseThrow();
		}
		assertThat(watch.operations).containsExactly(watch.awaitStopped());
	}

	@Test
	void notifiesListeners() {
		Journal journal = new Journal();
		SparkSession spark = SparkSession.builder().url(URL).executionListener(journal).build();
		try (spark; SparkSession other = spark.newSession()) {
			other.sql(QUERY).withTag("report").collect();
			spark.sql(QUERY).schema();
			assertThat(lines).hasSize(2).first().isEqualTo("started QUERY [report]");
			assertThat(lines.get(1)).startsWith("finished, 3 rows, ");
			try (Stream<Row> rows = spark.sql(REPORT).stream()) {
				assertThat(rows.findFirst()).isPresent();
			}
			assertThat(lines).hasSize(4);
			assertThat(lines.get(3)).startsWith("failed: ").contains("closed before");
		}
	}

	@Test
	void reportsProgress() {
		AtomicReference<@Nullable String> status = new AtomicReference<>();
		try (SparkSession spark = SparkSession.builder().url(URL).build()) {
			spark.registerProgressHandler(
					(execution, progress) -> status.set(progress.completedTasks() + " of " + progress.tasks()));
			spark.addExecutionListener(ProgressBar.on(System.err));
			assertThat(spark.sql(SHORT_REPORT).collect()).hasSize(200);
		}
		assertThat(status.get()).contains(" of ");
	}

	@Test
	void reportsMetrics() {
		spark.sql(QUERY)
			.observe("rides", count(lit(1)).as("read"), max("fare").as("dearest"))
			.filter("fare > 11")
			.withListener(new ExecutionListener() {

				@Override
				public void finished(Execution execution, ExecutionSummary summary) {
					lines.add(OperatorMetrics.describe(summary.operators()));
					lines.add(summary.duration() + " " + summary.observed().get("rides"));
				}

			})
			.collect();
		assertThat(lines).hasSize(2);
		assertThat(lines.get(0)).contains("number of output rows: 3");
		assertThat(lines.get(1)).endsWith("{read=3, dearest=12.5}");
	}

	static class Journal implements ExecutionListener {

		@Override
		public void started(Execution execution) {
			lines.add("started " + execution.kind() + " " + execution.tags());
		}

		@Override
		public void finished(Execution execution, ExecutionSummary summary) {
			lines.add("finished, " + summary.rows() + " rows, " + summary.bytes() + " bytes");
		}

		@Override
		public void failed(Execution execution, RuntimeException failure) {
			lines.add("failed: " + failure.getMessage());
		}

	}

	/**
	 * Listener that records which operations have started and completed tasks. An
	 * operation that is interrupted while it is submitted may continue.
	 */
	private static final class Watch implements ExecutionListener {

		private final List<String> operations = new CopyOnWriteArrayList<>();

		private final List<Set<String>> tags = new CopyOnWriteArrayList<>();

		private final Set<String> known = ConcurrentHashMap.newKeySet();

		private final BlockingQueue<String> running = new LinkedBlockingQueue<>();

		private final BlockingQueue<String> stopped = new LinkedBlockingQueue<>();

		@Override
		public void started(Execution execution) {
			this.operations.add(execution.operationId());
			this.tags.add(execution.tags());
		}

		@Override
		public void progressed(Execution execution, ExecutionProgress progress) {
			if (progress.completedTasks() > 0 && this.known.add(execution.operationId())) {
				this.running.add(execution.operationId());
			}
		}

		@Override
		public void failed(Execution execution, RuntimeException failure) {
			if (failure instanceof OperationCancelledException) {
				this.stopped.add(execution.operationId());
			}
		}

		void forget() {
			this.operations.clear();
			this.tags.clear();
			this.running.clear();
			this.stopped.clear();
		}

		String awaitRunning() {
			return await(this.running);
		}

		String awaitStopped() {
			return await(this.stopped);
		}

		private static String await(BlockingQueue<String> operations) {
			try {
				String operation = operations.poll(60, TimeUnit.SECONDS);
				assertThat(operation).as("in time").isNotNull();
				return operation;
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
