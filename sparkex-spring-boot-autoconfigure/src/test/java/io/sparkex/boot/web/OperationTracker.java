package io.sparkex.boot.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import io.sparkex.SparkSession;
import io.sparkex.SparkSessionBuilder;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.OperationState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listener that tracks the operations of the application, and polls their state on the
 * server.
 */
@Component
class OperationTracker implements SparkSessionBuilderCustomizer, ExecutionListener {

	/**
	 * Generous, for a machine under load.
	 */
	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	/**
	 * Maximum time from the disconnect of a client until the query is cancelled. It takes
	 * a tenth of a second on an idle machine.
	 */
	private static final Duration CANCELLATION_LIMIT = Duration.ofSeconds(2);

	private static final Set<OperationState> ACTIVE = Set.of(OperationState.RUNNING, OperationState.TERMINATING);

	private final BlockingQueue<String> started = new LinkedBlockingQueue<>();

	private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

	@Override
	public void customize(SparkSessionBuilder builder) {
		builder.executionListener(this);
	}

	@Override
	public void started(Execution execution) {
		this.started.add(execution.operationId());
	}

	@Override
	public void failed(Execution execution, RuntimeException failure) {
		if (failure instanceof OperationCancelledException) {
			this.cancelled.add(execution.operationId());
		}
	}

	void reset() {
		this.started.clear();
		this.cancelled.clear();
	}

	List<String> started() {
		return List.copyOf(this.started);
	}

	String awaitStarted() throws InterruptedException {
		String operation = this.started.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
		assertThat(operation).as("started operation").isNotNull();
		return operation;
	}

	void awaitRunning(SparkSession spark, String operation) {
		await("running", () -> spark.operationStates().get(operation) == OperationState.RUNNING);
	}

	/**
	 * Waits until the application has cancelled a number of operations.
	 */
	void awaitCancelled(int count) {
		await("%d cancelled operations".formatted(count), () -> this.cancelled.size() >= count);
	}

	/**
	 * Waits until the application has cancelled an operation and the server does not run
	 * it anymore. The event of the application is the evidence of the cancellation, since
	 * the server may already have forgotten the operation.
	 * @return the time until the operation ended
	 */
	Duration awaitCancelled(SparkSession spark, String operation) {
		long start = System.nanoTime();
		await("inactive", () -> !ACTIVE.contains(state(spark, operation)));
		await("cancelled", () -> this.cancelled.contains(operation));
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		assertThat(state(spark, operation)).isIn(OperationState.CANCELLED, OperationState.UNKNOWN);
		assertThat(time).as("time until the cancellation").isLessThan(CANCELLATION_LIMIT);
		return time;
	}

	private static OperationState state(SparkSession spark, String operation) {
		return spark.operationStates(List.of(operation)).getOrDefault(operation, OperationState.UNKNOWN);
	}

	private static void await(String description, BooleanSupplier condition) {
		long start = System.nanoTime();
		while (!condition.getAsBoolean()) {
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as(description).isLessThan(TIMEOUT);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

}
