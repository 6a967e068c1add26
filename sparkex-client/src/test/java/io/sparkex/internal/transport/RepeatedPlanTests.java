package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sparkex.connect.RetryPolicy;
import io.sparkex.errors.SessionLostException;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.protocol.AnalyzeEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for running plans again in a new session after their session was lost.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RepeatedPlanTests {

	private static final ExecutePlanResponse PROGRESS = ExecutePlanResponse.newBuilder()
		.setResponseId("0")
		.setExecutionProgress(ExecutePlanResponse.ExecutionProgress.getDefaultInstance())
		.build();

	private final FakeServer server = new FakeServer();

	private final SessionLosingServer sessions = new SessionLosingServer(this.server);

	private final SessionEvents events = new SessionEvents();

	private final SparkConnectClient client = this.server.client("sc://localhost",
			(options) -> options.withRebuildLostSession(true)
				.withSessionListener(this.events)
				.withRetryPolicy(RetryPolicy.defaults().withBackoff(Duration.ofMillis(1), 1, Duration.ofMillis(1))));

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	private void requestVersion() {
		this.client.analyze(AnalyzeEncoder.sparkVersion());
	}

	private static int read(ResponseStream responses) {
		int count = 0;
		while (responses.next() != null) {
			count++;
		}
		return count;
	}

	private ResponseStream query() {
		return this.client.query(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	private ResponseStream command() {
		return this.client.command(Plan.getDefaultInstance(), ExecutionOptions.NONE);
	}

	@Test
	void repeatsQueryIfOnlyProgressArrived() {
		requestVersion();
		AtomicInteger executions = new AtomicInteger();
		this.server.onExecute = (request, call) -> {
			if (executions.incrementAndGet() == 1) {
				call.onNext(PROGRESS);
				call.onError(FakeServer.failure("INVALID_HANDLE.SESSION_CLOSED"));
			}
			else {
				this.sessions.complete(call);
			}
		};
		ResponseStream responses = query();
		String first = responses.operationId();
		assertThat(read(responses)).isEqualTo(2);
		assertThat(responses.operationId()).isNotEqualTo(first);
		assertThat(executions).hasValue(2);
	}

	@Test
	void doesNotRepeatQueryAfterFirstRows() {
		requestVersion();
		String lost = this.client.sessionId();
		this.server.onExecute = (request, call) -> {
			call.onNext(ExecutePlanResponse.newBuilder().setResponseId("0").build());
			call.onError(FakeServer.failure("INVALID_HANDLE.SESSION_CLOSED"));
		};
		ResponseStream responses = query();
		responses.next();
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(responses::next);
		assertThat(this.server.executions).hasSize(1);
		assertThat(this.events.recorded()).containsExactly("lost " + lost);
	}

	@Test
	void repeatsQueryOnlyOnce() {
		requestVersion();
		this.server.onExecute = (request, call) -> call.onError(FakeServer.failure("INVALID_HANDLE.SESSION_NOT_FOUND"));
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> read(query()));
		assertThat(this.server.executions).hasSize(2);
	}

	@Test
	void repeatsRejectedCommand() {
		requestVersion();
		this.sessions.lose(this.client.sessionId());
		assertThat(read(command())).isEqualTo(1);
		// The server can distinguish this session from its successors.
		assertThat(this.sessions.requestsOf(this.client.sessionId())).containsExactly("analyze", "execute");
		assertThat(this.server.executions.get(1).getClientObservedServerSideSessionId()).isEqualTo("server-1");
	}

	@Test
	void obtainsServerSessionIdBeforeFirstCommand() {
		read(command());
		read(command());
		assertThat(this.sessions.requestsOf(this.client.sessionId())).containsExactly("analyze", "execute", "execute");
		assertThat(this.server.executions.get(0).getClientObservedServerSideSessionId()).isEqualTo("server-1");
	}

	@Test
	void doesNotRepeatStartedCommand() {
		requestVersion();
		this.server.onExecute = (request, call) -> {
			call.onNext(PROGRESS);
			call.onError(FakeServer.failure("INVALID_HANDLE.SESSION_CLOSED"));
		};
		ResponseStream responses = command();
		responses.next();
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(responses::next);
		assertThat(this.server.executions).hasSize(1);
	}

	@Test
	void doesNotRepeatCommandWithUnknownOutcome() {
		requestVersion();
		this.server.onExecute = (request, call) -> call.onError(Status.UNAVAILABLE.asRuntimeException());
		this.server.onReattach = (request, call) -> call.onError(FakeServer.failure("INVALID_HANDLE.SESSION_CHANGED"));
		assertThatExceptionOfType(SessionLostException.class).isThrownBy(() -> read(command()));
		assertThat(this.server.executions).hasSize(1);
		assertThat(this.server.reattaches).hasSize(1);
	}

}
