package io.sparkex.boot.endpoint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.execution.ExecutionSummary;

/**
 * {@link ExecutionListener} that tracks running operations and the last completed ones.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SparkOperations implements ExecutionListener {

	private static final int RECENT = 50;

	private final boolean includePlan;

	private final Map<String, RunningOperation> running = new ConcurrentHashMap<>();

	private final Deque<SparkOperation> recent = new ArrayDeque<>();

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Creates a listener.
	 * @param includePlan whether to keep plans, which contain the parameter values of
	 * queries
	 */
	public SparkOperations(boolean includePlan) {
		this.includePlan = includePlan;
	}

	/**
	 * Returns the running operations.
	 * @return the operations, oldest first
	 */
	public List<SparkOperation> running() {
		return this.running.values()
			.stream()
			.map(RunningOperation::describe)
			.sorted(Comparator.comparing(SparkOperation::since))
			.toList();
	}

	/**
	 * Returns the last 50 completed operations.
	 * @return the operations, newest first
	 */
	public List<SparkOperation> recent() {
		this.lock.lock();
		try {
			return new ArrayList<>(this.recent);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void preparing(ExecutionRequest request) {
		this.running.put(request.operationId(),
				new RunningOperation(request, this.includePlan ? request.planText() : null));
	}

	@Override
	public void started(Execution execution) {
		on(execution, (operation) -> operation.started(execution));
	}

	@Override
	public void progressed(Execution execution, ExecutionProgress progress) {
		on(execution, (operation) -> operation.progressed(progress));
	}

	@Override
	public void received(Execution execution, long rows, long bytes) {
		on(execution, (operation) -> operation.received(rows, bytes));
	}

	@Override
	public void retried(Execution execution, Duration wait, String reason) {
		on(execution, RunningOperation::retried);
	}

	@Override
	public void reattached(Execution execution) {
		on(execution, RunningOperation::reattached);
	}

	private void on(Execution execution, Consumer<RunningOperation> event) {
		RunningOperation operation = this.running.get(execution.operationId());
		if (operation != null) {
			event.accept(operation);
		}
	}

	@Override
	public void finished(Execution execution, ExecutionSummary summary) {
		complete(execution, null);
	}

	@Override
	public void failed(Execution execution, RuntimeException failure) {
		complete(execution, failure);
	}

	private void complete(Execution execution, @Nullable RuntimeException failure) {
		RunningOperation operation = this.running.remove(execution.operationId());
		if (operation == null) {
			return;
		}
		SparkOperation completed = operation.end(failure);
		this.lock.lock();
		try {
			this.recent.addFirst(completed);
			if (this.recent.size() > RECENT) {
				this.recent.removeLast();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
