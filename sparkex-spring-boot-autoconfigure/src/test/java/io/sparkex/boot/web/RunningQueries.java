package io.sparkex.boot.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

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
 * Knows the operations that the application has started, and asks the server for their
 * state.
 */
@Component
class RunningQueries implements SparkSessionBuilderCustomizer, ExecutionListener {

	/**
	 * For a machine that has other things to do.
	 */
	private static final Duration BOUND = Duration.ofSeconds(30);

	/**
	 * How long a query may go on for nobody. It is a tenth of a second on a machine that
	 * does nothing else.
	 */
	private static final Duration PROMPTLY = Duration.ofSeconds(2);

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
	 * Waits until the server says that it has stopped an operation, which has to be soon
	 * and before the operation has run to its end.
	 * @return how long that took
	 */
	Duration awaitStopped(SparkSession spark, String operation) {
		long begin = System.nanoTime();
		OperationState state = state(spark, operation);
		while (state == OperationState.RUNNING || state == OperationState.TERMINATING) {
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("until it is not %s", state).isLessThan(BOUND);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			state = state(spark, operation);
		}
		Duration time = Duration.ofNanos(System.nanoTime() - begin);
		assertThat(state).isEqualTo(OperationState.CANCELLED);
		assertThat(time).as("until the server had stopped it").isLessThan(PROMPTLY);
		return time;
	}

	private static OperationState state(SparkSession spark, String operation) {
		return spark.operationStates(List.of(operation)).getOrDefault(operation, OperationState.UNKNOWN);
	}

}
