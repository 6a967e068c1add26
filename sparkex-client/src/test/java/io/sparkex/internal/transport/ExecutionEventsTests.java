package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.RemoteException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ExecutionSummary;
import io.sparkex.execution.OperatorMetrics;
import io.sparkex.execution.StageProgress;
import io.sparkex.internal.proto.DataType;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.ExecutePlanResponse.ArrowBatch;
import io.sparkex.internal.proto.ExecutePlanResponse.Metrics;
import io.sparkex.internal.proto.ExecutePlanResponse.ObservedMetrics;
import io.sparkex.internal.proto.Expression.Literal;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.transport.ScriptedOperation.End;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ExecutionEvents} and the classes that publish them.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutionEventsTests {

	private static final Execution EXECUTION = new Execution("o-1", "s-1", Execution.Kind.QUERY, Set.of("nightly"));

	private final FakeServer server = new FakeServer();

	private final Recorder recorder = new Recorder();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private ExecutionEvents events() {
		return new ExecutionEvents(EXECUTION, List.of(new Thrower(), this.recorder));
	}

	private SparkConnectClient client(ExecutionListener... listeners) {
		SparkConnectClient client = this.server.client("sc://localhost", (options) -> options
			.withRetryPolicy(RetryPolicy.defaults().withBackoff(Duration.ofMillis(1), 1, Duration.ofMillis(1))));
		client.listeners().addAll(List.of(listeners));
		this.clients.add(client);
		return client;
	}

	private static ExecutePlanResponse chunk(long rows, int index, int count, int size) {
		return ExecutePlanResponse.newBuilder()
			.setArrowBatch(ArrowBatch.newBuilder()
				.setRowCount(rows)
				.setChunkIndex(index)
				.setNumChunksInBatch(count)
				.setData(ByteString.copyFrom(new byte[size])))
			.build();
	}

	private ExecutionSummary summary() {
		return Objects.requireNonNull(this.recorder.summary, "not finished");
	}

	private static void read(ResponseStream responses) {
		while (responses.next() != null) {
			Thread.onSpinWait();
		}
	}

	@Test
	void countsRowsOfChunkedBatchOnce() {
		ExecutionEvents events = events();
		events.started();
		events.received(chunk(5, 0, 3, 10));
		events.received(chunk(5, 1, 3, 20));
		events.received(chunk(5, 2, 3, 30));
		events.received(chunk(7, 0, 1, 40));
		events.received(chunk(9, 0, 0, 50));
		events.received(ExecutePlanResponse.getDefaultInstance());
		events.finished();
		assertThat(this.recorder.recorded).containsExactly("started", "received 5 10", "received 0 20", "received 0 30",
				"received 7 40", "received 9 50", "finished");
		assertThat(summary().rows()).isEqualTo(21);
		assertThat(summary().bytes()).isEqualTo(150);
		assertThat(summary().duration()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
		assertThat(summary().operators()).isEmpty();
		assertThat(summary().observed()).isEmpty();
	}

	@Test
	void reportsProgress() {
		ExecutionEvents events = events();
		events.received(ExecutePlanResponse.newBuilder()
			.setExecutionProgress(ExecutePlanResponse.ExecutionProgress.newBuilder()
				.setNumInflightTasks(3)
				.addStages(ExecutePlanResponse.ExecutionProgress.StageInfo.newBuilder()
					.setStageId(1)
					.setNumTasks(8)
					.setNumCompletedTasks(8)
					.setInputBytesRead(100)
					.setDone(true))
				.addStages(ExecutePlanResponse.ExecutionProgress.StageInfo.newBuilder()
					.setStageId(2)
					.setNumTasks(4)
					.setNumCompletedTasks(1)
					.setInputBytesRead(20)))
			.build());
		ExecutionProgress progress = Objects.requireNonNull(this.recorder.progress);
		assertThat(progress.stages()).containsExactly(new StageProgress(1, 8, 8, 100, true),
				new StageProgress(2, 4, 1, 20, false));
		assertThat(progress.runningTasks()).isEqualTo(3);
		assertThat(progress.tasks()).isEqualTo(12);
		assertThat(progress.completedTasks()).isEqualTo(9);
		assertThat(progress.bytesRead()).isEqualTo(120);
		assertThat(this.recorder.recorded).containsExactly("progressed");
	}

	@Test
	void summarizesLastMetrics() {
		ExecutionEvents events = events();
		events.received(metrics(1));
		events.received(metrics(2));
		events.finished();
		assertThat(summary().operators()).containsExactly(new OperatorMetrics("Filter", 7, 6,
				Map.of("rows", new OperatorMetrics.Metric("number of output rows", 2, "sum"))));
	}

	private static ExecutePlanResponse metrics(long value) {
		return ExecutePlanResponse.newBuilder()
			.setMetrics(Metrics.newBuilder()
				.addMetrics(Metrics.MetricObject.newBuilder()
					.setName("Filter")
					.setPlanId(7)
					.setParent(6)
					.putExecutionMetrics("rows",
							Metrics.MetricValue.newBuilder()
								.setName("number of output rows")
								.setValue(value)
								.setMetricType("sum")
								.build())))
			.build();
	}

	@Test
	void summarizesReadableObservedMetrics() {
		ExecutionEvents events = events();
		Literal count = Literal.newBuilder().setLong(3).build();
		Literal nothing = Literal.newBuilder().setNull(DataType.getDefaultInstance()).build();
		events.received(ExecutePlanResponse.newBuilder()
			.addObservedMetrics(ObservedMetrics.newBuilder()
				.setName("good")
				.addKeys("count")
				.addValues(count)
				.addKeys("most")
				.addValues(nothing))
			.addObservedMetrics(
					ObservedMetrics.newBuilder().setName("uneven").addKeys("count").addKeys("more").addValues(count))
			.addObservedMetrics(ObservedMetrics.newBuilder()
				.setName("strange")
				.addKeys("count")
				.addValues(Literal.getDefaultInstance()))
			.build());
		events.finished();
		assertThat(summary().observed()).containsOnlyKeys("good");
		assertThat(summary().observed().get("good")).hasSize(2).containsEntry("count", 3L).containsEntry("most", null);
	}

	@Test
	void reportsEndOnce() {
		ExecutionEvents events = events();
		events.failed(new IllegalStateException("first"));
		events.failed(new IllegalStateException("second"));
		events.finished();
		assertThat(this.recorder.recorded).containsExactly("failed IllegalStateException");
		ExecutionEvents others = events();
		others.finished();
		others.failed(new IllegalStateException());
		others.finished();
		assertThat(this.recorder.recorded).containsExactly("failed IllegalStateException", "finished");
	}

	@Test
	void reportsRetriesAndReattaches() {
		new ScriptedOperation(this.server, 3).then(End.UNAVAILABLE, 0).then(End.OK, 1);
		read(client(new Thrower(), this.recorder).query(Plan.getDefaultInstance(), ExecutionOptions.NONE));
		assertThat(this.recorder.recorded).startsWith("started", "retried after UNAVAILABLE: gone")
			.endsWith("finished")
			.filteredOn("reattached"::equals)
			.hasSize(2);
	}

	@Test
	void reportsExecutionToAllListeners() {
		new ScriptedOperation(this.server, 1);
		Recorder later = new Recorder();
		Recorder once = new Recorder();
		SparkConnectClient client = client(this.recorder);
		client.listeners().add(later);
		client.tags().add("nightly");
		ResponseStream responses = client.command(Plan.getDefaultInstance(),
				ExecutionOptions.NONE.withTag("export").withListener(once));
		read(responses);
		assertThat(List.of(this.recorder, later, once))
			.allSatisfy((listener) -> assertThat(listener.recorded).containsExactly("started", "finished"))
			.allSatisfy((listener) -> assertThat(listener.execution).isEqualTo(new Execution(responses.operationId(),
					client.sessionId(), Execution.Kind.COMMAND, Set.of("nightly", "export"))));
		client.listeners().remove(later);
		new ScriptedOperation(this.server, 1);
		read(client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE));
		assertThat(this.recorder.recorded).hasSize(4);
		assertThat(Objects.requireNonNull(this.recorder.execution).kind()).isEqualTo(Execution.Kind.QUERY);
		assertThat(later.recorded).hasSize(2);
		assertThat(once.recorded).hasSize(2);
	}

	@Test
	void reportsFailures() {
		new ScriptedOperation(this.server, 1).then(End.FAILURE, 0);
		ResponseStream responses = client(this.recorder).query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
		RemoteException failure = catchThrowableOfType(RemoteException.class, responses::next);
		responses.close();
		assertThat(this.recorder.recorded).containsExactly("started", "failed RemoteException");
		assertThat(this.recorder.failure).isSameAs(failure);
	}

	@Test
	void reportsClose() {
		new ScriptedOperation(this.server, 2).then(End.NEVER, 1);
		ResponseStream responses = client(this.recorder).query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
		responses.next();
		responses.close();
		responses.close();
		assertThat(this.recorder.recorded).containsExactly("started", "failed OperationCancelledException");
	}

	@Test
	void reportsTimeout() {
		new ScriptedOperation(this.server, 2).then(End.NEVER, 0);
		ResponseStream responses = client(this.recorder).query(Plan.getDefaultInstance(),
				ExecutionOptions.NONE.withTimeout(Duration.ofMillis(50)));
		assertThatExceptionOfType(OperationTimeoutException.class).isThrownBy(responses::next)
			.isInstanceOf(OperationCancelledException.class);
		assertThat(this.recorder.recorded).containsExactly("started", "failed OperationTimeoutException");
	}

	/**
	 * A listener that records each event.
	 */
	private static final class Recorder implements ExecutionListener {

		private final List<String> recorded = new CopyOnWriteArrayList<>();

		private volatile @Nullable Execution execution;

		private volatile @Nullable ExecutionProgress progress;

		private volatile @Nullable ExecutionSummary summary;

		private volatile @Nullable RuntimeException failure;

		@Override
		public void started(Execution execution) {
			this.execution = execution;
			this.recorded.add("started");
		}

		@Override
		public void progressed(Execution execution, ExecutionProgress progress) {
			this.progress = progress;
			this.recorded.add("progressed");
		}

		@Override
		public void received(Execution execution, long rows, long bytes) {
			this.recorded.add("received " + rows + " " + bytes);
		}

		@Override
		public void retried(Execution execution, Duration wait, String reason) {
			this.recorded.add("retried after " + reason);
		}

		@Override
		public void reattached(Execution execution) {
			this.recorded.add("reattached");
		}

		@Override
		public void finished(Execution execution, ExecutionSummary summary) {
			this.summary = summary;
			this.recorded.add("finished");
		}

		@Override
		public void failed(Execution execution, RuntimeException failure) {
			this.failure = failure;
			this.recorded.add("failed " + failure.getClass().getSimpleName());
		}

	}

	/**
	 * A listener that throws from each method.
	 */
	private static final class Thrower implements ExecutionListener {

		@Override
		public void started(Execution execution) {
			throw new IllegalStateException("started");
		}

		@Override
		public void progressed(Execution execution, ExecutionProgress progress) {
			throw new IllegalStateException("progressed");
		}

		@Override
		public void received(Execution execution, long rows, long bytes) {
			throw new IllegalStateException("received");
		}

		@Override
		public void retried(Execution execution, Duration wait, String reason) {
			throw new IllegalStateException("retried");
		}

		@Override
		public void reattached(Execution execution) {
			throw new IllegalStateException("reattached");
		}

		@Override
		public void finished(Execution execution, ExecutionSummary summary) {
			throw new IllegalStateException("finished");
		}

		@Override
		public void failed(Execution execution, RuntimeException failure) {
			throw new IllegalStateException("failed");
		}

	}

}
