package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.TransportException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.ReattachExecuteRequest;
import io.sparkex.internal.proto.ReleaseExecuteRequest;
import io.sparkex.internal.proto.ReleaseExecuteResponse;
import io.sparkex.internal.transport.ScriptedOperation.End;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReattachableExecution} and {@link OperationCleanup}.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReattachableExecutionTests {

	private static final RetryPolicy QUICK = RetryPolicy.defaults()
		.withBackoff(Duration.ofMillis(1), 2, Duration.ofMillis(4))
		.withBudget(Duration.ofSeconds(5));

	private final FakeServer server = new FakeServer();

	private final List<SparkConnectClient> clients = new ArrayList<>();

	@AfterEach
	void stop() {
		this.clients.forEach(SparkConnectClient::close);
		this.server.close();
	}

	private ResponseStream query(RetryPolicy policy) {
		return query(policy, true);
	}

	private ResponseStream query(RetryPolicy policy, boolean reattachable) {
		SparkConnectClient client = this.server.client("sc://localhost",
				(options) -> options.withRetryPolicy(policy).withReattachable(reattachable));
		this.clients.add(client);
		return client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	private static List<String> read(ResponseStream responses) {
		List<String> ids = new ArrayList<>();
		for (ExecutePlanResponse next = responses.next(); next != null; next = responses.next()) {
			ids.add(next.getResponseId());
		}
		return ids;
	}

	private <T extends Message> T nextCleanup(Class<T> type) throws InterruptedException {
		Message cleanup = this.server.cleanups.poll(10, TimeUnit.SECONDS);
		assertThat(cleanup).isInstanceOf(type);
		return type.cast(cleanup);
	}

	/**
	 * Verifies that no cleanup is pending, by a later call that was answered.
	 */
	private void assertNoMoreCleanups() {
		this.clients.forEach(SparkConnectClient::close);
		assertThat(this.server.cleanups).isEmpty();
	}

	@Test
	void requestsReattachableOperation() throws Exception {
		new ScriptedOperation(this.server, 2).then(End.UNAVAILABLE, 1);
		try (ResponseStream responses = query(QUICK)) {
			assertThat(read(responses)).containsExactly("0", "1");
		}
		ExecutePlanRequest request = this.server.executions.get(0);
		assertThat(request.getRequestOptionsList()).anyMatch((option) -> option.getReattachOptions().getReattachable());
		ReattachExecuteRequest reattach = this.server.reattaches.get(0);
		assertThat(reattach.getSessionId()).isEqualTo(request.getSessionId());
		assertThat(reattach.getOperationId()).isEqualTo(request.getOperationId());
		assertThat(reattach.getUserContext()).isEqualTo(request.getUserContext());
		assertThat(reattach.getClientType()).isEqualTo(request.getClientType());
		assertThat(reattach.getLastResponseId()).isEqualTo("0");
		ReleaseExecuteRequest release = nextCleanup(ReleaseExecuteRequest.class);
		assertThat(release.hasReleaseAll()).isTrue();
		assertThat(release.getSessionId()).isEqualTo(request.getSessionId());
		assertThat(release.getOperationId()).isEqualTo(request.getOperationId());
		assertThat(release.getUserContext()).isEqualTo(request.getUserContext());
		assertThat(release.getClientObservedServerSideSessionId()).isEqualTo("server-1");
		assertNoMoreCleanups();
	}

	@ParameterizedTest
	@EnumSource(names = { "UNAVAILABLE", "RESET", "DISCONNECTED", "BUSY", "OK" })
	void resumesAfterLastReceivedResponse(End end) {
		ScriptedOperation operation = new ScriptedOperation(this.server, 5).then(end, 2).then(end, 0).then(end, 1);
		assertThat(read(query(QUICK))).containsExactly("0", "1", "2", "3", "4");
		assertThat(operation.calls()).containsExactly("execute", "reattach 1", "reattach 1", "reattach 2");
		assertThat(operation.begun()).isEqualTo(1);
	}

	@Test
	void resendsPlanThatNeverArrived() {
		ScriptedOperation operation = new ScriptedOperation(this.server, 2).then(End.NEVER_ARRIVES, 0);
		assertThat(read(query(QUICK))).containsExactly("0", "1");
		assertThat(operation.calls()).containsExactly("execute", "reattach ", "execute");
		assertThat(this.server.executions).extracting(ExecutePlanRequest::getOperationId)
			.containsOnly(this.server.reattaches.get(0).getOperationId());
	}

	@Test
	void reattachesToPlanThatArrivesLate() {
		ScriptedOperation operation = new ScriptedOperation(this.server, 2).then(End.UNAVAILABLE, 0);
		var reattach = this.server.onReattach;
		AtomicInteger reattaches = new AtomicInteger();
		this.server.onReattach = (request, call) -> {
			if (reattaches.getAndIncrement() == 0) {
				call.onError(FakeServer.failure("INVALID_HANDLE.OPERATION_NOT_FOUND"));
			}
			else {
				reattach.accept(request, call);
			}
		};
		assertThat(read(query(QUICK))).containsExactly("0", "1");
		assertThat(operation.calls()).containsExactly("execute", "execute", "reattach ");
		assertThat(operation.begun()).isEqualTo(1);
	}

	@Test
	void doesNotResendPlanAfterFirstResponse() {
		new ScriptedOperation(this.server, 5).then(End.UNAVAILABLE, 2);
		this.server.onReattach = (request, call) -> call
			.onError(FakeServer.failure("INVALID_HANDLE.OPERATION_NOT_FOUND"));
		ResponseStream responses = query(QUICK);
		responses.next();
		responses.next();
		assertThatExceptionOfType(TransportException.class).isThrownBy(responses::next)
			.withMessageContaining("INVALID_HANDLE.OPERATION_NOT_FOUND");
		assertThat(this.server.executions).hasSize(1);
		assertThat(this.server.reattaches).hasSize(1);
	}

	@Test
	void ignoresCallStatusAfterResultComplete() throws Exception {
		ScriptedOperation operation = new ScriptedOperation(this.server, 3).then(End.UNAVAILABLE, 3);
		assertThat(read(query(RetryPolicy.failFast()))).containsExactly("0", "1", "2");
		assertThat(operation.calls()).containsExactly("execute");
		assertThat(nextCleanup(ReleaseExecuteRequest.class).hasReleaseAll()).isTrue();
	}

	@Test
	void reattachesAfterServerCutUnderFailFast() {
		ScriptedOperation operation = new ScriptedOperation(this.server, 6);
		for (int i = 0; i < 5; i++) {
			operation.then(End.OK, 1);
		}
		assertThat(read(query(RetryPolicy.failFast()))).containsExactly("0", "1", "2", "3", "4", "5");
		assertThat(operation.calls()).hasSize(6);
	}

	@Test
	void reattachesAfterServerCutWithoutSpendingBudget() {
		ScriptedOperation operation = new ScriptedOperation(this.server, 500);
		for (int i = 0; i < 499; i++) {
			operation.then(End.OK, 1);
		}
		// A single backoff would take longer than the timeout of this test.
		RetryPolicy slow = RetryPolicy.defaults().withBackoff(Duration.ofDays(1), 1, Duration.ofDays(1));
		assertThat(read(query(slow))).hasSize(500);
		assertThat(operation.calls()).hasSize(500);
	}

	@Test
	void reattachesAfterLongCallWithoutResponses() {
		CountDownLatch ended = new CountDownLatch(2);
		this.server.onExecute = (request, call) -> endLater(call::onCompleted, ended);
		this.server.onReattach = (request, call) -> {
			if (ended.getCount() > 0) {
				endLater(call::onCompleted, ended);
			}
			else {
				call.onNext(ExecutePlanResponse.newBuilder()
					.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance())
					.build());
				call.onCompleted();
			}
		};
		assertThat(read(query(RetryPolicy.failFast()))).hasSize(1);
		assertThat(this.server.reattaches).hasSize(2);
	}

	private static void endLater(Runnable end, CountDownLatch ended) {
		CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS).execute(() -> {
			ended.countDown();
			end.run();
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "UNAVAILABLE", "RESET", "DISCONNECTED", "BUSY" })
	void doesNotReattachAfterFailureUnderFailFast(End end) throws Exception {
		ScriptedOperation operation = new ScriptedOperation(this.server, 5).then(end, 2);
		ResponseStream responses = query(RetryPolicy.failFast());
		responses.next();
		responses.next();
		assertThatExceptionOfType(SparkException.class).isThrownBy(responses::next);
		assertThat(operation.calls()).containsExactly("execute");
		// The operation may still run on the server.
		assertThat(nextCleanup(ReleaseExecuteRequest.class)).satisfies((release) -> {
			assertThat(release.hasReleaseAll()).isTrue();
			assertThat(release.getOperationId()).isEqualTo(responses.operationId());
		});
		assertNoMoreCleanups();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3 })
	void doesNotRetryPermanentErrors(int after) throws Exception {
		ScriptedOperation operation = new ScriptedOperation(this.server, 5).then(End.FAILURE, after);
		ResponseStream responses = query(QUICK);
		for (int i = 0; i < after; i++) {
			assertThat(responses.next()).isNotNull();
		}
		assertThatExceptionOfType(RemoteException.class).isThrownBy(responses::next)
			.withMessageContaining("DIVIDE_BY_ZERO");
		assertThat(responses.next()).isNull();
		assertThat(operation.calls()).containsExactly("execute");
		assertThat(nextCleanup(ReleaseExecuteRequest.class).hasReleaseAll()).isTrue();
		responses.close();
		assertNoMoreCleanups();
	}

	@Test
	void failsWithinBudgetIfOperationIsUnknown() {
		this.server.onExecute = (request, call) -> call
			.onError(FakeServer.failure("INVALID_HANDLE.OPERATION_ALREADY_EXISTS"));
		this.server.onReattach = (request, call) -> call
			.onError(FakeServer.failure("INVALID_HANDLE.OPERATION_NOT_FOUND"));
		assertGivesUp(TransportException.class);
	}

	@Test
	void failsWithinBudgetIfCallsEndImmediately() {
		assertGivesUp(UnreachableException.class);
	}

	@Test
	void failsWithinBudgetIfConnectionsBreak() {
		this.server.onExecute = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		this.server.onReattach = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		assertGivesUp(UnreachableException.class);
	}

	@Test
	void failsWithinBudgetIfCallsFailSlowly() {
		// Simulates a proxy that responds itself after failing to find a server.
		this.server.onExecute = (request, call) -> {
			call.onNext(ExecutePlanResponse.newBuilder().setResponseId("0").build());
			call.onError(Status.UNAVAILABLE.asRuntimeException());
		};
		this.server.onReattach = (request, call) -> CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS)
			.execute(() -> call.onError(Status.UNAVAILABLE.asRuntimeException()));
		try (ResponseStream responses = query(QUICK.withBudget(Duration.ofMillis(600)))) {
			assertThat(responses.next()).isNotNull();
			assertThatExceptionOfType(UnreachableException.class).isThrownBy(responses::next);
		}
		assertThat(this.server.reattaches).hasSizeBetween(2, 5);
	}

	private void assertGivesUp(Class<? extends Throwable> failure) {
		long begin = System.nanoTime();
		try (ResponseStream responses = query(QUICK.withBudget(Duration.ofMillis(100)))) {
			assertThatExceptionOfType(failure).isThrownBy(responses::next);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(95), Duration.ofSeconds(5));
		assertThat(this.server.executions.size() + this.server.reattaches.size()).isBetween(5, 120);
	}

	@Test
	void honorsServerRetryDelayAfterProgress() {
		this.server.onExecute = (request, call) -> {
			call.onNext(ExecutePlanResponse.newBuilder().setResponseId("0").build());
			call.onError(FakeServer.busy(Duration.ofDays(1)));
		};
		ResponseStream responses = query(QUICK);
		assertThat(responses.next()).isNotNull();
		assertThatExceptionOfType(SparkException.class).isThrownBy(responses::next);
		assertThat(this.server.reattaches).isEmpty();
	}

	@Test
	void limitsPrefetchDespiteFrequentServerCuts() {
		AtomicInteger sent = new AtomicInteger();
		this.server.onExecute = (request, call) -> sendOne(call, sent);
		this.server.onReattach = (request, call) -> sendOne(call, sent);
		ResponseStream responses = query(QUICK);
		for (int i = 0; i < 200; i++) {
			ExecutePlanResponse response = responses.next();
			assertThat(response).isNotNull();
			assertThat(response.getResponseId()).isEqualTo(Integer.toString(i));
			assertThat(sent.get()).isLessThan(i + 40);
		}
	}

	private static void sendOne(ServerCallStreamObserver<ExecutePlanResponse> call, AtomicInteger sent) {
		AtomicBoolean done = new AtomicBoolean();
		Runnable send = () -> {
			if (call.isReady() && done.compareAndSet(false, true)) {
				call.onNext(ExecutePlanResponse.newBuilder()
					.setResponseId(Integer.toString(sent.getAndIncrement()))
					.build());
				call.onCompleted();
			}
		};
		call.setOnReadyHandler(send);
		send.run();
	}

	@Test
	void releasesLargeResultsOneRequestAtATime() throws Exception {
		CountDownLatch read = new CountDownLatch(1);
		AtomicInteger open = new AtomicInteger();
		AtomicInteger mostOpen = new AtomicInteger();
		this.server.onReleaseExecute = (request, observer) -> {
			mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
			if (request.hasReleaseUntil()) {
				FakeServer.await(read);
			}
			open.decrementAndGet();
			observer.onNext(ReleaseExecuteResponse.getDefaultInstance());
			observer.onCompleted();
		};
		ByteString data = ByteString.copyFrom(new byte[1 << 20]);
		this.server.onExecute = (request, call) -> {
			for (int i = 0; i < 1_000; i++) {
				call.onNext(ExecutePlanResponse.newBuilder()
					.setResponseId(Integer.toString(i))
					.setArrowBatch(ExecutePlanResponse.ArrowBatch.newBuilder().setData(data))
					.build());
			}
			call.onCompleted();
		};
		ResponseStream responses = query(QUICK);
		for (int i = 0; i < 20; i++) {
			responses.next();
		}
		ReleaseExecuteRequest until = nextCleanup(ReleaseExecuteRequest.class);
		assertThat(until.getReleaseUntil().getResponseId()).isEqualTo("1");
		assertThat(this.server.cleanups).isEmpty();
		read.countDown();
		while (this.server.cleanups.isEmpty()) {
			assertThat(responses.next()).isNotNull();
		}
		until = nextCleanup(ReleaseExecuteRequest.class);
		assertThat(Integer.parseInt(until.getReleaseUntil().getResponseId())).isGreaterThan(19);
		assertThat(mostOpen).hasValue(1);
	}

	@Test
	void doesNotReleaseNonReattachableOperation() {
		ScriptedOperation operation = new ScriptedOperation(this.server, 5);
		ResponseStream responses = query(QUICK, false);
		assertThat(read(responses)).hasSize(5);
		assertThat(this.server.executions.get(0).getRequestOptionsList())
			.noneMatch(ExecutePlanRequest.RequestOption::hasReattachOptions);
		operation.then(End.FAILURE, 0);
		assertNoMoreCleanups();
		assertThat(operation.calls()).containsExactly("execute");
	}

	@Test
	void doesNotReattachNonReattachableOperation() throws Exception {
		ScriptedOperation operation = new ScriptedOperation(this.server, 5).then(End.UNAVAILABLE, 2);
		ResponseStream responses = query(QUICK, false);
		responses.next();
		responses.next();
		assertThatExceptionOfType(UnreachableException.class).isThrownBy(responses::next);
		assertThat(operation.calls()).containsExactly("execute");
		nextCleanup(InterruptRequest.class);
		assertNoMoreCleanups();
	}

}
