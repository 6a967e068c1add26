package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.List;

import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * The execution of one plan, repeated once in a new session if the first session is lost
 * before the plan had an effect.
 * <p>
 * One thread at a time may read the responses; any thread may close the execution.
 */
final class PlanExecution {

	private final SparkConnectClient client;

	private final PlanRequest request;

	private final List<ExecutionListener> listeners;

	/**
	 * The time at which the timeout of the plan ends, for all attempts together.
	 */
	private final long expiry;

	/**
	 * The operation and its listeners, which always belong together.
	 */
	private volatile Attempt attempt;

	private boolean repeated;

	/**
	 * {@code true} once the reader has received a part of the result.
	 */
	private boolean delivered;

	private volatile boolean finished;

	private volatile boolean closedEarly;

	/**
	 * Prepares an execution.
	 * @param client the client that runs it
	 * @param request the plan
	 * @param listeners the listeners of the execution
	 * @param session the session to run in
	 */
	PlanExecution(SparkConnectClient client, PlanRequest request, List<ExecutionListener> listeners,
			SessionHandle session) {
		this.client = client;
		this.request = request;
		this.listeners = listeners;
		Duration timeout = request.options().timeout();
		this.expiry = (timeout != null) ? System.nanoTime() + Connection.nanos(timeout) : 0;
		this.attempt = prepare(session);
	}

	/**
	 * Notifies listeners of a plan for which there is no session.
	 * @param client the client that should have run it
	 * @param request the plan
	 * @param listeners the listeners of the execution
	 * @param failure the reason
	 */
	static void notifyRefused(SparkConnectClient client, PlanRequest request, List<ExecutionListener> listeners,
			RuntimeException failure) {
		OutgoingExecution outgoing = outgoing(client, request, client.currentSession());
		ExecutionEvents.prepare(outgoing, listeners);
		ExecutionEvents events = new ExecutionEvents(outgoing.execution(), listeners);
		events.started();
		events.failed(failure);
	}

	private static OutgoingExecution outgoing(SparkConnectClient client, PlanRequest request, SessionHandle session) {
		return new OutgoingExecution(session.sessionId(), client.server(), request.kind(),
				client.requests().tags(request.options()), request.planText());
	}

	private Attempt prepare(SessionHandle session) {
		OutgoingExecution outgoing = outgoing(this.client, this.request, session);
		ExecutionEvents.prepare(outgoing, this.listeners);
		ExecutionEvents events = new ExecutionEvents(outgoing.execution(), this.listeners);
		ExecutePlanRequest message = message(session, outgoing, events);
		this.client.calls().use();
		return new Attempt(new ReattachableExecution(this.client.connection(), session, message, outgoing::addHeaders,
				timeLeft(), events), events);
	}

	private ExecutePlanRequest message(SessionHandle session, OutgoingExecution outgoing, ExecutionEvents events) {
		try {
			return this.client.requests().execute(session, this.request.plan(), outgoing, this.client.isReattachable());
		}
		catch (RuntimeException ex) {
			// The supplier of user context extensions may have failed.
			events.failed(ex);
			throw ex;
		}
	}

	private @Nullable Duration timeLeft() {
		return (this.request.options().timeout() != null) ? Connection.left(this.expiry) : null;
	}

	/**
	 * Connects, since sending the plan itself has no time limit, and sends the plan.
	 */
	void start() {
		Attempt current = this.attempt;
		current.events().started();
		try {
			connect(current.execution());
			current.execution().start();
		}
		catch (RuntimeException ex) {
			current.execution().cancel();
			throw failed(ex);
		}
		if (this.closedEarly) {
			// close() may have been called too early to cancel this attempt.
			current.execution().cancel();
			current.events().failed(closed());
		}
	}

	private void connect(ReattachableExecution execution) {
		Duration left = timeLeft();
		try {
			this.client.calls().connect(execution.session(), left);
		}
		catch (UnreachableException ex) {
			if (left == null || !this.client.connection().triesFor(left)) {
				throw ex;
			}
			throw new OperationTimeoutException("The timeout of the operation " + execution.operationId()
					+ " was over before there was a connection", ex);
		}
	}

	/**
	 * Notifies listeners that the plan is not sent at all.
	 */
	RuntimeException rejected(RuntimeException rejection) {
		this.attempt.events().started();
		this.attempt.events().failed(rejection);
		return rejection;
	}

	String operationId() {
		return this.attempt.execution().operationId();
	}

	/**
	 * Returns the next response and waits for it.
	 * @return the response, or {@code null} when the operation is complete
	 * @throws io.sparkex.errors.SparkException if the operation failed
	 * @throws OperationCancelledException if this thread was interrupted, the timeout of
	 * the operation is over, which also cancels it on the server, or the execution was
	 * closed
	 */
	@Nullable ExecutePlanResponse next() {
		if (this.closedEarly) {
			throw closed();
		}
		while (!this.finished) {
			try {
				ExecutePlanResponse response = this.attempt.execution().next();
				if (response != null) {
					return accept(response);
				}
				this.attempt.events().finished();
				finish();
			}
			catch (StatusRuntimeException ex) {
				recover(ex);
			}
			catch (RuntimeException ex) {
				this.attempt.execution().cancel();
				throw failed(ex);
			}
		}
		if (this.closedEarly) {
			throw closed();
		}
		return null;
	}

	private ExecutePlanResponse accept(ExecutePlanResponse response) {
		this.attempt.execution().session().observe(response.getServerSideSessionId());
		check(response);
		this.delivered |= !response.hasExecutionProgress();
		this.attempt.events().received(response);
		return response;
	}

	private void check(ExecutePlanResponse response) {
		if (!response.getOperationId().isEmpty() && !response.getOperationId().equals(operationId())) {
			throw new CorruptResultException("The server sent a response of the operation " + response.getOperationId()
					+ " among those of " + operationId());
		}
	}

	/**
	 * Repeats the plan in a new session if the session is lost and the plan had no
	 * effect.
	 */
	private void recover(StatusRuntimeException ex) {
		if (this.closedEarly) {
			throw closed();
		}
		SparkException failure = this.client.calls().convert(this.attempt.execution().session(), ex);
		Attempt next;
		try {
			next = repeat(this.attempt.execution(), failure);
		}
		catch (RuntimeException rejection) {
			throw this.closedEarly ? closed() : failed(rejection);
		}
		if (next == null) {
			throw failed(failure);
		}
		failure.initOperationId(operationId());
		this.attempt.events().failed(failure);
		this.attempt = next;
		if (this.closedEarly) {
			next.events().failed(closed());
			throw closed();
		}
		start();
	}

	/**
	 * Prepares a second attempt in a rebuilt session.
	 * @return the attempt, or {@code null} if the plan must not be repeated
	 */
	private @Nullable Attempt repeat(ReattachableExecution failed, SparkException failure) {
		if (!(failure instanceof SessionLostException loss)) {
			return null;
		}
		boolean query = this.request.kind() == Execution.Kind.QUERY;
		boolean hadNoEffect = query ? !this.delivered : failed.wasRefused();
		if (!hadNoEffect || this.repeated) {
			this.client.lifecycle().markLost(failed.session(), loss);
			return null;
		}
		this.repeated = true;
		SessionHandle session = this.client.lifecycle().replace(failed.session(), loss);
		return prepare(query ? session : this.client.unaryRequests().identified(session));
	}

	private RuntimeException failed(RuntimeException failure) {
		if (failure instanceof SparkException own) {
			own.initOperationId(operationId());
		}
		this.attempt.events().failed(failure);
		finish();
		return failure;
	}

	private void finish() {
		this.finished = true;
		this.client.ended(this);
	}

	private OperationCancelledException closed() {
		OperationCancelledException closed = new OperationCancelledException(
				"The results of the operation " + operationId() + " were closed before their end");
		closed.initOperationId(operationId());
		return closed;
	}

	/**
	 * Ends the execution and cancels the operation on the server if it is still running.
	 * @return whether it was still running
	 */
	boolean close() {
		if (this.finished) {
			return false;
		}
		this.closedEarly = true;
		this.finished = true;
		boolean stopped = this.attempt.execution().cancel();
		if (stopped) {
			this.attempt.events().failed(closed());
		}
		this.client.ended(this);
		return stopped;
	}

	/**
	 * One operation on the server and the notifier of its listeners.
	 */
	private record Attempt(ReattachableExecution execution, ExecutionEvents events) {

	}

}
