package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.google.protobuf.Message;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.ReleaseExecuteRequest;
import io.sparkex.internal.transport.ScriptedOperation.End;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for operations whose reader is idle for a long time.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IdleReaderTests {

	private static final int RESPONSES = 100;

	private final FakeServer server = new FakeServer();

	private final AtomicInteger reattached = new AtomicInteger();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private ResponseStream query(boolean reattachable) {
		SparkConnectClient client = this.server
			.client("sc://localhost", (options) -> options.withReattachable(reattachable)
				.withTimeouts(CallTimeouts.defaults().withLiveness(Duration.ofMillis(200), Duration.ofSeconds(10))));
		this.clients.add(client);
		ExecutionListener listener = new ExecutionListener() {

			@Override
			public void reattached(Execution execution) {
				IdleReaderTests.this.reattached.incrementAndGet();
			}

		};
		return client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE.withListener(listener));
	}

	private static List<String> read(ResponseStream responses) {
		List<String> ids = new ArrayList<>();
		for (ExecutePlanResponse next = responses.next(); next != null; next = responses.next()) {
			ids.add(next.getResponseId());
		}
		return ids;
	}

	/**
	 * Returns a latch that opens after the given number of reattaches.
	 */
	private CountDownLatch reattaches(int times) {
		CountDownLatch latch = new CountDownLatch(times);
		var onReattach = this.server.onReattach;
		this.server.onReattach = (request, call) -> {
			onReattach.accept(request, call);
			latch.countDown();
		};
		return latch;
	}

	@Test
	void replacesUnreadCall() {
		ScriptedOperation operation = new ScriptedOperation(this.server, RESPONSES).then(End.NEVER, RESPONSES)
			.then(End.NEVER, RESPONSES)
			.then(End.NEVER, RESPONSES);
		CountDownLatch replaced = reattaches(4);
		ResponseStream responses = query(true);
		assertThat(responses.next()).isNotNull();
		FakeServer.await(replaced);
		FakeServer.await(this.server.cancelled);
		assertThat(read(responses)).containsExactlyElementsOf(numbersFrom(1));
		assertThat(operation.begun()).isEqualTo(1);
		assertThat(operation.calls()).startsWith("execute", "reattach 3", "reattach 3", "reattach 3", "reattach 3");
		// Replacing the call is not reported as a failure.
		assertThat(this.reattached).hasValue(0);
	}

	private static List<String> numbersFrom(int first) {
		return IntStream.range(first, RESPONSES).mapToObj(Integer::toString).toList();
	}

	@Test
	void replacesFailedCallWhileReaderIsIdle() {
		// The first call ends; the next call and its immediate retry do not reach the
		// server.
		ScriptedOperation operation = new ScriptedOperation(this.server, RESPONSES).then(End.NEVER, RESPONSES)
			.then(End.NEVER_ARRIVES, 0)
			.then(End.NEVER_ARRIVES, 0)
			.then(End.NEVER_ARRIVES, 0)
			.then(End.NEVER_ARRIVES, 0);
		CountDownLatch replaced = reattaches(5);
		ResponseStream responses = query(true);
		assertThat(responses.next()).isNotNull();
		FakeServer.await(replaced);
		assertThat(read(responses)).containsExactlyElementsOf(numbersFrom(1));
		assertThat(operation.begun()).isEqualTo(1);
	}

	@Test
	void activeCallSurvivesUnansweredHealthCheck() {
		// Simulates a proxy that forwards Spark's calls only.
		this.server.swallowsHealthChecks = true;
		ScriptedOperation operation = new ScriptedOperation(this.server, RESPONSES).then(End.NEVER, RESPONSES)
			.then(End.NEVER, RESPONSES)
			.then(End.NEVER, RESPONSES);
		CountDownLatch replaced = reattaches(4);
		SparkConnectClient client = this.server.client("sc://localhost", (options) -> options
			.withTimeouts(CallTimeouts.defaults().withLiveness(Duration.ofMillis(300), Duration.ofMillis(100))));
		this.clients.add(client);
		ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
		assertThat(responses.next()).isNotNull();
		FakeServer.await(replaced);
		assertThat(read(responses)).containsExactlyElementsOf(numbersFrom(1));
		assertThat(operation.begun()).isEqualTo(1);
	}

	@Test
	void reportsFailureToReturningReader() {
		this.server.onExecute = (request, call) -> {
			for (int i = 0; i < 10; i++) {
				call.onNext(ExecutePlanResponse.newBuilder().setResponseId(Integer.toString(i)).build());
			}
		};
		this.server.onReattach = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		CountDownLatch replaced = reattaches(4);
		SparkConnectClient client = this.server.client("sc://localhost", (options) -> options
			.withRetryPolicy(RetryPolicy.defaults()
				.withBackoff(Duration.ofMillis(1), 1, Duration.ofMillis(1))
				.withBudget(Duration.ofMillis(50)))
			.withTimeouts(CallTimeouts.defaults().withLiveness(Duration.ofMillis(100), Duration.ofSeconds(10))));
		this.clients.add(client);
		ResponseStream responses = client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
		FakeServer.await(replaced);
		for (int i = 0; i < 3; i++) {
			assertThat(responses.next()).isNotNull();
		}
		assertThatExceptionOfType(UnreachableException.class).isThrownBy(responses::next);
	}

	@Test
	void cancelsGarbageCollectedResult() throws Exception {
		new ScriptedOperation(this.server, RESPONSES).then(End.NEVER, RESPONSES);
		String dropped = readOne();
		Message release = null;
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (release == null && System.nanoTime() < end) {
			System.gc();
			release = this.server.cleanups.poll(50, TimeUnit.MILLISECONDS);
		}
		assertThat(release).isInstanceOfSatisfying(ReleaseExecuteRequest.class, (all) -> {
			assertThat(all.hasReleaseAll()).isTrue();
			assertThat(all.getOperationId()).isEqualTo(dropped);
		});
	}

	/**
	 * Reads one response, in a separate method so that no reference to the stream stays
	 * on the stack.
	 */
	private String readOne() {
		ResponseStream responses = query(true);
		assertThat(responses.next()).isNotNull();
		return responses.operationId();
	}

	@Test
	void doesNotReplaceCallAfterClose() throws Exception {
		new ScriptedOperation(this.server, RESPONSES).then(End.NEVER, RESPONSES);
		CountDownLatch replaced = reattaches(1);
		ResponseStream responses = query(true);
		FakeServer.await(replaced);
		responses.close();
		Message release = this.server.cleanups.poll(10, TimeUnit.SECONDS);
		assertThat(release).isInstanceOf(ReleaseExecuteRequest.class);
		Thread.sleep(100);
		int calls = this.server.reattaches.size();
		Thread.sleep(600);
		assertThat(this.server.reattaches).hasSizeLessThanOrEqualTo(calls);
	}

	@Test
	void doesNotReplaceNonReattachableCall() throws Exception {
		new ScriptedOperation(this.server, RESPONSES);
		ResponseStream responses = query(false);
		Thread.sleep(600);
		assertThat(read(responses)).containsExactlyElementsOf(numbersFrom(0));
		assertThat(this.server.reattaches).isEmpty();
	}

}
