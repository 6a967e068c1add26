package io.sparkex.internal.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ChannelOptions;
import io.sparkex.connect.ConnectionString;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.connect.SparkChannelFactory;
import io.sparkex.connect.SparkTokenSupplier;
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
import io.sparkex.internal.proto.ErrorInfo;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.FetchErrorDetailsRequest;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.InterruptResponse;
import io.sparkex.internal.proto.ReattachExecuteRequest;
import io.sparkex.internal.proto.ReleaseExecuteRequest;
import io.sparkex.internal.proto.ReleaseExecuteResponse;
import io.sparkex.internal.proto.ReleaseSessionRequest;
import io.sparkex.internal.proto.ReleaseSessionResponse;
import io.sparkex.internal.proto.RetryInfo;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An in-process server that responds as a test specifies and records its requests.
 */
final class FakeServer extends SparkConnectServiceGrpc.SparkConnectServiceImplBase implements AutoCloseable {

	private static final Metadata.Key<byte[]> STATUS_DETAILS = Metadata.Key.of("grpc-status-details-bin",
			Metadata.BINARY_BYTE_MARSHALLER);

	final AtomicInteger channels = new AtomicInteger();

	private final List<ManagedChannel> opened = new CopyOnWriteArrayList<>();

	final List<Metadata> headers = new CopyOnWriteArrayList<>();

	final List<AnalyzePlanRequest> analyses = new CopyOnWriteArrayList<>();

	final List<ConfigRequest> configs = new CopyOnWriteArrayList<>();

	final List<ExecutePlanRequest> executions = new CopyOnWriteArrayList<>();

	final List<FetchErrorDetailsRequest> fetches = new CopyOnWriteArrayList<>();

	final List<ReleaseSessionRequest> releases = new CopyOnWriteArrayList<>();

	final List<ReattachExecuteRequest> reattaches = new CopyOnWriteArrayList<>();

	final List<CloneSessionRequest> clones = new CopyOnWriteArrayList<>();

	final BlockingQueue<InterruptRequest> interrupts = new LinkedBlockingQueue<>();

	/**
	 * Interrupts and releases of operations, in the order of arrival.
	 */
	final BlockingQueue<Message> cleanups = new LinkedBlockingQueue<>();

	/**
	 * The number of health checks received.
	 */
	final AtomicInteger healthChecks = new AtomicInteger();

	/**
	 * True if the server accepts health checks and never responds, as on a dead
	 * connection. Otherwise it does not implement health checks.
	 */
	volatile boolean swallowsHealthChecks;

	final FakeArtifacts artifacts = new FakeArtifacts();

	final CountDownLatch cancelled = new CountDownLatch(1);

	volatile String serverSessionId = "server-1";

	volatile BiConsumer<AnalyzePlanRequest, StreamObserver<AnalyzePlanResponse>> onAnalyze = (request, observer) -> {
		observer.onNext(AnalyzePlanResponse.newBuilder()
			.setServerSideSessionId(this.serverSessionId)
			.setSparkVersion(AnalyzePlanResponse.SparkVersion.newBuilder().setVersion("4.1.2"))
			.build());
		observer.onCompleted();
	};

	volatile BiConsumer<ConfigRequest, StreamObserver<ConfigResponse>> onConfig = (request, observer) -> {
		observer.onNext(ConfigResponse.newBuilder().setServerSideSessionId(this.serverSessionId).build());
		observer.onCompleted();
	};

	volatile BiConsumer<ExecutePlanRequest, ServerCallStreamObserver<ExecutePlanResponse>> onExecute = (request,
			observer) -> observer.onCompleted();

	volatile BiConsumer<ReattachExecuteRequest, ServerCallStreamObserver<ExecutePlanResponse>> onReattach = (request,
			observer) -> observer.onCompleted();

	volatile BiConsumer<ReleaseExecuteRequest, StreamObserver<ReleaseExecuteResponse>> onReleaseExecute = (request,
			observer) -> {
		observer.onNext(ReleaseExecuteResponse.getDefaultInstance());
		observer.onCompleted();
	};

	volatile BiConsumer<FetchErrorDetailsRequest, StreamObserver<FetchErrorDetailsResponse>> onFetch = (request,
			observer) -> observer.onError(Status.NOT_FOUND.asRuntimeException());

	volatile BiConsumer<ReleaseSessionRequest, StreamObserver<ReleaseSessionResponse>> onRelease = (request,
			observer) -> {
		observer.onNext(ReleaseSessionResponse.getDefaultInstance());
		observer.onCompleted();
	};

	private final String name = InProcessServerBuilder.generateName();

	private final Server server;

	FakeServer() {
		try {
			this.server = InProcessServerBuilder.forName(this.name)
				.addService(this)
				.intercept(new HeaderRecorder())
				.fallbackHandlerRegistry(new HealthChecks())
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SparkConnectClient client() {
		return client("sc://localhost", Map.of());
	}

	SparkConnectClient client(String url, Map<String, String> configuration) {
		return client(url,
				(options) -> options.withConfiguration(configuration)
					.withReattachable(false)
					.withRetryPolicy(RetryPolicy.failFast()));
	}

	SparkConnectClient client(SparkTokenSupplier tokenSupplier) {
		return client("sc://localhost",
				(options) -> options.withTokenSupplier(tokenSupplier)
					.withReattachable(false)
					.withRetryPolicy(RetryPolicy.failFast()));
	}

	/**
	 * Creates a client with customized options.
	 */
	SparkConnectClient client(String url, UnaryOperator<ClientOptions> customizer) {
		SparkChannelFactory factory = (target, options) -> {
			this.channels.incrementAndGet();
			return channel();
		};
		ClientOptions options = ClientOptions.of(ConnectionString.parse(url))
			.withChannel(ChannelOptions.defaults().withConnectTimeout(Duration.ofSeconds(1)))
			.withChannelFactory(factory);
		return new SparkConnectClient(customizer.apply(options));
	}

	/**
	 * Creates a channel to this server. Closing the server closes the channel.
	 */
	ManagedChannel channel() {
		ManagedChannel channel = InProcessChannelBuilder.forName(this.name).build();
		this.opened.add(channel);
		return channel;
	}

	/**
	 * Creates a failure as Spark's servers report it.
	 */
	static RuntimeException failure(String message, String reason, Map<String, String> metadata) {
		ErrorInfo info = ErrorInfo.newBuilder()
			.setReason(reason)
			.setDomain("org.apache.spark")
			.putAllMetadata(metadata)
			.build();
		// Servers pack the message under its official name.
		Any packed = Any.newBuilder()
			.setTypeUrl("type.googleapis.com/google.rpc.ErrorInfo")
			.setValue(info.toByteString())
			.build();
		io.sparkex.internal.proto.Status details = io.sparkex.internal.proto.Status.newBuilder()
			.setCode(Status.Code.INTERNAL.value())
			.setMessage(message)
			.addDetails(packed)
			.build();
		Metadata trailers = new Metadata();
		trailers.put(STATUS_DETAILS, details.toByteArray());
		return Status.INTERNAL.withDescription(message).asRuntimeException(trailers);
	}

	/**
	 * Creates a failure of Spark that only has an error class.
	 */
	static RuntimeException failure(String errorClass) {
		return failure(errorClass, "org.apache.spark.SparkSQLException", Map.of("errorClass", errorClass));
	}

	/**
	 * Creates a failure with a retry delay from the server.
	 */
	static RuntimeException busy(Duration delay) {
		RetryInfo info = RetryInfo.newBuilder()
			.setRetryDelay(com.google.protobuf.Duration.newBuilder()
				.setSeconds(delay.toSeconds())
				.setNanos(delay.toNanosPart()))
			.build();
		Any packed = Any.newBuilder()
			.setTypeUrl("type.googleapis.com/google.rpc.RetryInfo")
			.setValue(info.toByteString())
			.build();
		Metadata trailers = new Metadata();
		trailers.put(STATUS_DETAILS,
				io.sparkex.internal.proto.Status.newBuilder().addDetails(packed).build().toByteArray());
		return Status.RESOURCE_EXHAUSTED.withDescription("busy").asRuntimeException(trailers);
	}

	void failAnalysis(RuntimeException failure) {
		this.onAnalyze = (request, observer) -> observer.onError(failure);
	}

	static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).as("in time").isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void analyzePlan(AnalyzePlanRequest request, StreamObserver<AnalyzePlanResponse> observer) {
		this.analyses.add(request);
		this.onAnalyze.accept(request, observer);
	}

	@Override
	public void config(ConfigRequest request, StreamObserver<ConfigResponse> observer) {
		this.configs.add(request);
		this.onConfig.accept(request, observer);
	}

	@Override
	public void executePlan(ExecutePlanRequest request, StreamObserver<ExecutePlanResponse> observer) {
		this.executions.add(request);
		ServerCallStreamObserver<ExecutePlanResponse> call = (ServerCallStreamObserver<ExecutePlanResponse>) observer;
		call.setOnCancelHandler(this.cancelled::countDown);
		this.onExecute.accept(request, call);
	}

	@Override
	public void reattachExecute(ReattachExecuteRequest request, StreamObserver<ExecutePlanResponse> observer) {
		this.reattaches.add(request);
		ServerCallStreamObserver<ExecutePlanResponse> call = (ServerCallStreamObserver<ExecutePlanResponse>) observer;
		call.setOnCancelHandler(this.cancelled::countDown);
		this.onReattach.accept(request, call);
	}

	@Override
	public void releaseExecute(ReleaseExecuteRequest request, StreamObserver<ReleaseExecuteResponse> observer) {
		this.cleanups.add(request);
		this.onReleaseExecute.accept(request, observer);
	}

	@Override
	public void cloneSession(CloneSessionRequest request, StreamObserver<CloneSessionResponse> observer) {
		this.clones.add(request);
		observer.onNext(CloneSessionResponse.newBuilder().setNewSessionId(request.getNewSessionId()).build());
		observer.onCompleted();
	}

	@Override
	public void fetchErrorDetails(FetchErrorDetailsRequest request,
			StreamObserver<FetchErrorDetailsResponse> observer) {
		this.fetches.add(request);
		this.onFetch.accept(request, observer);
	}

	@Override
	public void interrupt(InterruptRequest request, StreamObserver<InterruptResponse> observer) {
		this.interrupts.add(request);
		this.cleanups.add(request);
		observer.onNext(InterruptResponse.getDefaultInstance());
		observer.onCompleted();
	}

	@Override
	public StreamObserver<AddArtifactsRequest> addArtifacts(StreamObserver<AddArtifactsResponse> observer) {
		return this.artifacts.add((ServerCallStreamObserver<AddArtifactsResponse>) observer);
	}

	@Override
	public void artifactStatus(ArtifactStatusesRequest request, StreamObserver<ArtifactStatusesResponse> observer) {
		this.artifacts.status(request, observer);
	}

	@Override
	public void releaseSession(ReleaseSessionRequest request, StreamObserver<ReleaseSessionResponse> observer) {
		this.releases.add(request);
		this.onRelease.accept(request, observer);
	}

	@Override
	public void close() {
		this.server.shutdownNow();
		this.opened.forEach(ManagedChannel::shutdownNow);
	}

	private final class HeaderRecorder implements ServerInterceptor {

		@Override
		public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
				ServerCallHandler<Q, A> next) {
			FakeServer.this.headers.add(headers);
			return next.startCall(call, headers);
		}

	}

	/**
	 * A registry of the health service, which is not part of the Spark Connect service.
	 */
	private final class HealthChecks extends HandlerRegistry {

		@Override
		public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
			FakeServer.this.healthChecks.incrementAndGet();
			if (!FakeServer.this.swallowsHealthChecks) {
				return null;
			}
			return ServerMethodDefinition.create(
					SparkConnectServiceGrpc.getReleaseExecuteMethod().toBuilder().setFullMethodName(method).build(),
					(call, headers) -> new ServerCall.Listener<>() {
					});
		}

	}

}
