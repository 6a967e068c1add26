package io.sparkex;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ExecutionSummary;
import io.sparkex.execution.OperationState;
import io.sparkex.execution.ProgressBar;
import io.sparkex.execution.ProgressHandler;

import static io.sparkex.Functions.count;
import static io.sparkex.Functions.lit;
import static io.sparkex.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for interrupts, timeouts and listeners on a server whose operations are
 * observable.
 */
class ExecutionControlIntegrationTests {

	private static final Logger logger = LoggerFactory.getLogger(ExecutionControlIntegrationTests.class);

	/**
	 * Generous for slow machines; usually takes less than two seconds.
	 */
	private static final Duration BOUND = Duration.ofSeconds(20);

	private final Recorder recorder = new Recorder();

	private SparkSession spark;

	/**
	 * Queries the states of operations from another session, which Spark 4.2 supports.
	 */
	@BeforeEach
	void open() {
		this.spark = SparkSession.builder().url(TestServer.get("4.2.0").url()).executionListener(this.recorder).build();
	}

	@AfterEach
	void close() {
		this.spark.close();
	}

	/**
	 * Runs for a quarter of an hour unless stopped, as many short tasks.
	 */
	private DataFrame endless() {
		return this.spark.range(0, 2_000_000_000L, 1, 400)
			.selectExpr("id", "java_method('java.lang.Thread', 'sleep', 0L) AS slept", "sha2(string(id), 512) AS h")
			.filter("slept IS NOT NULL OR length(h) > 1");
	}

	private String awaitRunning() {
		String operation = this.recorder.awaitStarted();
		long begin = System.nanoTime();
		while (this.recorder.progress.get() == 0) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("in time").isLessThan(BOUND.multipliedBy(3));
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		assertThat(this.spark.operationStates(List.of(operation))).containsEntry(operation, OperationState.RUNNING);
		return operation;
	}

	/**
	 * Verifies that the operation ends in time on the server.
	 */
	private void assertStopped(String operation, CompletableFuture<?> query) {
		long begin = System.nanoTime();
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> query.orTimeout(30, TimeUnit.SECONDS).join())
			.havingCause()
			.isInstanceOf(OperationCancelledException.class);
		assertOver(operation, begin);
	}

	private void assertOver(String operation, long begin) {
		while (isActive(operation)) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("it is %s", this.spark.operationStates())
				.isLessThan(BOUND);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		logger.info("The operation was over {} ms after it was to be stopped",
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
	}

	private boolean isActive(String operation) {
		OperationState state = this.spark.operationStates().get(operation);
		return state == OperationState.RUNNING || state == OperationState.TERMINATING;
	}

	@Test
	void interruptsCollectFromAnotherThread() {
		CompletableFuture<?> query = CompletableFuture.supplyAsync(() -> endless().agg(sum("id")).collect());
		String operation = awaitRunning();
		assertThat(this.spark.interruptOperation(operation)).containsExactly(operation);
		assertStopped(operation, query);
	}

	@Test
	void interruptsStreamFromAnotherThread() {
		CompletableFuture<?> query = CompletableFuture.runAsync(() -> {
			try (Stream<Row> rows = endless().withTag("endless").stream()) {
				rows.forEach((row) -> {
				});
			}
		});
		String operation = awaitRunning();
		assertThat(this.spark.interruptTag("other")).isEmpty();
		assertThat(this.spark.interruptTag("endless")).containsExactly(operation);
		assertStopped(operation, query);
	}

	@Test
	void stopsAbandonedStream() {
		String operation = readOneRow();
		long begin = System.nanoTime();
		while (isActive(operation)) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
			System.gc();
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/**
	 * In a separate method, so that no reference to the stream stays on the stack.
	 */
	private String readOneRow() {
		// In small batches, since the server buffers unread ones.
		Iterator<Row> rows = this.spark.range(0, 2_000_000_000L, 1, 20_000)
			.filter("length(sha2(string(id), 512)) > 1")
			.stream()
			.iterator();
		assertThat(rows.next().getLong(0)).isNotNegative();
		String operation = this.recorder.awaitStarted();
		assertThat(isActive(operation)).isTrue();
		return operation;
	}

	@Test
	void interruptsWriteFromAnotherThread(@TempDir Path folder) {
		CompletableFuture<?> query = CompletableFuture
			.runAsync(() -> endless().write().mode(SaveMode.Append).parquet(folder.resolve("endless").toString()));
		String operation = awaitRunning();
		assertThat(this.spark.interruptAll()).containsExactly(operation);
		assertStopped(operation, query);
	}

	@Test
	void stopsQueryOfInterruptedThread() throws Exception {
		CompletableFuture<Object> failure = new CompletableFuture<>();
		Thread reader = new Thread(() -> {
			try {
				failure.complete(endless().agg(sum("id")).collect());
			}
			catch (RuntimeException ex) {
				failure.complete(ex);
			}
		});
		reader.start();
		String operation = awaitRunning();
		long begin = System.nanoTime();
		reader.interrupt();
		assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(OperationCancelledException.class);
		assertOver(operation, begin);
	}

	@Test
	void stopsQueryOfCancelledFuture() {
		CompletableFuture<List<Row>> future = endless().agg(sum("id")).collectAsync();
		String operation = awaitRunning();
		long begin = System.nanoTime();
		future.cancel(false);
		assertOver(operation, begin);
	}

	@Test
	void stopsQueryAfterTimeout(@TempDir Path folder) {
		Duration timeout = Duration.ofSeconds(1);
		assertThatExceptionOfType(OperationTimeoutException.class)
			.isThrownBy(endless().withTimeout(timeout).agg(sum("id"))::collect)
			.satisfies((ex) -> assertOver(String.valueOf(ex.operationId()), System.nanoTime()));
		assertThatExceptionOfType(OperationTimeoutException.class)
			.isThrownBy(() -> endless().withTimeout(timeout).write().parquet(folder.resolve("late").toString()))
			.satisfies((ex) -> assertOver(String.valueOf(ex.operationId()), System.nanoTime()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.spark.range(1).withTimeout(Duration.ZERO));
		assertThat(this.spark.range(5).withTimeout(Duration.ofMinutes(1)).count()).isEqualTo(5);
	}

	@Test
	void stopsUnreadQueryAfterTimeout() {
		DataFrame small = this.spark.range(0, 2_000_000_000L, 1, 20_000).selectExpr("sha2(string(id), 512) AS h");
		try (Stream<Row> rows = small.withTimeout(Duration.ofSeconds(10)).stream()) {
			rows.iterator().next();
			String operation = this.recorder.awaitStarted();
			long begin = System.nanoTime();
			while (isActive(operation)) {
				assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND.plus(Duration.ofSeconds(10)));
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
		}
	}

	@Test
	void sendsTagsOfSessionAndDataFrame() {
		this.spark.addTag("nightly");
		DataFrame tagged = this.spark.range(3).withTag("report").filter("id > 0");
		assertThat(tagged.as(Long.class).withTag("typed").collect()).containsExactly(1L, 2L);
		assertThat(this.recorder.started.get(0).tags()).containsExactlyInAnyOrder("nightly", "report", "typed");
		tagged.createOrReplaceTempView("tagged");
		assertThat(this.recorder.started.get(1).tags()).containsExactlyInAnyOrder("nightly", "report");
		assertThat(this.recorder.started.get(1).kind()).isEqualTo(Execution.Kind.COMMAND);
		assertThatIllegalArgumentException().isThrownBy(() -> tagged.withTag("a,b"));
	}

	@Test
	void reportsProgressAndMetrics() {
		ByteArrayOutputStream terminal = new ByteArrayOutputStream();
		List<ExecutionProgress> progress = new CopyOnWriteArrayList<>();
		ProgressHandler handler = (execution, news) -> progress.add(news);
		this.spark.registerProgressHandler(handler);
		this.spark.addExecutionListener(ProgressBar.on(new PrintStream(terminal, true, StandardCharsets.UTF_8)));
		Observation observation = new Observation("seen");
		DataFrame slow = this.spark.range(0, 40, 1, 40)
			.selectExpr("id", "java_method('java.lang.Thread', 'sleep', 150L) AS slept")
			.filter("slept IS NULL OR id >= 0")
			.observe(observation, count(lit(1)).as("rows"));
		assertThat(slow.collect()).hasSize(40);
		assertThat(progress).isNotEmpty()
			.allSatisfy((news) -> assertThat(news.completedTasks()).isLessThanOrEqualTo(news.tasks()));
		assertThat(progress).anySatisfy((news) -> assertThat(news.tasks()).isGreaterThanOrEqualTo(40));
		assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("tasks").endsWith("\r");
		ExecutionSummary summary = this.recorder.awaitSummary();
		assertThat(summary.rows()).isEqualTo(40);
		assertThat(summary.bytes()).isPositive();
		assertThat(summary.duration()).isGreaterThan(Duration.ofSeconds(1));
		assertThat(summary.operators()).isNotEmpty();
		assertThat(summary.operators()).anySatisfy((operator) -> assertThat(operator.metrics().values())
			.anySatisfy((metric) -> assertThat(metric.value()).isEqualTo(40)));
		assertThat(summary.observed()).containsEntry("seen", Map.of("rows", 40L));
		assertThat(observation.get()).containsEntry("rows", 40L);
		this.spark.removeProgressHandler(handler);
		int told = progress.size();
		slow.collect();
		assertThat(progress).hasSize(told);
	}

	@Test
	void returnsOperationStates() {
		assertThat(this.spark.operationStates()).isEmpty();
		String unknown = "00000000-0000-0000-0000-000000000001";
		assertThat(this.spark.operationStates(List.of(unknown))).containsEntry(unknown, OperationState.UNKNOWN);
	}

	@Test
	void reportsRequiredVersionOfOperationStates() {
		TestServer.assumeSupported("4.0.1");
		try (SparkSession older = TestServer.session("4.1.2")) {
			assertThatExceptionOfType(UnsupportedException.class).isThrownBy(older::operationStates)
				.withMessageContaining("4.2.0");
		}
	}

	/**
	 * Listener that records all events.
	 */
	private static final class Recorder implements ExecutionListener {

		private final List<Execution> started = new CopyOnWriteArrayList<>();

		private final BlockingQueue<String> operations = new LinkedBlockingQueue<>();

		private final BlockingQueue<ExecutionSummary> summaries = new LinkedBlockingQueue<>();

		private final AtomicInteger progress = new AtomicInteger();

		@Override
		public void started(Execution execution) {
			this.started.add(execution);
			this.operations.add(execution.operationId());
		}

		@Override
		public void progressed(Execution execution, ExecutionProgress news) {
			if (news.runningTasks() > 0) {
				this.progress.incrementAndGet();
			}
		}

		@Override
		public void finished(Execution execution, ExecutionSummary summary) {
			this.summaries.add(summary);
		}

		String awaitStarted() {
			return take(this.operations);
		}

		ExecutionSummary awaitSummary() {
			return take(this.summaries);
		}

		private static <T> T take(BlockingQueue<T> queue) {
			try {
				T next = queue.poll(30, TimeUnit.SECONDS);
				assertThat(next).as("in time").isNotNull();
				return next;
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
