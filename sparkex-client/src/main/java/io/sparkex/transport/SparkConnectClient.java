package io.sparkex.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.proto.AnalyzePlanRequest;
import io.sparkex.proto.AnalyzePlanResponse;
import io.sparkex.proto.ConfigRequest;
import io.sparkex.proto.ConfigResponse;
import io.sparkex.proto.ExecutePlanRequest;
import io.sparkex.proto.FetchErrorDetailsRequest;
import io.sparkex.proto.FetchErrorDetailsResponse;
import io.sparkex.proto.Plan;
import io.sparkex.proto.ReattachOptions;
import io.sparkex.proto.ReleaseSessionRequest;
import io.sparkex.proto.ResultChunkingOptions;
import io.sparkex.proto.SparkConnectServiceGrpc;
import io.sparkex.protocol.AnalyzeEncoder;
import io.sparkex.protocol.ConfigEncoder;

/**
 * One session with one server: the only class that makes remote calls.
 * <p>
 * Nothing is dialled before the first call. Thread-safe. Closing it releases the session
 * and leaves the connection, which other sessions may share.
 *
 * @since 0.1.0
 */
public final class SparkConnectClient implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(SparkConnectClient.class);

	private static final Duration HOUSEKEEPING_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * How many bytes of a stream of requests may wait to be sent: with gRPC's own few the
	 * sender would sleep after each.
	 */
	private static final int SEND_AHEAD = 1 << 20;

	/**
	 * Lets servers since 4.1 cut batches that do not fit into a message.
	 */
	private static final ExecutePlanRequest.RequestOption CHUNKED_RESULTS = ExecutePlanRequest.RequestOption
		.newBuilder()
		.setResultChunkingOptions(ResultChunkingOptions.newBuilder().setAllowArrowBatchChunking(true))
		.build();

	/**
	 * Has the server keep responses until they have arrived.
	 */
	private static final ExecutePlanRequest.RequestOption REATTACHABLE = ExecutePlanRequest.RequestOption.newBuilder()
		.setReattachOptions(ReattachOptions.newBuilder().setReattachable(true))
		.build();

	private final ClientOptions options;

	private final Connection connection;

	private final SessionKeeper keeper;

	private final SessionTags tags = new SessionTags();

	private final List<ExecutionListener> listeners;

	private final ErrorConverter errors;

	private final Set<ResponseStream> running = ConcurrentHashMap.newKeySet();

	/**
	 * Whether the session on the server ends with this client.
	 */
	private final boolean owner;

	private volatile boolean used;

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * A client that dials on its first call.
	 * @param options where the server is and how to talk to it
	 */
	public SparkConnectClient(ClientOptions options) {
		this(options, new Connection(options),
				(client) -> new SessionKeeper(options, firstSession(options), client::setUp), true);
	}

	private SparkConnectClient(ClientOptions options, Connection connection,
			Function<SparkConnectClient, SessionKeeper> keeper, boolean owner) {
		this.options = options;
		this.connection = connection;
		this.owner = owner;
		this.listeners = new CopyOnWriteArrayList<>(options.executionListeners());
		this.errors = new ErrorConverter(options.target(), this::fetchErrorDetails);
		this.keeper = keeper.apply(this);
	}

	private static SessionHandle firstSession(ClientOptions options) {
		ConnectionString target = options.target();
		String userId = (target.userId() != null) ? target.userId() : System.getProperty("user.name", "");
		return new SessionHandle(target.sessionId(), userId, UserAgent.of(target.userAgent()),
				options.userContextExtensions());
	}

	/**
	 * Another session on the same server and connection, described as this one was.
	 * @return a client of its own, to be closed by the caller
	 */
	public SparkConnectClient newSession() {
		checkOpen();
		SessionHandle session = this.keeper.current().another();
		return new SparkConnectClient(this.options, this.connection.share(),
				(client) -> new SessionKeeper(this.options, session, client::setUp), true);
	}

	/**
	 * Another session that begins with the configuration, views, functions and artifacts
	 * that this one has now.
	 * @return a client of its own, to be closed by the caller
	 */
	public SparkConnectClient cloneSession() {
		SessionHandle clone = inSession((session) -> control().cloneSession(session));
		return new SparkConnectClient(this.options, this.connection.share(),
				(client) -> this.keeper.forClone(clone, client::setUp), true);
	}

	/**
	 * The id of the session, chosen by the client. It changes when the session is
	 * rebuilt.
	 * @return a UUID
	 */
	public String sessionId() {
		return this.keeper.current().sessionId();
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
		return new SessionControl(this);
	}

	/**
	 * What sends files to the server.
	 * @return the uploader of this session
	 */
	public ArtifactUploader artifacts() {
		return new ArtifactUploader(this);
	}

	/**
	 * Who hears of executions that begin from now on.
	 * @return the listeners, to be changed
	 */
	public List<ExecutionListener> listeners() {
		return this.listeners;
	}

	/**
	 * Takes note of a state that the session has gained and that could not be given to
	 * another in its place.
	 * @param state what it is, for people
	 */
	public void gained(String state) {
		SessionState kept = this.keeper.state();
		if (kept != null) {
			kept.gained(state);
		}
	}

	/**
	 * Takes note that the session has a state no more.
	 * @param state what it was
	 */
	public void gaveUp(String state) {
		SessionState kept = this.keeper.state();
		if (kept != null) {
			kept.lost(state);
		}
	}

	/**
	 * Runs a plan that has no effect, so that it may be run twice.
	 * @param plan the plan
	 * @param options what to heed
	 * @return its responses, to be closed by the caller
	 */
	public ResponseStream query(Plan plan, ExecutionOptions options) {
		SessionHandle session = ready();
		return new Task(plan, Execution.Kind.QUERY, options).open(session);
	}

	/**
	 * Runs a plan once at most.
	 * @param plan the plan
	 * @param options what to heed
	 * @return its responses, to be closed by the caller
	 */
	public ResponseStream command(Plan plan, ExecutionOptions options) {
		SessionHandle session = inSession(this::known);
		return new Task(plan, Execution.Kind.COMMAND, options).open(session);
	}

	/**
	 * Makes sure that a session has answered. Only a server that is told in which of its
	 * sessions a plan belongs refuses to run it a second time after a restart.
	 */
	private SessionHandle known(SessionHandle session) {
		if (session.serverSessionId() == null) {
			analyze(session, AnalyzeEncoder.sparkVersion());
		}
		return session;
	}

	/**
	 * Runs a plan for its effect, without waiting for it or hearing of its failure. Does
	 * nothing when the session is closed, which undoes all effects anyway.
	 * @param plan the plan
	 */
	public void executeInBackground(Plan plan) {
		if (!this.closed.get()) {
			this.connection.sendInBackground(SparkConnectServiceGrpc.getExecutePlanMethod(),
					executeRequest(this.keeper.current(), plan, ExecutionOptions.NONE, false).build(),
					HOUSEKEEPING_TIMEOUT, () -> {
					});
		}
	}

	private ExecutePlanRequest.Builder executeRequest(SessionHandle session, Plan plan, ExecutionOptions options,
			boolean reattachable) {
		Set<String> allTags = this.tags.get();
		allTags.addAll(options.tags());
		ExecutePlanRequest.Builder request = ExecutePlanRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setOperationId(UUID.randomUUID().toString())
			.addAllTags(allTags)
			.addRequestOptions(CHUNKED_RESULTS)
			.setPlan(plan);
		if (reattachable) {
			request.addRequestOptions(REATTACHABLE);
		}
		session.sendObserved(request::setClientObservedServerSideSessionId);
		this.used = true;
		return request;
	}

	/**
	 * Asks a question about a plan.
	 * @param question the request but for what all requests have
	 * @return the answer
	 */
	public AnalyzePlanResponse analyze(AnalyzePlanRequest.Builder question) {
		return inSession((session) -> analyze(session, question));
	}

	private AnalyzePlanResponse analyze(SessionHandle session, AnalyzePlanRequest.Builder question) {
		return unary(session, SparkConnectServiceGrpc.getAnalyzePlanMethod(), addressed(session, question).build(),
				this.connection.timeouts().analysis(), AnalyzePlanResponse::getServerSideSessionId);
	}

	private static AnalyzePlanRequest.Builder addressed(SessionHandle session, AnalyzePlanRequest.Builder question) {
		question.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.clearClientObservedServerSideSessionId();
		session.sendObserved(question::setClientObservedServerSideSessionId);
		return question;
	}

	/**
	 * Asks the server for its version, without any other work, and once only.
	 * @param timeout the longest time to wait
	 * @return the version of Spark
	 * @throws IllegalArgumentException if the timeout is not positive
	 */
	public String ping(Duration timeout) {
		checkOpen();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("timeout must be positive but is " + timeout);
		}
		SessionHandle session = this.keeper.current();
		try {
			return ping(session, timeout);
		}
		catch (SessionLostException ex) {
			return ping(this.keeper.replace(session, ex), timeout);
		}
	}

	private String ping(SessionHandle session, Duration timeout) {
		this.used = true;
		AnalyzePlanRequest question = addressed(session, AnalyzeEncoder.sparkVersion()).build();
		AnalyzePlanResponse answer = observed(session, AnalyzePlanResponse::getServerSideSessionId,
				() -> this.connection.callOnce(SparkConnectServiceGrpc.getAnalyzePlanMethod(), question, timeout));
		return answer.getSparkVersion().getVersion();
	}

	/**
	 * Reads or changes the configuration of the session. What the server warns of is
	 * logged.
	 * @param operation what is asked
	 * @return the answer
	 */
	public ConfigResponse config(ConfigRequest.Operation operation) {
		ConfigResponse answer = inSession((session) -> configure(session, operation));
		SessionState kept = this.keeper.state();
		if (kept != null) {
			kept.configured(operation);
		}
		return answer;
	}

	private ConfigResponse configure(SessionHandle session, ConfigRequest.Operation operation) {
		ConfigRequest.Builder request = ConfigRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setOperation(operation);
		session.sendObserved(request::setClientObservedServerSideSessionId);
		ConfigResponse answer = request(session, SparkConnectServiceGrpc.getConfigMethod(), request.build(),
				ConfigResponse::getServerSideSessionId);
		answer.getWarningsList().forEach((warning) -> logger.warn("The server warns: {}", warning));
		return answer;
	}

	/**
	 * Makes a small request that belongs to a session and may be made twice.
	 */
	<Q, A> A request(SessionHandle session, MethodDescriptor<Q, A> method, Q request,
			Function<A, String> serverSessionId) {
		checkOpen();
		return unary(session, method, request, this.connection.timeouts().request(), serverSessionId);
	}

	/**
	 * Sends many requests that belong to a session and may be sent twice.
	 */
	<Q, A> A stream(SessionHandle session, MethodDescriptor<Q, A> method, Duration stallTimeout,
			Consumer<RequestStream<Q, A>> sender, Function<A, String> serverSessionId) {
		checkOpen();
		this.used = true;
		CallOptions options = CallOptions.DEFAULT.withOnReadyThreshold(SEND_AHEAD);
		return observed(session, serverSessionId, () -> this.connection.retrying(method.getBareMethodName(), () -> {
			this.connection.awaitConnection();
			try (RequestStream<Q, A> stream = new RequestStream<>(this.connection.newCall(method, options),
					Status::asRuntimeException, stallTimeout)) {
				sender.accept(stream.start());
				return stream.finish();
			}
		}));
	}

	private <Q, A> A unary(SessionHandle session, MethodDescriptor<Q, A> method, Q request, Duration timeout,
			Function<A, String> serverSessionId) {
		this.used = true;
		return observed(session, serverSessionId, () -> this.connection.call(method, request, timeout));
	}

	private <A> A observed(SessionHandle session, Function<A, String> serverSessionId, Supplier<A> call) {
		try {
			A answer = call.get();
			session.observe(serverSessionId.apply(answer));
			return answer;
		}
		catch (StatusRuntimeException ex) {
			throw convert(session, ex);
		}
	}

	/**
	 * Does something in the session, and once more if it had to be rebuilt for that.
	 */
	<T> T inSession(Function<SessionHandle, T> work) {
		SessionHandle session = ready();
		try {
			return work.apply(session);
		}
		catch (SessionLostException ex) {
			return work.apply(this.keeper.replace(session, ex));
		}
	}

	SessionHandle currentSession() {
		return this.keeper.current();
	}

	/**
	 * Takes note of what was sent, for a session in the place of this one.
	 */
	void uploaded(Collection<Artifact> artifacts) {
		SessionState kept = this.keeper.state();
		if (kept != null) {
			kept.uploaded(artifacts);
		}
	}

	/**
	 * Waits for a connection before a plan is sent, since a call would wait for ever.
	 */
	private void connect(SessionHandle session) {
		try {
			this.connection.retrying("Connecting", () -> {
				this.connection.awaitConnection();
				return true;
			});
		}
		catch (StatusRuntimeException ex) {
			throw convert(session, ex);
		}
	}

	private SparkException convert(SessionHandle session, StatusRuntimeException ex) {
		if (this.closed.get()) {
			return new OperationCancelledException("The session " + session.sessionId() + " was closed meanwhile", ex);
		}
		return this.errors.convert(ex.getStatus(), ex.getTrailers(), session.serverSessionId() != null);
	}

	private SessionHandle ready() {
		checkOpen();
		return this.keeper.ready();
	}

	/**
	 * Brings a session into the state that it is to begin with.
	 */
	private void setUp(SessionHandle session, SessionKeeper.Content content) {
		if (!content.configuration().isEmpty()) {
			configure(session, ConfigEncoder.set(content.configuration()));
		}
		content.unset().forEach((key) -> configure(session, ConfigEncoder.unset(key)));
		if (content.artifacts().isEmpty() && this.options.setups().isEmpty()) {
			return;
		}
		// They use the session before it is this client's, in as many threads as they
		// like.
		ClientOptions bare = this.options.bare();
		SparkConnectClient inside = new SparkConnectClient(bare, this.connection,
				(client) -> new SessionKeeper(bare, session, client::setUp), false);
		inside.artifacts().upload(content.artifacts());
		this.options.setups().forEach((setup) -> setup.run(inside));
	}

	private void checkOpen() {
		if (this.closed.get()) {
			throw new IllegalStateException("The session " + sessionId() + " is closed");
		}
	}

	private @Nullable FetchErrorDetailsResponse fetchErrorDetails(String errorId) {
		SessionHandle session = this.keeper.current();
		FetchErrorDetailsRequest request = FetchErrorDetailsRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setErrorId(errorId)
			.build();
		try {
			return this.connection.callOnce(SparkConnectServiceGrpc.getFetchErrorDetailsMethod(), request,
					HOUSEKEEPING_TIMEOUT);
		}
		catch (StatusRuntimeException | OperationCancelledException ex) {
			// The trailers have said enough to report the error itself.
			logger.debug("No details of the error {}", errorId, ex);
			return null;
		}
	}

	/**
	 * Stops what still runs, releases the session on the server, and leaves the
	 * connection. Takes ten seconds at most.
	 */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true) || !this.owner) {
			return;
		}
		this.running.forEach(ResponseStream::close);
		if (this.used) {
			release();
		}
		this.connection.close();
	}

	private void release() {
		SessionHandle session = this.keeper.current();
		ReleaseSessionRequest request = ReleaseSessionRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.build();
		try {
			this.connection.callOnce(SparkConnectServiceGrpc.getReleaseSessionMethod(), request, HOUSEKEEPING_TIMEOUT);
		}
		catch (StatusRuntimeException | OperationCancelledException ex) {
			// The server forgets an idle session by itself.
			logger.debug("The session {} was not released", session.sessionId(), ex);
		}
	}

	/**
	 * A plan to be run, in another session if the first is lost before it has begun.
	 */
	private final class Task implements ResponseStream.Owner {

		private final Plan plan;

		private final Execution.Kind kind;

		private final ExecutionOptions options;

		private boolean restarted;

		Task(Plan plan, Execution.Kind kind, ExecutionOptions options) {
			this.plan = plan;
			this.kind = kind;
			this.options = options;
		}

		ResponseStream open(SessionHandle session) {
			connect(session);
			ResponseStream stream = new ResponseStream(this, run(session));
			SparkConnectClient.this.running.add(stream);
			return stream.start();
		}

		private ResponseStream.Run run(SessionHandle session) {
			ExecutePlanRequest request = executeRequest(session, this.plan, this.options,
					SparkConnectClient.this.options.reattachable())
				.build();
			List<ExecutionListener> told = new ArrayList<>(SparkConnectClient.this.listeners);
			told.addAll(this.options.listeners());
			ExecutionEvents events = new ExecutionEvents(new Execution(request.getOperationId(), session.sessionId(),
					this.kind, Set.copyOf(request.getTagsList())), told);
			return new ResponseStream.Run(new ReattachableExecution(SparkConnectClient.this.connection, session,
					request, this.options.timeout(), events), events);
		}

		@Override
		public SparkException convert(ReattachableExecution failed, StatusRuntimeException failure) {
			return SparkConnectClient.this.convert(failed.session(), failure);
		}

		@Override
		public ResponseStream.@Nullable Run restart(ReattachableExecution failed, SparkException failure,
				boolean delivered) {
			if (!(failure instanceof SessionLostException loss)) {
				return null;
			}
			boolean harmless = (this.kind == Execution.Kind.QUERY) ? !delivered : failed.wasRefused();
			if (!harmless || this.restarted) {
				SparkConnectClient.this.keeper.mourn(failed.session(), loss);
				return null;
			}
			this.restarted = true;
			SessionHandle session = SparkConnectClient.this.keeper.replace(failed.session(), loss);
			return run((this.kind == Execution.Kind.COMMAND) ? known(session) : session);
		}

		@Override
		public void ended(ResponseStream stream) {
			SparkConnectClient.this.running.remove(stream);
		}

	}

}
