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
 * An operation on a {@link FakeServer} that keeps its responses as Spark does, and whose
 * calls end as a script says.
 */
final class ScriptedOperation {

	private final List<ExecutePlanResponse> responses = new ArrayList<>();

	private final Deque<Step> script = new ArrayDeque<>();

	private final List<String> calls = new ArrayList<>();

	private int begun;

	/**
	 * An operation with responses of the ids 0, 1 and so on, the last of which ends it.
	 * @param server where it runs
	 * @param responses how many
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
	 * Has the next call end so; those after the last step get all there is.
	 */
	synchronized ScriptedOperation then(End end, int after) {
		this.script.add(new Step(end, after));
		return this;
	}

	/**
	 * How often the plan was begun.
	 */
	synchronized int begun() {
		return this.begun;
	}

	/**
	 * The calls as they came.
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
	 * How a call ends.
	 */
	enum End {

		/** As it should. */
		OK,

		/** The connection breaks, but the call has arrived. */
		UNAVAILABLE,

		/** The connection breaks before that. */
		NEVER_ARRIVES,

		/** The stream breaks. */
		RESET,

		/** Another stream has taken its place. */
		DISCONNECTED,

		/** The server asks to come back a little later. */
		BUSY,

		/** The operation has failed. */
		FAILURE,

		/** Not at all. */
		NEVER

	}

	/**
	 * What becomes of a call.
	 *
	 * @param end how it ends
	 * @param after after how many responses
	 */
	private record Step(End end, int after) {

	}

}
