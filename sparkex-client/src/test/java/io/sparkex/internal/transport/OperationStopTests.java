package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.protobuf.Message;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.ReleaseExecuteRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for operations that are closed, interrupted or timed out.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OperationStopTests {

	private static final RetryPolicy LONG_WAITS = RetryPolicy.defaults()
		.withBackoff(Duration.ofHours(1), 1, Duration.ofHours(1))
		.withBudget(Duration.ofDays(1));

	private static final Duration SOON = Duration.ofMillis(150);

	private final FakeServer server = new FakeServer();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	/** A latch that is counted down when an execution is about to wait before a retry. */
	private final CountDownLatch waits = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private ResponseStream query(RetryPolicy policy, ExecutionOptions execution) {
		ExecutionListener listener = new ExecutionListener() {

			@Override
			public void retried(Execution execution, Duration wait, String reason) {
				OperationStopTests.this.waits.countDown();
			}

		};
		SparkConnectClient client = this.server.client("sc://localhost", (options) -> options.withRetryPolicy(policy));
		this.clients.add(client);
		return client.query(Plan.getDefaultInstance(), execution.withListener(listener));
	}

	private static ExecutionOptions timeout(Duration timeout) {
		return ExecutionOptions.NONE.withTimeout(timeout);
	}

	private static ExecutePlanResponse response(int number) {
		return ExecutePlanResponse.newBuilder().setResponseId(Integer.toString(number)).build();
	}

	/**
	 * Verifies that the client sends a release request and no other request.
	 */
	private void assertStopped(ResponseStream responses) throws InterruptedException {
		Message release = this.server.cleanups.poll(10, TimeUnit.SECONDS);
		assertThat(release).isInstanceOf(ReleaseExecuteRequest.class);
		assertThat(((ReleaseExecuteRequest) release).hasReleaseAll()).isTrue();
		assertThat(((ReleaseExecuteRequest) release).getOperationId()).isEqualTo(responses.operationId());
		this.clients.forEach(SparkConnectClient::close);
		assertThat(this.server.cleanups).isEmpty();
	}

	private static Duration since(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private static FutureTask<Throwable> reader(ResponseStream responses) {
		FutureTask<Throwable> reader = new FutureTask<>(() -> {
			try {
				while (responses.next() != null) {
					Thread.onSpinWait();
				}
				return new AssertionError("The stream has ended");
			}
			catch (OperationCancelledException ex) {
				return ex;
			}
		});
		return reader;
	}

	private static Thread start(Runnable task) {
		Thread thread = new Thread(task);
		thread.start();
		return thread;
	}

	private static void awaitWaiting(Thread thread) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (thread.getState() != Thread.State.TIMED_WAITING) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.onSpinWait();
		}
	}

	private static Throwable result(FutureTask<Throwable> reader) throws InterruptedException, ExecutionException {
		try {
			return reader.get(10, TimeUnit.SECONDS);
		}
		catch (java.util.concurrent.TimeoutException ex) {
			throw new AssertionError("The reader still waits", ex);
		}
	}

	@Test
	void closeReleasesOperation() throws Exception {
		this.server.onExecute = (request, call) -> call.onNext(response(0));
		ResponseStream responses = query(LONG_WAITS, ExecutionOptions.NONE);
		responses.next();
		responses.close();
		responses.close();
		FakeServer.await(this.server.cancelled);
		assertStopped(responses);
		assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(responses::next);
	}

	@Test
	void closeUnblocksReaderWaitingForResponse() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		this.server.onExecute = (request, call) -> started.countDown();
		ResponseStream responses = query(LONG_WAITS, ExecutionOptions.NONE);
		FutureTask<Throwable> reader = reader(responses);
		Thread thread = start(reader);
		FakeServer.await(started);
		awaitWaiting(thread);
		responses.close();
		assertThat(result(reader)).hasMessageContaining("closed before their end");
		assertStopped(responses);
	}

	@Test
	void closeUnblocksReaderWaitingToRetry() throws Exception {
		this.server.onExecute = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		ResponseStream responses = query(LONG_WAITS, ExecutionOptions.NONE);
		FutureTask<Throwable> reader = reader(responses);
		Thread thread = start(reader);
		FakeServer.await(this.waits);
		awaitWaiting(thread);
		responses.close();
		assertThat(result(reader)).hasMessageContaining("closed before their end");
		assertThat(this.server.reattaches).isEmpty();
		assertStopped(responses);
	}

	@Test
	void closingClientUnblocksReader() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		this.server.onExecute = (request, call) -> started.countDown();
		FutureTask<Throwable> reader = reader(query(LONG_WAITS, ExecutionOptions.NONE));
		Thread thread = start(reader);
		FakeServer.await(started);
		awaitWaiting(thread);
		this.clients.get(0).close();
		assertThat(result(reader)).isInstanceOf(OperationCancelledException.class);
		assertThat(this.server.cleanups.poll(10, TimeUnit.SECONDS)).isInstanceOf(ReleaseExecuteRequest.class);
		assertThat(this.server.releases).hasSize(1);
	}

	@Test
	void interruptCancelsOperationWhileWaitingForResponse() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		this.server.onExecute = (request, call) -> started.countDown();
		ResponseStream responses = query(LONG_WAITS, ExecutionOptions.NONE);
		FakeServer.await(started);
		assertInterrupts(responses);
	}

	@Test
	void interruptCancelsOperationWhileWaitingToRetry() throws Exception {
		this.server.onExecute = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		assertInterrupts(query(LONG_WAITS, ExecutionOptions.NONE));
	}

	private void assertInterrupts(ResponseStream responses) throws Exception {
		FutureTask<Throwable> reader = reader(responses);
		AtomicBoolean flagged = new AtomicBoolean();
		Thread thread = start(() -> {
			reader.run();
			flagged.set(Thread.currentThread().isInterrupted());
		});
		awaitWaiting(thread);
		thread.interrupt();
		assertThat(result(reader)).hasMessageContaining(responses.operationId())
			.hasCauseInstanceOf(InterruptedException.class);
		thread.join();
		assertThat(flagged).isTrue();
		assertStopped(responses);
	}

	@Test
	void timesOutWhileWaitingForResponse() throws Exception {
		this.server.onExecute = (request, call) -> call.onNext(response(0));
		long begin = System.nanoTime();
		ResponseStream responses = query(LONG_WAITS, timeout(SOON));
		assertThat(responses.next()).isNotNull();
		assertThatExceptionOfType(OperationTimeoutException.class).isThrownBy(responses::next)
			.withMessageContaining(responses.operationId())
			.withMessageContaining("timeout is over");
		assertThat(since(begin)).isBetween(SOON, Duration.ofSeconds(5));
		assertThat(responses.next()).isNull();
		assertStopped(responses);
	}

	@Test
	void cancelsUnreadOperationAfterTimeout() throws Exception {
		this.server.onExecute = (request, call) -> {
			for (int i = 0; i < 100; i++) {
				call.onNext(response(i));
			}
		};
		ResponseStream responses = query(LONG_WAITS, timeout(SOON));
		FakeServer.await(this.server.cancelled);
		assertStopped(responses);
		assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(responses::next);
	}

	@Test
	void cancelsUnreadReattachedOperationAfterTimeout() throws Exception {
		this.server.onExecute = (request, call) -> {
			call.onNext(response(0));
			call.onCompleted();
		};
		// The timeout is long enough for a slow machine to reattach first.
		CountDownLatch reattached = new CountDownLatch(1);
		this.server.onReattach = (request, call) -> reattached.countDown();
		ResponseStream responses = query(LONG_WAITS, timeout(Duration.ofSeconds(2)));
		FakeServer.await(reattached);
		assertStopped(responses);
		assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(responses::next);
	}

	@Test
	void timesOutWhileWaitingToRetry() throws Exception {
		this.server.onExecute = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		long begin = System.nanoTime();
		ResponseStream responses = query(LONG_WAITS, timeout(SOON));
		assertThatExceptionOfType(OperationTimeoutException.class).isThrownBy(responses::next);
		assertThat(since(begin)).isBetween(SOON, Duration.ofSeconds(5));
		assertThat(this.server.reattaches).isEmpty();
		assertStopped(responses);
	}

	@Test
	void timesOutIfReaderIsLate() throws Exception {
		this.server.onExecute = (request, call) -> {
			call.onNext(response(0));
			call.onCompleted();
		};
		assertThatExceptionOfType(OperationTimeoutException.class)
			.isThrownBy(() -> query(LONG_WAITS, timeout(Duration.ofNanos(1))).next());
		assertThat(this.server.reattaches).hasSizeLessThan(2);
	}

	@Test
	void acceptsVeryLongTimeout() {
		this.server.onExecute = (request, call) -> {
			call.onNext(ExecutePlanResponse.newBuilder()
				.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance())
				.build());
			call.onCompleted();
		};
		ResponseStream responses = query(LONG_WAITS, timeout(Duration.ofSeconds(Long.MAX_VALUE)));
		assertThat(responses.next()).isNotNull();
		assertThat(responses.next()).isNull();
	}

	@Test
	void cancelDoesNotQueryUserContextExtensions() throws Exception {
		CountDownLatch started = new CountDownLatch(1);
		this.server.onExecute = (request, call) -> started.countDown();
		AtomicInteger probes = new AtomicInteger();
		SparkConnectClient client = this.server.client("sc://localhost",
				(options) -> options.withUserContextExtensions(() -> {
					probes.incrementAndGet();
					return List.of();
				}));
		this.clients.add(client);
		ResponseStream responses = client.query(Plan.getDefaultInstance(), timeout(SOON));
		FakeServer.await(started);
		int before = probes.get();
		FakeServer.await(this.server.cancelled);
		assertThat(this.server.cleanups.poll(10, TimeUnit.SECONDS)).isInstanceOf(ReleaseExecuteRequest.class);
		assertThat(probes).hasValue(before);
		responses.close();
	}

}
