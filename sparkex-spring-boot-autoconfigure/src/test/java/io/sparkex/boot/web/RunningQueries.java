package io.sparkex.boot.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

import io.sparkex.SparkSessionBuilder;
import io.sparkex.SparkSession;
import io.sparkex.boot.autoconfigure.SparkSessionBuilderCustomizer;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.OperationState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Knows the operations that the application has started, and asks the server for their
 * state.
 */
@Component
class RunningQueries implements SparkSessionBuilderCustomizer, ExecutionListener {

	/**
	 * For a machine that has other things to do: it is less than two seconds else.
	 */
	private static final Duration BOUND = Duration.ofSeconds(30);

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

	void forget() {
		this.started.clear();
		this.cancelled.clear();
	}

	List<String> started() {
		return List.copyOf(this.started);
	}

	String awaitStarted() throws InterruptedException {
		String operation = this.started.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
		assertThat(operation).as("an operation in time").isNotNull();
		return operation;
	}

	void awaitRunning(SparkSession spark, String operation) {
		long begin = System.nanoTime();
		while (spark.operationStates().get(operation) != OperationState.RUNNING) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("until it runs").isLessThan(BOUND);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/**
	 * Waits until the application has stopped so many operations whose results it did not
	 * read to the end.
	 */
	void awaitCancelled(int count) {
		long begin = System.nanoTime();
		while (this.cancelled.size() < count) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("until %d are cancelled", count)
				.isLessThan(BOUND);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/**
	 * Waits until the server runs an operation no more.
	 * @return how long that took
	 */
	Duration awaitOver(SparkSession spark, String operation) {
		long begin = System.nanoTime();
		while (isActive(spark, operation)) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("it is %s", spark.operationStates())
				.isLessThan(BOUND);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private static boolean isActive(SparkSession spark, String operation) {
		OperationState state = spark.operationStates().get(operation);
		return state == OperationState.RUNNING || state == OperationState.TERMINATING;
	}

}
