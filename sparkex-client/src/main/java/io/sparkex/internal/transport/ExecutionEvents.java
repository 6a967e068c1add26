package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ExecutionSummary;
import io.sparkex.execution.OperatorMetrics;
import io.sparkex.execution.StageProgress;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.protocol.LiteralDecoder;

/**
 * Notifier of the listeners of one execution, once per event, and not after its end. All
 * methods except the one for a closed execution are called by the reader.
 */
final class ExecutionEvents {

	private static final Logger logger = LoggerFactory.getLogger(ExecutionEvents.class);

	private final Execution execution;

	private final List<ExecutionListener> listeners;

	private final long begin = System.nanoTime();

	private final List<OperatorMetrics> operators = new ArrayList<>();

	private final Map<String, Map<String, @Nullable Object>> observed = new LinkedHashMap<>();

	private long rows;

	private long bytes;

	private final AtomicBoolean over = new AtomicBoolean();

	ExecutionEvents(Execution execution, List<ExecutionListener> listeners) {
		this.execution = execution;
		this.listeners = listeners;
	}

	/**
	 * Lets listeners add tags and headers to a request.
	 */
	static void prepare(OutgoingExecution outgoing, List<ExecutionListener> listeners) {
		notifyListeners(outgoing.operationId(), listeners, (listener) -> listener.preparing(outgoing));
	}

	Execution.Kind kind() {
		return this.execution.kind();
	}

	void started() {
		notifyUnlessEnded((listener) -> listener.started(this.execution));
	}

	void received(ExecutePlanResponse response) {
		if (this.listeners.isEmpty() || this.over.get()) {
			return;
		}
		if (response.hasMetrics()) {
			this.operators.clear();
			response.getMetrics().getMetricsList().forEach((metrics) -> this.operators.add(operator(metrics)));
		}
		response.getObservedMetricsList().forEach(this::observe);
		if (response.hasExecutionProgress()) {
			ExecutionProgress progress = progress(response.getExecutionProgress());
			notifyListeners((listener) -> listener.progressed(this.execution, progress));
		}
		if (response.hasArrowBatch()) {
			// Each chunk of a batch repeats the row count of the batch.
			ExecutePlanResponse.ArrowBatch batch = response.getArrowBatch();
			long arrived = (batch.getChunkIndex() == 0) ? batch.getRowCount() : 0;
			long size = batch.getData().size();
			this.rows += arrived;
			this.bytes += size;
			notifyListeners((listener) -> listener.received(this.execution, arrived, size));
		}
	}

	private void observe(ExecutePlanResponse.ObservedMetrics metrics) {
		if (metrics.getErrorsCount() > 0 || metrics.getKeysCount() != metrics.getValuesCount()) {
			return;
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		try {
			for (int i = 0; i < metrics.getKeysCount(); i++) {
				values.put(metrics.getKeys(i), LiteralDecoder.decode(metrics.getValues(i)));
			}
		}
		catch (RuntimeException ex) {
			// The result itself may be intact.
			logger.debug("The observed metrics '{}' cannot be read", metrics.getName(), ex);
			return;
		}
		this.observed.put(metrics.getName(), values);
	}

	private static OperatorMetrics operator(ExecutePlanResponse.Metrics.MetricObject operator) {
		Map<String, OperatorMetrics.Metric> metrics = new LinkedHashMap<>();
		operator.getExecutionMetricsMap()
			.forEach((key, metric) -> metrics.put(key,
					new OperatorMetrics.Metric(metric.getName(), metric.getValue(), metric.getMetricType())));
		return new OperatorMetrics(operator.getName(), operator.getPlanId(), operator.getParent(), metrics);
	}

	private static ExecutionProgress progress(ExecutePlanResponse.ExecutionProgress progress) {
		List<StageProgress> stages = progress.getStagesList()
			.stream()
			.map((stage) -> new StageProgress(stage.getStageId(), stage.getNumTasks(), stage.getNumCompletedTasks(),
					stage.getInputBytesRead(), stage.getDone()))
			.toList();
		return new ExecutionProgress(stages, progress.getNumInflightTasks());
	}

	void retried(Duration wait, String reason) {
		logger.debug("The operation {} lost its connection and resumes in {}: {}", this.execution.operationId(), wait,
				reason);
		notifyUnlessEnded((listener) -> listener.retried(this.execution, wait, reason));
	}

	void reattached() {
		notifyUnlessEnded((listener) -> listener.reattached(this.execution));
	}

	void finished() {
		if (this.over.compareAndSet(false, true)) {
			ExecutionSummary summary = new ExecutionSummary(Duration.ofNanos(System.nanoTime() - this.begin), this.rows,
					this.bytes, this.operators, this.observed);
			notifyListeners((listener) -> listener.finished(this.execution, summary));
		}
	}

	void failed(RuntimeException failure) {
		if (this.over.compareAndSet(false, true)) {
			notifyListeners((listener) -> listener.failed(this.execution, failure));
		}
	}

	private void notifyUnlessEnded(Consumer<ExecutionListener> event) {
		if (!this.over.get()) {
			notifyListeners(event);
		}
	}

	private void notifyListeners(Consumer<ExecutionListener> event) {
		notifyListeners(this.execution.operationId(), this.listeners, event);
	}

	private static void notifyListeners(String operationId, List<ExecutionListener> listeners,
			Consumer<ExecutionListener> event) {
		for (ExecutionListener listener : listeners) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException | AssertionError ex) {
				logger.warn("A listener failed on an event of the operation {}", operationId, ex);
			}
		}
	}

}
