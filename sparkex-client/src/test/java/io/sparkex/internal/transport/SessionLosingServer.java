package io.sparkex.internal.transport;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.KeyValue;

/**
 * A {@link FakeServer} that loses sessions and records the requests of each session.
 */
final class SessionLosingServer {

	private final Set<String> lost = ConcurrentHashMap.newKeySet();

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final FakeServer server;

	volatile String errorClass = "INVALID_HANDLE.SESSION_CHANGED";

	SessionLosingServer(FakeServer server) {
		this.server = server;
		var analyze = server.onAnalyze;
		server.onAnalyze = (request, observer) -> {
			if (accepts(request.getSessionId(), "analyze", observer)) {
				analyze.accept(request, observer);
			}
		};
		var configure = server.onConfig;
		server.onConfig = (request, observer) -> {
			if (accepts(request.getSessionId(), describe(request.getOperation()), observer)) {
				configure.accept(request, observer);
			}
		};
		server.onExecute = (request, call) -> {
			if (accepts(request.getSessionId(), "execute", call)) {
				complete(call);
			}
		};
		server.artifacts.onRequest = (observer) -> {
			int last = server.artifacts.requests.size() - 1;
			accepts(server.artifacts.requests.get(last).getSessionId(), "artifacts", observer);
		};
	}

	/**
	 * Discards a session.
	 */
	void lose(String sessionId) {
		this.lost.add(sessionId);
	}

	/**
	 * Records a request.
	 * @return whether the session exists; otherwise the request was rejected
	 */
	boolean accepts(String sessionId, String request, StreamObserver<?> observer) {
		this.requests.add(new Request(sessionId, request));
		if (this.lost.contains(sessionId)) {
			observer.onError(FakeServer.failure(this.errorClass));
			return false;
		}
		return true;
	}

	void complete(ServerCallStreamObserver<ExecutePlanResponse> call) {
		call.onNext(ExecutePlanResponse.newBuilder()
			.setServerSideSessionId(this.server.serverSessionId)
			.setResponseId("last")
			.setResultComplete(ExecutePlanResponse.ResultComplete.getDefaultInstance())
			.build());
		call.onCompleted();
	}

	private static String describe(ConfigRequest.Operation operation) {
		if (operation.hasUnset()) {
			return "unset " + String.join(" ", operation.getUnset().getKeysList());
		}
		return operation.getSet()
			.getPairsList()
			.stream()
			.map((KeyValue pair) -> pair.getKey() + "=" + pair.getValue())
			.collect(Collectors.joining(" ", "set ", ""));
	}

	/**
	 * Returns the requests of a session, in order.
	 */
	List<String> requestsOf(String sessionId) {
		return this.requests.stream()
			.filter((request) -> request.sessionId().equals(sessionId))
			.map(Request::what)
			.toList();
	}

	/**
	 * Returns the ids of the sessions that received requests.
	 */
	Set<String> sessions() {
		return this.requests.stream().map(Request::sessionId).collect(Collectors.toSet());
	}

	private record Request(String sessionId, String what) {

	}

}
