package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.execution.ExecutionRequest;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;
import io.sparkex.internal.transport.ScriptedOperation.End;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for clients that wait for running operations and reject new ones.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DrainTests {

	private final FakeServer server = new FakeServer();

	private final SparkConnectClient client = this.server.client("sc://localhost", UnaryOperator.identity());

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	private ResponseStream query() {
		return this.client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	private static void read(ResponseStream responses) {
		while (responses.next() != null) {
			Thread.onSpinWait();
		}
	}

	@Test
	void drainsAtOnceIfNothingRuns() {
		assertThat(this.client.drain(Duration.ZERO)).isTrue();
	}

	@Test
	void waitsForRunningOperationsAndRejectsNewOnes() throws Exception {
		new ScriptedOperation(this.server, 3);
		ResponseStream running = query();
		assertThat(running.next()).isNotNull();
		assertThat(this.client.drain(Duration.ZERO)).isFalse();
		assertThatIllegalStateException().isThrownBy(this::query).withMessageContaining("shutting down");
		FutureTask<Boolean> drain = new FutureTask<>(() -> this.client.drain(Duration.ofSeconds(20)));
		new Thread(drain).start();
		assertThat(this.client.analyze(AnalyzeEncoder.sparkVersion()).getSparkVersion().getVersion())
			.as("questions, which what runs may have")
			.isEqualTo("4.1.2");
		assertThat(drain.isDone()).isFalse();
		read(running);
		assertThat(drain.get(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.server.executions).hasSize(1);
	}

	@Test
	void notifiesListenersOfRejectedQuery() {
		List<String> events = new ArrayList<>();
		ExecutionListener listener = new ExecutionListener() {

			@Override
			public void preparing(ExecutionRequest request) {
				events.add("preparing");
			}

			@Override
			public void started(Execution execution) {
				events.add("started");
			}

			@Override
			public void failed(Execution execution, RuntimeException failure) {
				events.add("failed");
			}

		};
		this.client.drain(Duration.ZERO);
		assertThatIllegalStateException().isThrownBy(
				() -> this.client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE.withListener(listener)));
		assertThat(events).containsExactly("preparing", "started", "failed");
	}

	@Test
	void stopsWaitingAfterTimeout() {
		new ScriptedOperation(this.server, 3).then(End.NEVER, 1);
		try (ResponseStream running = query()) {
			assertThat(running.next()).isNotNull();
			assertThat(this.client.drain(Duration.ofMillis(20))).isFalse();
		}
		assertThat(this.client.drain(Duration.ofMillis(20))).isTrue();
	}

	@Test
	void stopsWaitingOnInterrupt() throws Exception {
		new ScriptedOperation(this.server, 3).then(End.NEVER, 1);
		try (ResponseStream running = query()) {
			assertThat(running.next()).isNotNull();
			CountDownLatch interrupted = new CountDownLatch(1);
			Thread thread = new Thread(() -> {
				assertThatExceptionOfType(OperationCancelledException.class)
					.isThrownBy(() -> this.client.drain(Duration.ofMinutes(1)));
				if (Thread.currentThread().isInterrupted()) {
					interrupted.countDown();
				}
			});
			thread.start();
			thread.interrupt();
			FakeServer.await(interrupted);
		}
	}

}
