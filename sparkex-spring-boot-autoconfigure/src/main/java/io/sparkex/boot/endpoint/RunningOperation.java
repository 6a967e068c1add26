package io.sparkex.boot.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.RemoteException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionProgress;
import io.sparkex.execution.ExecutionRequest;

/**
 * State of a running operation. Thread-safe.
 */
final class RunningOperation {

	private static final String SUCCEEDED = "succeeded";

	private final String operationId;

	private final String sessionId;

	private final Execution.Kind kind;

	private final @Nullable String plan;

	private final Instant since = Instant.now();

	private final long begin = System.nanoTime();

	private final AtomicLong rows = new AtomicLong();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong retries = new AtomicLong();

	private final AtomicLong reattaches = new AtomicLong();

	private volatile Set<String> tags;

	private volatile @Nullable ExecutionProgress progress;

	RunningOperation(ExecutionRequest request, @Nullable String plan) {
		this.operationId = request.operationId();
		this.sessionId = request.sessionId();
		this.kind = request.kind();
		this.tags = request.tags();
		this.plan = plan;
	}

	void started(Execution execution) {
		this.tags = execution.tags();
	}

	void progressed(ExecutionProgress progress) {
		this.progress = progress;
	}

	void received(long rows, long bytes) {
		this.rows.addAndGet(rows);
		this.bytes.addAndGet(bytes);
	}

	void retried() {
		this.retries.incrementAndGet();
	}

	void reattached() {
		this.reattaches.incrementAndGet();
	}

	SparkOperation describe() {
		return describe("running", null);
	}

	SparkOperation end(@Nullable RuntimeException failure) {
		if (failure == null) {
			return describe(SUCCEEDED, null);
		}
		return describe((failure instanceof OperationCancelledException) ? "cancelled" : "failed", error(failure));
	}

	private static String error(RuntimeException failure) {
		String errorClass = (failure instanceof RemoteException remote) ? remote.errorClass() : null;
		return (errorClass != null) ? errorClass : failure.getClass().getSimpleName();
	}

	private SparkOperation describe(String state, @Nullable String error) {
		ExecutionProgress progress = this.progress;
		// The last progress message of a successful operation arrives before its end.
		long tasks = (progress != null) ? progress.tasks() : 0;
		return new SparkOperation(this.operationId, this.sessionId, this.kind, this.tags, this.since,
				Duration.ofNanos(System.nanoTime() - this.begin), state, error, this.rows.get(), this.bytes.get(),
				tasks, state.equals(SUCCEEDED) ? tasks : completed(progress), this.retries.get(), this.reattaches.get(),
				this.plan);
	}

	private static long completed(@Nullable ExecutionProgress progress) {
		return (progress != null) ? progress.completedTasks() : 0;
	}

}
