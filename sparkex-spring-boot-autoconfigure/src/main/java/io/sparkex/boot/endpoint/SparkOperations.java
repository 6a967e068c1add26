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
 * Remembers the queries and commands that are under way, and the last of those that are
 * over. Thread-safe.
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
	 * Remembers nothing yet.
	 * @param includePlan whether to remember plans, which have the values of queries in
	 * them
	 */
	public SparkOperations(boolean includePlan) {
		this.includePlan = includePlan;
	}

	/**
	 * What is under way.
	 * @return operations, the oldest first
	 */
	public List<SparkOperation> running() {
		return this.running.values()
			.stream()
			.map(RunningOperation::describe)
			.sorted(Comparator.comparing(SparkOperation::since))
			.toList();
	}

	/**
	 * What is over: the last 50.
	 * @return operations, the youngest first
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
		over(execution, null);
	}

	@Override
	public void failed(Execution execution, RuntimeException failure) {
		over(execution, failure);
	}

	private void over(Execution execution, @Nullable RuntimeException failure) {
		RunningOperation operation = this.running.remove(execution.operationId());
		if (operation == null) {
			return;
		}
		SparkOperation ended = operation.end(failure);
		this.lock.lock();
		try {
			this.recent.addFirst(ended);
			if (this.recent.size() > RECENT) {
				this.recent.removeLast();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

}
