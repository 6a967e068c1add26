package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;

import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.ReattachExecuteRequest;

/**
 * An operation on a {@link FakeServer} that buffers its responses as Spark does, and
 * whose calls end according to a script.
 */
final class ScriptedOperation {

	private final List<ExecutePlanResponse> responses = new ArrayList<>();

	private final Deque<Step> script = new ArrayDeque<>();

	private final List<String> calls = new ArrayList<>();

	private int begun;

	/**
	 * Creates an operation with responses of the ids 0, 1 and so on. The last response
	 * ends it.
	 * @param server the server that runs it
	 * @param responses the number of responses
	 */
	ScriptedOperation(FakeServer server, int responses) {
		for (int i = 0; i < responses; i++) {
			ExecutePlanResponse.Builder response = ExecutePlanResponse.newBuilder()
				.setServerSideSessionId("server-1")
				.setResponseId(Integer.toString(i));
			if (i == responses - 1) {
				response.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance());
			}
			this.responses.add(response.build());
		}
		server.onExecute = this::execute;
		server.onReattach = this::reattach;
	}

	/**
	 * Sets how the next call ends. Calls after the last step receive all remaining
	 * responses.
	 */
	synchronized ScriptedOperation then(End end, int after) {
		this.script.add(new Step(end, after));
		return this;
	}

	/**
	 * Returns how often the plan was started.
	 */
	synchronized int begun() {
		return this.begun;
	}

	/**
	 * Returns the calls in the order of arrival.
	 */
	synchronized List<String> calls() {
		return List.copyOf(this.calls);
	}

	private synchronized void execute(ExecutePlanRequest request, ServerCallStreamObserver<ExecutePlanResponse> call) {
		this.calls.add("execute");
		Step step = nextStep();
		if (step.end() == End.NEVER_ARRIVES) {
			call.onError(unavailable());
		}
		else if (this.begun > 0) {
			call.onError(FakeServer.failure("INVALID_HANDLE.OPERATION_ALREADY_EXISTS"));
		}
		else {
			this.begun++;
			answer(call, 0, step);
		}
	}

	private synchronized void reattach(ReattachExecuteRequest request,
			ServerCallStreamObserver<ExecutePlanResponse> call) {
		this.calls.add("reattach " + request.getLastResponseId());
		Step step = nextStep();
		if (step.end() == End.NEVER_ARRIVES) {
			call.onError(unavailable());
		}
		else if (this.begun == 0) {
			call.onError(FakeServer.failure("INVALID_HANDLE.OPERATION_NOT_FOUND"));
		}
		else {
			answer(call, request.hasLastResponseId() ? Integer.parseInt(request.getLastResponseId()) + 1 : 0, step);
		}
	}

	private Step nextStep() {
		Step step = this.script.poll();
		return (step != null) ? step : new Step(End.OK, Integer.MAX_VALUE);
	}

	private void answer(ServerCallStreamObserver<ExecutePlanResponse> call, int from, Step step) {
		int to = (int) Math.min(this.responses.size(), (long) from + step.after());
		this.responses.subList(Math.min(from, to), to).forEach(call::onNext);
		switch (step.end()) {
			case OK -> call.onCompleted();
			case UNAVAILABLE, NEVER_ARRIVES -> call.onError(unavailable());
			case RESET -> call
				.onError(Status.INTERNAL.withDescription("RST_STREAM closed stream. HTTP/2 error code: INTERNAL_ERROR")
					.asRuntimeException());
			case DISCONNECTED -> call.onError(FakeServer.failure("INVALID_CURSOR.DISCONNECTED"));
			case BUSY -> call.onError(FakeServer.busy(Duration.ofNanos(1_000)));
			case FAILURE -> call.onError(FakeServer.failure("DIVIDE_BY_ZERO"));
			case NEVER -> {
			}
		}
	}

	private static RuntimeException unavailable() {
		return Status.UNAVAILABLE.withDescription("gone").asRuntimeException();
	}

	/**
	 * The ways in which a call ends.
	 */
	enum End {

		/** The call completes normally. */
		OK,

		/** The connection breaks after the call has arrived. */
		UNAVAILABLE,

		/** The connection breaks before the call arrives. */
		NEVER_ARRIVES,

		/** The stream breaks. */
		RESET,

		/** Another stream has replaced this one. */
		DISCONNECTED,

		/** The server requests a retry after a short delay. */
		BUSY,

		/** The operation has failed. */
		FAILURE,

		/** The call does not end. */
		NEVER

	}

	/**
	 * The outcome of one call.
	 *
	 * @param end the way in which the call ends
	 * @param after the number of responses before the end
	 */
	private record Step(End end, int after) {

	}

}
