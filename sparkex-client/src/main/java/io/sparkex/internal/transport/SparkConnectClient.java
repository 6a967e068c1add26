package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.internal.proto.AnalyzePlanRequest;
import io.sparkex.internal.proto.AnalyzePlanResponse;
import io.sparkex.internal.proto.ConfigRequest;
import io.sparkex.internal.proto.ConfigResponse;
import io.sparkex.internal.proto.Plan;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

/**
 * The client of one session on one server: the only class that makes remote calls.
 * <p>
 * Connects with its first call. Thread-safe. Closing it releases the session and leaves
 * the connection, which other sessions may share.
 *
 * @since 0.1.0
 */
public final class SparkConnectClient implements AutoCloseable {

	private final ClientOptions options;

	private final Connection connection;

	private final SessionLifecycle lifecycle;

	private final SessionTags tags = new SessionTags();

	private final ExecuteRequests requests;

	private final List<ExecutionListener> listeners;

	private final SessionCalls calls;

	private final UnaryRequests unaryRequests;

	private final RunningExecutions running = new RunningExecutions();

	private final SessionInitialization initialization;

	/**
	 * {@code true} if the session on the server ends with this client.
	 */
	private final boolean owner;

	/**
	 * Creates a client that connects with its first call.
	 * @param options the options of the client
	 * @throws io.sparkex.errors.InvalidConnectionStringException if the options for TLS
	 * or tokens contradict the target
	 */
	public SparkConnectClient(ClientOptions options) {
		this(new Connection(options.secured()));
	}

	private SparkConnectClient(Connection connection) {
		this(connection.options(), connection, firstSession(connection.options()), null, true);
	}

	/**
	 * Creates a client for a session.
	 * @param options the options of the client
	 * @param connection the connection, which other clients may share
	 * @param session the session
	 * @param original the lifecycle of the session that {@code session} is a clone of, or
	 * {@code null} for a new session
	 * @param owner whether the session on the server ends with this client
	 */
	private SparkConnectClient(ClientOptions options, Connection connection, SessionHandle session,
			@Nullable SessionLifecycle original, boolean owner) {
		this.options = options;
		this.connection = connection;
		this.owner = owner;
		this.listeners = new CopyOnWriteArrayList<>(options.executionListeners());
		this.requests = new ExecuteRequests(this.tags);
		this.calls = new SessionCalls(options, connection);
		this.unaryRequests = new UnaryRequests(this.calls, options.timeouts());
		this.initialization = new SessionInitialization(this.calls, this.unaryRequests, options.setups(),
				(fresh) -> new SparkConnectClient(options.forSetup(), connection, fresh, null, false));
		this.lifecycle = (original != null) ? original.forClone(session, this.initialization)
				: new SessionLifecycle(options, session, this.initialization);
	}

	private static SessionHandle firstSession(ClientOptions options) {
		ConnectionString target = options.target();
		String userId = (target.userId() != null) ? target.userId() : System.getProperty("user.name", "");
		return new SessionHandle(target.sessionId(), userId, UserAgent.of(target.userAgent()),
				options.userContextExtensions());
	}

	/**
	 * Creates another session with the same options on the same connection.
	 * @return a new client, to be closed by the caller
	 */
	public SparkConnectClient newSession() {
		return newSession(this.lifecycle.current().another());
	}

	/**
	 * Creates a session of another user with the same options on the same connection.
	 * @param userId the id of the user
	 * @return a new client, to be closed by the caller
	 */
	public SparkConnectClient newSession(String userId) {
		return newSession(this.lifecycle.current().ofAnother(userId));
	}

	private SparkConnectClient newSession(SessionHandle session) {
		checkOpen();
		return new SparkConnectClient(this.options, this.connection.share(), session, null, true);
	}

	/**
	 * Creates a session with the current configuration, views, functions and artifacts of
	 * this one.
	 * @return a new client, to be closed by the caller
	 */
	public SparkConnectClient cloneSession() {
		SessionHandle clone = inSession((session) -> control().cloneSession(session));
		return new SparkConnectClient(this.options, this.connection.share(), clone, this.lifecycle, true);
	}

	/**
	 * Returns the id of the session, which the client chooses. It changes when the
	 * session is rebuilt.
	 * @return a UUID
	 */
	public String sessionId() {
		return this.lifecycle.current().sessionId();
	}

	/**
	 * Returns the tags of new operations.
	 * @return the tags, mutable
	 */
	public SessionTags tags() {
		return this.tags;
	}

	/**
	 * Returns the control of the session.
	 * @return the control
	 */
	public SessionControl control() {
		return new SessionControl(this);
	}

	/**
	 * Returns the uploader of the session.
	 * @return the uploader
	 */
	public ArtifactUploader artifacts() {
		return new ArtifactUploader(this);
	}

	/**
	 * Returns the listeners of new executions.
	 * @return the listeners, mutable
	 */
	public List<ExecutionListener> listeners() {
		return this.listeners;
	}

	/**
	 * Records state of the session that cannot be restored in a new session.
	 * @param state a description of the state
	 */
	public void recordState(String state) {
		this.lifecycle.record((kept) -> kept.record(state));
	}

	/**
	 * Records that the session no longer has a state.
	 * @param state the description of the state
	 */
	public void clearState(String state) {
		this.lifecycle.record((kept) -> kept.clear(state));
	}

	/**
	 * Runs a plan without side effects, which may run twice.
	 * @param plan the plan
	 * @param options the options of the execution
	 * @return the responses, to be closed by the caller
	 */
	public ResponseStream query(Plan plan, ExecutionOptions options) {
		return query(plan, options, plan::toString);
	}

	/**
	 * Runs a plan without side effects, which may run twice.
	 * @param plan the plan
	 * @param options the options of the execution
	 * @param planText returns the plan as text for listeners
	 * @return the responses, to be closed by the caller
	 */
	public ResponseStream query(Plan plan, ExecutionOptions options, Supplier<String> planText) {
		return run(new PlanRequest(plan, Execution.Kind.QUERY, limited(options), planText), this::ready);
	}

	/**
	 * Runs a plan at most once.
	 * @param plan the plan
	 * @param options the options of the execution
	 * @return the responses, to be closed by the caller
	 */
	public ResponseStream command(Plan plan, ExecutionOptions options) {
		return command(plan, options, plan::toString);
	}

	/**
	 * Runs a plan at most once.
	 * @param plan the plan
	 * @param options the options of the execution
	 * @param planText returns the plan as text for listeners
	 * @return the responses, to be closed by the caller
	 */
	public ResponseStream command(Plan plan, ExecutionOptions options, Supplier<String> planText) {
		return run(new PlanRequest(plan, Execution.Kind.COMMAND, limited(options), planText),
				() -> inSession(this.unaryRequests::identified));
	}

	private ResponseStream run(PlanRequest request, Supplier<SessionHandle> sessions) {
		List<ExecutionListener> notified = new ArrayList<>(this.listeners);
		notified.addAll(request.options().listeners());
		SessionHandle session;
		try {
			session = sessions.get();
		}
		catch (SparkException ex) {
			PlanExecution.notifyRefused(this, request, notified, ex);
			throw ex;
		}
		PlanExecution execution = new PlanExecution(this, request, notified, session);
		if (!this.running.add(execution)) {
			throw execution.rejected(new IllegalStateException(
					"The session " + session.sessionId() + " is shutting down and accepts no more queries"));
		}
		execution.start();
		if (!this.calls.isOpen()) {
			// close() may have run before the execution was registered.
			execution.close();
		}
		return new ResponseStream(execution);
	}

	private ExecutionOptions limited(ExecutionOptions options) {
		Duration limit = this.options.executionTimeout();
		return (limit != null && options.timeout() == null) ? options.withTimeout(limit) : options;
	}

	/**
	 * Returns the connection.
	 */
	Connection connection() {
		return this.connection;
	}

	/**
	 * Returns the address of the server.
	 */
	String server() {
		return this.options.target().authority();
	}

	ExecuteRequests requests() {
		return this.requests;
	}

	boolean isReattachable() {
		return this.options.reattachable();
	}

	SessionCalls calls() {
		return this.calls;
	}

	UnaryRequests unaryRequests() {
		return this.unaryRequests;
	}

	SessionLifecycle lifecycle() {
		return this.lifecycle;
	}

	/**
	 * Unregisters an execution whose result is no longer read.
	 */
	void ended(PlanExecution execution) {
		this.running.remove(execution);
	}

	/**
	 * Runs a plan for its side effect, without waiting for it or reporting its failure.
	 * Does nothing if the session is closed, which undoes all effects.
	 * @param plan the plan
	 */
	public void executeInBackground(Plan plan) {
		if (this.calls.isOpen()) {
			SessionHandle session = this.lifecycle.current();
			this.connection.sendInBackground(SparkConnectServiceGrpc.getExecutePlanMethod(),
					this.requests.execute(session, plan,
							new OutgoingExecution(session.sessionId(), server(), Execution.Kind.COMMAND,
									this.requests.tags(ExecutionOptions.NONE), plan::toString),
							false),
					SessionCalls.HOUSEKEEPING_TIMEOUT);
		}
	}

	/**
	 * Analyzes a plan.
	 * @param question the request without the fields that all requests share
	 * @return the response
	 */
	public AnalyzePlanResponse analyze(AnalyzePlanRequest.Builder question) {
		return inSession((session) -> this.unaryRequests.analyze(session, question));
	}

	/**
	 * Requests the version of the server once, without retries.
	 * @param timeout the maximum time to wait
	 * @return the version of Spark
	 * @throws IllegalArgumentException if the timeout is not positive
	 */
	public String ping(Duration timeout) {
		checkOpen();
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("timeout must be positive but is " + timeout);
		}
		long deadline = System.nanoTime() + Connection.nanos(timeout);
		SessionHandle session = this.lifecycle.current();
		try {
			return this.unaryRequests.ping(session, timeout);
		}
		catch (SessionLostException ex) {
			this.lifecycle.markLost(session, ex);
			if (!this.options.rebuildLostSession()) {
				throw ex;
			}
			// Rebuilding the session may take longer than a ping, so the next call does
			// that. A temporary session shows that the server responds.
			SessionHandle temporary = session.another();
			try {
				return this.unaryRequests.ping(temporary, Connection.left(deadline));
			}
			finally {
				this.calls.discard(temporary);
			}
		}
	}

	/**
	 * Reads or changes the configuration of the session and logs the warnings of the
	 * server.
	 * @param operation the operation
	 * @return the response
	 */
	public ConfigResponse config(ConfigRequest.Operation operation) {
		ConfigResponse answer = inSession((session) -> this.unaryRequests.configure(session, operation));
		this.lifecycle.record((kept) -> kept.configured(operation));
		return answer;
	}

	/**
	 * Makes a call in the session, and repeats it once if the session had to be rebuilt.
	 */
	<T> T inSession(Function<SessionHandle, T> work) {
		SessionHandle session = ready();
		try {
			return work.apply(session);
		}
		catch (SessionLostException ex) {
			return work.apply(this.lifecycle.replace(session, ex));
		}
	}

	SessionHandle currentSession() {
		return this.lifecycle.current();
	}

	/**
	 * Records uploaded artifacts for a rebuilt session.
	 */
	void uploaded(Collection<Artifact> artifacts) {
		this.lifecycle.record((kept) -> kept.uploaded(artifacts));
	}

	private SessionHandle ready() {
		checkOpen();
		return this.lifecycle.ready();
	}

	private void checkOpen() {
		this.calls.checkOpen(this.lifecycle.current());
	}

	/**
	 * Refuses new plans and waits for the running ones.
	 * @param atMost the maximum time to wait
	 * @return whether all plans have ended
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	public boolean drain(Duration atMost) {
		try {
			return this.running.drain(atMost);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while it waited for queries to end", ex);
		}
	}

	/**
	 * Returns whether the client accepts calls.
	 * @return {@code false} once it is closed
	 */
	public boolean isOpen() {
		return this.calls.isOpen();
	}

	/**
	 * Cancels running plans, releases the session on the server, and leaves the
	 * connection. Takes at most ten seconds.
	 */
	@Override
	public void close() {
		if (!this.calls.end()) {
			return;
		}
		this.initialization.close();
		if (!this.owner) {
			this.running.close();
			return;
		}
		// An interrupted thread would not wait for the release.
		boolean interrupted = Thread.interrupted();
		try {
			this.running.close();
			this.calls.close(this.lifecycle.current());
			this.lifecycle.notifyClosed();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
