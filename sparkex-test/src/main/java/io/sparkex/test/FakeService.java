package io.sparkex.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import io.sparkex.internal.proto.AddArtifactsRequest;
import io.sparkex.internal.proto.AddArtifactsResponse;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ArtifactStatusesRequest;
import io.sparkex.internal.proto.ArtifactStatusesResponse;
import io.sparkex.internal.proto.CloneSessionRequest;
import io.sparkex.internal.proto.CloneSessionResponse;
import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.InterruptResponse;
import io.sparkex.internal.proto.ReleaseExecuteRequest;
import io.sparkex.internal.proto.ReleaseExecuteResponse;
import io.sparkex.internal.proto.ReleaseSessionRequest;
import io.sparkex.internal.proto.ReleaseSessionResponse;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

/**
 * gRPC service of a fake Spark Connect server. Thread-safe.
 */
final class FakeService extends SparkConnectServiceGrpc.SparkConnectServiceImplBase {

	private final Map<String, FakeSession> sessions = new ConcurrentHashMap<>();

	private final StubRegistry stubs;

	private final FakeExecutor executor;

	FakeService(StubRegistry stubs) {
		this.stubs = stubs;
		this.executor = new FakeExecutor(stubs);
	}

	/**
	 * Returns the service definition. Requests are parsed from their bytes as on a real
	 * server.
	 */
	ServerServiceDefinition definition() {
		ServerServiceDefinition.Builder definition = ServerServiceDefinition
			.builder(SparkConnectServiceGrpc.SERVICE_NAME);
		bindService().getMethods().forEach((method) -> definition.addMethod(reparsing(method)));
		return definition.build();
	}

	private static <Q, A> ServerMethodDefinition<Q, A> reparsing(ServerMethodDefinition<Q, A> method) {
		MethodDescriptor<Q, A> descriptor = method.getMethodDescriptor();
		return ServerMethodDefinition.create(descriptor
			.toBuilder(new ReparsingMarshaller<>(descriptor.getRequestMarshaller()), descriptor.getResponseMarshaller())
			.build(), method.getServerCallHandler());
	}

	FakeExecutor executor() {
		return this.executor;
	}

	private FakeSession session(String id) {
		return this.sessions.computeIfAbsent(id, (unknown) -> new FakeSession(this.stubs));
	}

	@Override
	public void executePlan(ExecutePlanRequest request, StreamObserver<ExecutePlanResponse> observer) {
		ServerCallStreamObserver<ExecutePlanResponse> call = (ServerCallStreamObserver<ExecutePlanResponse>) observer;
		// With a cancel handler, writing to a cancelled call has no effect.
		call.setOnCancelHandler(() -> this.executor.operations().end(request.getOperationId()));
		handlingErrors(observer, () -> this.executor.execute(session(request.getSessionId()), request, call));
	}

	@Override
	public void analyzePlan(AnalyzePlanRequest request, StreamObserver<AnalyzePlanResponse> observer) {
		handlingErrors(observer, () -> FakeAnalyzer.analyze(session(request.getSessionId()), request, observer));
	}

	@Override
	public void config(ConfigRequest request, StreamObserver<ConfigResponse> observer) {
		respond(observer, () -> FakeConfig.respond(session(request.getSessionId()), request));
	}

	@Override
	public void interrupt(InterruptRequest request, StreamObserver<InterruptResponse> observer) {
		respond(observer,
				() -> InterruptResponse.newBuilder()
					.setSessionId(request.getSessionId())
					.setServerSideSessionId(session(request.getSessionId()).serverSideId())
					.addAllInterruptedIds(this.executor.operations().interrupt(request))
					.build());
	}

	@Override
	public StreamObserver<AddArtifactsRequest> addArtifacts(StreamObserver<AddArtifactsResponse> observer) {
		return new FakeArtifacts(observer);
	}

	@Override
	public void artifactStatus(ArtifactStatusesRequest request, StreamObserver<ArtifactStatusesResponse> observer) {
		respond(observer,
				() -> ArtifactStatusesResponse.newBuilder()
					.setSessionId(request.getSessionId())
					.setServerSideSessionId(session(request.getSessionId()).serverSideId())
					.build());
	}

	@Override
	public void releaseExecute(ReleaseExecuteRequest request, StreamObserver<ReleaseExecuteResponse> observer) {
		respond(observer,
				() -> ReleaseExecuteResponse.newBuilder()
					.setSessionId(request.getSessionId())
					.setServerSideSessionId(session(request.getSessionId()).serverSideId())
					.setOperationId(request.getOperationId())
					.build());
	}

	@Override
	public void releaseSession(ReleaseSessionRequest request, StreamObserver<ReleaseSessionResponse> observer) {
		this.sessions.remove(request.getSessionId());
		respond(observer, () -> ReleaseSessionResponse.newBuilder().setSessionId(request.getSessionId()).build());
	}

	@Override
	public void cloneSession(CloneSessionRequest request, StreamObserver<CloneSessionResponse> observer) {
		respond(observer, () -> {
			FakeSession clone = session(request.getNewSessionId());
			clone.config().putAll(session(request.getSessionId()).config());
			return CloneSessionResponse.newBuilder()
				.setSessionId(request.getSessionId())
				.setServerSideSessionId(session(request.getSessionId()).serverSideId())
				.setNewSessionId(request.getNewSessionId())
				.setNewServerSideSessionId(clone.serverSideId())
				.build();
		});
	}

	private static <A> void respond(StreamObserver<A> observer, Supplier<A> response) {
		handlingErrors(observer, () -> {
			observer.onNext(response.get());
			observer.onCompleted();
		});
	}

	/**
	 * Sends exceptions to the client, which would otherwise wait forever.
	 */
	private static void handlingErrors(StreamObserver<?> observer, Runnable call) {
		try {
			call.run();
		}
		catch (StatusRuntimeException ex) {
			observer.onError(ex);
		}
		catch (RuntimeException ex) {
			observer
				.onError(Status.INTERNAL.withDescription("FakeSpark failed: " + ex).withCause(ex).asRuntimeException());
		}
	}

}
