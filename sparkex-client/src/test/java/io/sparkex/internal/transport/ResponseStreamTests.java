package io.sparkex.internal.transport;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.grpc.stub.ServerCallStreamObserver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.RemoteException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.Plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ResponseStream}.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResponseStreamTests {

	private static final int PREFETCHED = 3;

	private final FakeServer server = new FakeServer();

	private final SparkConnectClient client = this.server.client();

	@AfterEach
	void stop() {
		this.server.close();
		this.client.close();
	}

	private ResponseStream execute() {
		return this.client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	private static ExecutePlanResponse response(int number) {
		return ExecutePlanResponse.newBuilder()
			.setServerSideSessionId("server-1")
			.setResponseId(Integer.toString(number))
			.build();
	}

	private static void send(ServerCallStreamObserver<ExecutePlanResponse> call, int responses) {
		IntStream.range(0, responses).forEach((number) -> call.onNext(response(number)));
	}

	private static String id(@Nullable ExecutePlanResponse response) {
		return Objects.requireNonNull(response, "The stream has ended").getResponseId();
	}

	@Test
	void returnsResponsesInOrder() {
		this.server.onExecute = (request, call) -> {
			send(call, 1_000);
			call.onCompleted();
		};
		try (ResponseStream responses = execute()) {
			for (int i = 0; i < 1_000; i++) {
				assertThat(id(responses.next())).isEqualTo(Integer.toString(i));
			}
			assertThat(responses.next()).isNull();
			assertThat(responses.next()).isNull();
		}
		assertThat(this.server.interrupts).isEmpty();
		assertThat(this.server.executions.get(0).getOperationId()).hasSize(36);
	}

	@Test
	void returnsResponsesReceivedBeforeFailure() {
		this.server.onExecute = (request, call) -> {
			send(call, 2);
			call.onError(FakeServer.failure("boom", "org.apache.spark.SparkException", Map.of()));
		};
		try (ResponseStream responses = execute()) {
			assertThat(id(responses.next())).isEqualTo("0");
			assertThat(id(responses.next())).isEqualTo("1");
			assertThatExceptionOfType(RemoteException.class).isThrownBy(responses::next).withMessage("boom");
			assertThat(responses.next()).isNull();
		}
		assertThat(this.server.interrupts).isEmpty();
	}

	@Test
	void closeCancelsRunningOperation() throws Exception {
		this.server.onExecute = (request, call) -> send(call, 1);
		ResponseStream responses = execute();
		responses.next();
		responses.close();
		responses.close();
		FakeServer.await(this.server.cancelled);
		InterruptRequest interrupt = this.server.interrupts.poll(10, TimeUnit.SECONDS);
		assertThat(interrupt).isNotNull();
		assertThat(interrupt.getInterruptType()).isEqualTo(InterruptRequest.InterruptType.INTERRUPT_TYPE_OPERATION_ID);
		assertThat(interrupt.getOperationId()).isEqualTo(this.server.executions.get(0).getOperationId());
		assertThat(interrupt.getSessionId()).isEqualTo(this.client.sessionId());
		// The call follows the interrupt, so that it shows that there was only one.
		this.client.ping(java.time.Duration.ofSeconds(10));
		assertThat(this.server.interrupts).isEmpty();
	}

	@Test
	void closeUnblocksWaitingReader() throws Exception {
		ResponseStream responses = hanging();
		FutureTask<@Nullable ExecutePlanResponse> reader = new FutureTask<>(responses::next);
		Thread thread = start(reader);
		awaitWaiting(thread);
		responses.close();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> reader.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(OperationCancelledException.class);
	}

	@Test
	void distinguishesCloseByAnotherThreadFromEnd() {
		this.server.onExecute = (request, call) -> send(call, 1);
		ResponseStream responses = execute();
		assertThat(id(responses.next())).isEqualTo("0");
		responses.close();
		assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(responses::next)
			.withMessageContaining(this.server.executions.get(0).getOperationId())
			.withMessageContaining("closed before their end");
	}

	@Test
	void interruptOfReaderCancelsOperation() throws Exception {
		ResponseStream responses = hanging();
		FutureTask<Boolean> reader = new FutureTask<>(() -> {
			assertThatExceptionOfType(OperationCancelledException.class).isThrownBy(responses::next)
				.withMessageContaining(this.server.executions.get(0).getOperationId())
				.withCauseInstanceOf(InterruptedException.class);
			return Thread.currentThread().isInterrupted();
		});
		Thread thread = start(reader);
		awaitWaiting(thread);
		thread.interrupt();
		assertThat(reader.get(10, TimeUnit.SECONDS)).as("interrupt flag").isTrue();
		assertThat(this.server.interrupts.poll(10, TimeUnit.SECONDS)).isNotNull();
		FakeServer.await(this.server.cancelled);
	}

	private ResponseStream hanging() {
		CountDownLatch started = new CountDownLatch(1);
		this.server.onExecute = (request, call) -> started.countDown();
		ResponseStream responses = execute();
		FakeServer.await(started);
		return responses;
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

	@Test
	void appliesBackpressureUntilRead() {
		AtomicInteger sent = new AtomicInteger();
		CountDownLatch heldBack = new CountDownLatch(1);
		this.server.onExecute = (request, call) -> {
			call.setOnReadyHandler(() -> fill(call, sent));
			fill(call, sent);
			heldBack.countDown();
		};
		try (ResponseStream responses = execute()) {
			FakeServer.await(heldBack);
			int ahead = sent.get();
			// A few more messages than were requested may be in flight.
			assertThat(ahead).isBetween(1, PREFETCHED + 1);
			for (int i = 0; i < 100; i++) {
				assertThat(id(responses.next())).isEqualTo(Integer.toString(i));
				assertThat(sent.get()).isLessThanOrEqualTo(i + 1 + PREFETCHED + 1);
			}
		}
	}

	/**
	 * Sends large messages as long as the client is ready to receive them.
	 */
	private static void fill(ServerCallStreamObserver<ExecutePlanResponse> call, AtomicInteger sent) {
		while (call.isReady() && sent.get() < 10_000) {
			call.onNext(response(sent.getAndIncrement()));
		}
	}

	@Test
	void detectsReplacedSession() {
		this.server.onExecute = (request, call) -> {
			for (String session : List.of("server-1", "server-2")) {
				call.onNext(ExecutePlanResponse.newBuilder().setServerSideSessionId(session).build());
			}
			call.onCompleted();
		};
		try (ResponseStream responses = execute()) {
			responses.next();
			assertThatExceptionOfType(SessionLostException.class).isThrownBy(responses::next);
		}
	}

}
