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
 * The calls of Spark Connect, as a fake server takes them. Thread-safe.
 */
final class FakeService extends SparkConnectServiceGrpc.SparkConnectServiceImplBase {

	private final Map<String, FakeSession> sessions = new ConcurrentHashMap<>();

	private final FakeRules rules;

	private final FakeExecutor executor;

	FakeService(FakeRules rules) {
		this.rules = rules;
		this.executor = new FakeExecutor(rules);
	}

	/**
	 * The service, which reads requests from their bytes as any other server does.
	 */
	ServerServiceDefinition definition() {
		ServerServiceDefinition.Builder definition = ServerServiceDefinition
			.builder(SparkConnectServiceGrpc.SERVICE_NAME);
		bindService().getMethods().forEach((method) -> definition.addMethod(reading(method)));
		return definition.build();
	}

	private static <Q, A> ServerMethodDefinition<Q, A> reading(ServerMethodDefinition<Q, A> method) {
		MethodDescriptor<Q, A> descriptor = method.getMethodDescriptor();
		return ServerMethodDefinition.create(descriptor
			.toBuilder(new ReadingMarshaller<>(descriptor.getRequestMarshaller()), descriptor.getResponseMarshaller())
			.build(), method.getServerCallHandler());
	}

	FakeExecutor executor() {
		return this.executor;
	}

	private FakeSession session(String id) {
		return this.sessions.computeIfAbsent(id, (unknown) -> new FakeSession(this.rules));
	}

	@Override
	public void executePlan(ExecutePlanRequest request, StreamObserver<ExecutePlanResponse> observer) {
		ServerCallStreamObserver<ExecutePlanResponse> call = (ServerCallStreamObserver<ExecutePlanResponse>) observer;
		// From now on, writing to a call that the client has ended does nothing.
		call.setOnCancelHandler(() -> this.executor.operations().end(request.getOperationId()));
		guarded(observer, () -> this.executor.execute(session(request.getSessionId()), request, call));
	}

	@Override
	public void analyzePlan(AnalyzePlanRequest request, StreamObserver<AnalyzePlanResponse> observer) {
		guarded(observer, () -> FakeAnalyzer.analyze(session(request.getSessionId()), request, observer));
	}

	@Override
	public void config(ConfigRequest request, StreamObserver<ConfigResponse> observer) {
		answer(observer, () -> FakeConfig.answer(session(request.getSessionId()), request));
	}

	@Override
	public void interrupt(InterruptRequest request, StreamObserver<InterruptResponse> observer) {
		answer(observer,
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
		answer(observer,
				() -> ArtifactStatusesResponse.newBuilder()
					.setSessionId(request.getSessionId())
					.setServerSideSessionId(session(request.getSessionId()).serverSideId())
					.build());
	}

	@Override
	public void releaseExecute(ReleaseExecuteRequest request, StreamObserver<ReleaseExecuteResponse> observer) {
		answer(observer,
				() -> ReleaseExecuteResponse.newBuilder()
					.setSessionId(request.getSessionId())
					.setServerSideSessionId(session(request.getSessionId()).serverSideId())
					.setOperationId(request.getOperationId())
					.build());
	}

	@Override
	public void releaseSession(ReleaseSessionRequest request, StreamObserver<ReleaseSessionResponse> observer) {
		this.sessions.remove(request.getSessionId());
		answer(observer, () -> ReleaseSessionResponse.newBuilder().setSessionId(request.getSessionId()).build());
	}

	@Override
	public void cloneSession(CloneSessionRequest request, StreamObserver<CloneSessionResponse> observer) {
		answer(observer, () -> {
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

	private static <A> void answer(StreamObserver<A> observer, Supplier<A> answer) {
		guarded(observer, () -> {
			observer.onNext(answer.get());
			observer.onCompleted();
		});
	}

	/**
	 * Hands a failure to the client, which would else learn nothing of it.
	 */
	private static void guarded(StreamObserver<?> observer, Runnable call) {
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
