package io.sparkex.transport;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SparkException;
import io.sparkex.proto.AnalyzePlanRequest;
import io.sparkex.proto.AnalyzePlanResponse;
import io.sparkex.proto.ConfigRequest;
import io.sparkex.proto.ConfigResponse;
import io.sparkex.proto.ExecutePlanRequest;
import io.sparkex.proto.ExecutePlanResponse;
import io.sparkex.proto.FetchErrorDetailsRequest;
import io.sparkex.proto.FetchErrorDetailsResponse;
import io.sparkex.proto.InterruptRequest;
import io.sparkex.proto.Plan;
import io.sparkex.proto.ReleaseSessionRequest;
import io.sparkex.proto.ResultChunkingOptions;
import io.sparkex.proto.SparkConnectServiceGrpc;
import io.sparkex.protocol.AnalyzeEncoder;
import io.sparkex.protocol.ConfigEncoder;

/**
 * One session with one server: the only class that makes remote calls.
 * <p>
 * Nothing is dialled before the first call. Thread-safe. Closing it releases the session
 * and closes the channel.
 *
 * @since 0.1.0
 */
public final class SparkConnectClient implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(SparkConnectClient.class);

	private static final Duration HOUSEKEEPING_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * No work for a server, but one that has just started may be slow.
	 */
	private static final Duration CONFIGURATION_TIMEOUT = Duration.ofSeconds(60);

	/**
	 * How many bytes of a stream of requests may wait to be sent: with gRPC's own few the
	 * sender would sleep after each.
	 */
	private static final int SEND_AHEAD = 1 << 20;

	private static final MethodDescriptor<ExecutePlanRequest, ExecutePlanResponse> EXECUTE = SparkConnectServiceGrpc
		.getExecutePlanMethod()
		.toBuilder()
		.setResponseMarshaller(
				new AliasingMarshaller(SparkConnectServiceGrpc.getExecutePlanMethod().getResponseMarshaller()))
		.build();

	/**
	 * Lets servers since 4.1 cut batches that do not fit into a message.
	 */
	private static final ExecutePlanRequest.RequestOption CHUNKED_RESULTS = ExecutePlanRequest.RequestOption
		.newBuilder()
		.setResultChunkingOptions(ResultChunkingOptions.newBuilder().setAllowArrowBatchChunking(true))
		.build();

	private final ManagedChannel channel;

	private final Channel calls;

	private final SessionHandle session;

	private final SessionTags tags = new SessionTags();

	private final ErrorConverter errors;

	private final ConnectionGate gate;

	private final TokenCache tokens;

	private final Map<String, String> configuration;

	private final ReentrantLock configurationLock = new ReentrantLock();

	private volatile boolean configured;

	private volatile boolean used;

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * A client that dials on its first call.
	 * @param options where the server is and how to talk to it
	 */
	public SparkConnectClient(ClientOptions options) {
		ConnectionString target = options.target();
		this.session = new SessionHandle(target.sessionId(), userId(target), UserAgent.of(target.userAgent()));
		this.errors = new ErrorConverter(target, this::fetchErrorDetails);
		this.configuration = options.configuration();
		this.configured = this.configuration.isEmpty();
		this.tokens = options.tokens();
		this.channel = options.channelFactory().create(target, options.channel());
		this.gate = new ConnectionGate(this.channel, target.authority(), options.channel().connectTimeout());
		this.calls = ClientInterceptors.intercept(this.channel, new HeaderInterceptor(this.tokens, target.headers()));
	}

	private static String userId(ConnectionString target) {
		return (target.userId() != null) ? target.userId() : System.getProperty("user.name", "");
	}

	/**
	 * The id of the session, chosen by the client.
	 * @return a UUID
	 */
	public String sessionId() {
		return this.session.sessionId();
	}

	/**
	 * The tags that operations bear which begin from now on.
	 * @return the tags, to be changed
	 */
	public SessionTags tags() {
		return this.tags;
	}

	/**
	 * What acts on the session as a whole.
	 * @return the control of this session
	 */
	public SessionControl control() {
		return new SessionControl(this, this.session);
	}

	/**
	 * What sends files to the server.
	 * @return the uploader of this session
	 */
	public ArtifactUploader artifacts() {
		return new ArtifactUploader(this, this.session);
	}

	/**
	 * Runs a plan.
	 * @param plan the plan
	 * @return its responses, to be closed by the caller
	 */
	public ResponseStream execute(Plan plan) {
		prepare();
		String operationId = UUID.randomUUID().toString();
		ExecutePlanRequest request = executeRequest(plan, operationId);
		return new ResponseStream(this.calls.newCall(EXECUTE, CallOptions.DEFAULT), operationId, new StreamOwner())
			.start(request);
	}

	/**
	 * Runs a plan for its effect, without waiting for it or hearing of its failure. Does
	 * nothing when the session is closed, which undoes all effects anyway.
	 * @param plan the plan
	 */
	public void executeInBackground(Plan plan) {
		if (!this.closed.get()) {
			ClientCalls.asyncServerStreamingCall(this.calls.newCall(EXECUTE, within(HOUSEKEEPING_TIMEOUT)),
					executeRequest(plan, UUID.randomUUID().toString()), new IgnoredResponses());
		}
	}

	private ExecutePlanRequest executeRequest(Plan plan, String operationId) {
		ExecutePlanRequest.Builder request = ExecutePlanRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType())
			.setOperationId(operationId)
			.addAllTags(this.tags.get())
			.addRequestOptions(CHUNKED_RESULTS)
			.setPlan(plan);
		this.session.sendObserved(request::setClientObservedServerSideSessionId);
		this.used = true;
		return request.build();
	}

	/**
	 * Asks a question about a plan.
	 * @param question the request but for what all requests have
	 * @return the answer
	 */
	public AnalyzePlanResponse analyze(AnalyzePlanRequest.Builder question) {
		prepare();
		return analyze(question, CallOptions.DEFAULT);
	}

	/**
	 * Asks the server for its version, without any other work.
	 * @param timeout the longest time to wait
	 * @return the version of Spark
	 * @throws IllegalArgumentException if the timeout is not positive
	 */
	public String ping(Duration timeout) {
		checkOpen();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("timeout must be positive but is " + timeout);
		}
		this.tokens.refresh();
		this.gate.retryNow();
		return analyze(AnalyzeEncoder.sparkVersion(), within(timeout)).getSparkVersion().getVersion();
	}

	private AnalyzePlanResponse analyze(AnalyzePlanRequest.Builder request, CallOptions options) {
		request.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType());
		this.session.sendObserved(request::setClientObservedServerSideSessionId);
		return unary(SparkConnectServiceGrpc.getAnalyzePlanMethod(), options, request.build(),
				AnalyzePlanResponse::getServerSideSessionId);
	}

	/**
	 * Reads or changes the configuration of the session. What the server warns of is
	 * logged.
	 * @param operation what is asked
	 * @return the answer
	 */
	public ConfigResponse config(ConfigRequest.Operation operation) {
		prepare();
		return configure(operation);
	}

	private ConfigResponse configure(ConfigRequest.Operation operation) {
		ConfigRequest.Builder request = ConfigRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType())
			.setOperation(operation);
		this.session.sendObserved(request::setClientObservedServerSideSessionId);
		ConfigResponse answer = unary(SparkConnectServiceGrpc.getConfigMethod(), within(CONFIGURATION_TIMEOUT),
				request.build(), ConfigResponse::getServerSideSessionId);
		answer.getWarningsList().forEach((warning) -> logger.warn("The server warns: {}", warning));
		return answer;
	}

	/**
	 * Makes another call that belongs to the session, without configuring it before.
	 */
	<Q, A> A call(MethodDescriptor<Q, A> method, Duration timeout, Q request, Function<A, String> serverSessionId) {
		checkOpen();
		this.gate.pass();
		this.tokens.refresh();
		return unary(method, within(timeout), request, serverSessionId);
	}

	/**
	 * Begins a call of many requests that belongs to the session.
	 */
	<Q, A> RequestStream<Q, A> stream(MethodDescriptor<Q, A> method, Duration stallTimeout) {
		prepare();
		this.used = true;
		CallOptions options = CallOptions.DEFAULT.withOnReadyThreshold(SEND_AHEAD);
		return new RequestStream<>(this.calls.newCall(method, options), this::convert, stallTimeout).start();
	}

	private <Q, A> A unary(MethodDescriptor<Q, A> method, CallOptions options, Q request,
			Function<A, String> serverSessionId) {
		this.used = true;
		try {
			A answer = ClientCalls.blockingUnaryCall(this.calls, method, options, request);
			this.session.observe(serverSessionId.apply(answer));
			return answer;
		}
		catch (StatusRuntimeException ex) {
			throw convert(ex.getStatus(), ex.getTrailers());
		}
	}

	private SparkException convert(Status status, @Nullable Metadata trailers) {
		if (this.closed.get()) {
			return new OperationCancelledException("The session " + this.session.sessionId() + " was closed meanwhile",
					status.asException(trailers));
		}
		return this.errors.convert(status, trailers, this.session.serverSessionId() != null);
	}

	private static CallOptions within(Duration timeout) {
		return CallOptions.DEFAULT.withDeadlineAfter(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
	}

	/**
	 * Waits for the connection and sets the initial configuration once, before the first
	 * request that may depend on it.
	 */
	private void prepare() {
		checkOpen();
		this.gate.pass();
		this.tokens.refresh();
		if (this.configured) {
			return;
		}
		lockConfiguration();
		try {
			if (!this.configured) {
				configure(ConfigEncoder.set(this.configuration));
				this.configured = true;
			}
		}
		finally {
			this.configurationLock.unlock();
		}
	}

	private void lockConfiguration() {
		try {
			this.configurationLock.lockInterruptibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while the session was configured", ex);
		}
	}

	private void checkOpen() {
		if (this.closed.get()) {
			throw new IllegalStateException("The session " + this.session.sessionId() + " is closed");
		}
	}

	private FetchErrorDetailsResponse.@Nullable Error fetchErrorDetails(String errorId) {
		FetchErrorDetailsRequest request = FetchErrorDetailsRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType())
			.setErrorId(errorId)
			.build();
		try {
			FetchErrorDetailsResponse details = ClientCalls.blockingUnaryCall(this.calls,
					SparkConnectServiceGrpc.getFetchErrorDetailsMethod(), within(HOUSEKEEPING_TIMEOUT), request);
			return details.hasRootErrorIdx() ? details.getErrors(details.getRootErrorIdx()) : null;
		}
		catch (StatusRuntimeException | IndexOutOfBoundsException ex) {
			// The trailers have said enough to report the error itself.
			logger.debug("No details of the error {}", errorId, ex);
			return null;
		}
	}

	/**
	 * Releases the session on the server, which stops what it still runs, and closes the
	 * channel. Takes ten seconds at most.
	 */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		if (this.used) {
			release();
		}
		this.channel.shutdown();
		try {
			if (!this.channel.awaitTermination(HOUSEKEEPING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
				this.channel.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.channel.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	private void release() {
		ReleaseSessionRequest request = ReleaseSessionRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType())
			.build();
		try {
			ClientCalls.blockingUnaryCall(this.calls, SparkConnectServiceGrpc.getReleaseSessionMethod(),
					within(HOUSEKEEPING_TIMEOUT), request);
		}
		catch (StatusRuntimeException ex) {
			// The server forgets an idle session by itself.
			logger.debug("The session {} was not released", this.session.sessionId(), ex);
		}
	}

	private static final class IgnoredResponses implements StreamObserver<ExecutePlanResponse> {

		@Override
		public void onNext(ExecutePlanResponse response) {
		}

		@Override
		public void onError(Throwable error) {
			logger.debug("Work in the background failed", error);
		}

		@Override
		public void onCompleted() {
		}

	}

	private final class StreamOwner implements ResponseStream.Owner {

		@Override
		public void observe(ExecutePlanResponse response) {
			SparkConnectClient.this.session.observe(response.getServerSideSessionId());
		}

		@Override
		public RuntimeException convert(Status status, @Nullable Metadata trailers) {
			return SparkConnectClient.this.convert(status, trailers);
		}

		@Override
		public void interrupt(String operationId) {
			InterruptRequest request = control().operationRequest(operationId);
			// Nobody waits for the outcome: the reader has gone.
			ClientCalls.futureUnaryCall(SparkConnectClient.this.calls
				.newCall(SparkConnectServiceGrpc.getInterruptMethod(), within(HOUSEKEEPING_TIMEOUT)), request);
		}

	}

}
