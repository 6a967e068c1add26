package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.errors.SessionLostException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.UnreachableException;
import io.sparkex.execution.Execution;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.Plan;

/**
 * A plan to be run, in another session if the first is lost before anything was done.
 */
final class PlanTask implements RunningPlan.Owner {

	private final SparkConnectClient client;

	private final Plan plan;

	private final Execution.Kind kind;

	private final ExecutionOptions options;

	private final List<ExecutionListener> listeners;

	private final Supplier<String> planText;

	/**
	 * When the time of the task is over, however often it is begun.
	 */
	private long expiry;

	private boolean restarted;

	/**
	 * A task that has yet to be run.
	 * @param client whom it belongs to
	 * @param plan what to run
	 * @param kind whether it may be run twice
	 * @param options what to heed
	 * @param listeners who hears of it
	 * @param planText prints the plan
	 */
	PlanTask(SparkConnectClient client, Plan plan, Execution.Kind kind, ExecutionOptions options,
			List<ExecutionListener> listeners, Supplier<String> planText) {
		this.client = client;
		this.plan = plan;
		this.kind = kind;
		this.options = options;
		this.listeners = listeners;
		this.planText = planText;
	}

	/**
	 * A new operation in a session, yet to be started.
	 */
	RunningPlan.Run run(SessionHandle session) {
		if (!this.restarted && this.options.timeout() != null) {
			this.expiry = System.nanoTime() + Connection.nanos(this.options.timeout());
		}
		OutgoingExecution outgoing = prepare(session);
		ExecutionEvents events = new ExecutionEvents(outgoing.execution(), this.listeners);
		ExecutePlanRequest request = request(session, outgoing, events);
		this.client.calls().use();
		return new RunningPlan.Run(new ReattachableExecution(this.client.connection(), session, request,
				outgoing::addHeaders, timeout(), events), events);
	}

	private OutgoingExecution prepare(SessionHandle session) {
		OutgoingExecution outgoing = new OutgoingExecution(session.sessionId(), this.client.server(), this.kind,
				this.client.requests().tags(this.options), this.planText);
		ExecutionEvents.prepare(outgoing, this.listeners);
		return outgoing;
	}

	private ExecutePlanRequest request(SessionHandle session, OutgoingExecution outgoing, ExecutionEvents events) {
		try {
			return this.client.requests().execute(session, this.plan, outgoing, this.client.isReattachable());
		}
		catch (RuntimeException ex) {
			// The extensions of the user context may have failed.
			events.failed(ex);
			throw ex;
		}
	}

	/**
	 * Has listeners hear of a task that has found no session to run in.
	 */
	RuntimeException refused(SessionHandle session, RuntimeException refusal) {
		ExecutionEvents events = new ExecutionEvents(prepare(session).execution(), this.listeners);
		events.started();
		events.failed(refusal);
		return refusal;
	}

	private @Nullable Duration timeout() {
		return (this.options.timeout() != null) ? Connection.left(this.expiry) : null;
	}

	@Override
	public void connect(ReattachableExecution execution) {
		Duration left = timeout();
		try {
			this.client.calls().connect(execution.session(), left);
		}
		catch (UnreachableException ex) {
			if (left == null || !this.client.connection().triesFor(left)) {
				throw ex;
			}
			throw new OperationTimeoutException(
					"The time of the operation " + execution.operationId() + " was over before there was a connection",
					ex);
		}
	}

	@Override
	public SparkException convert(ReattachableExecution failed, StatusRuntimeException failure) {
		return this.client.calls().convert(failed.session(), failure);
	}

	@Override
	public RunningPlan.@Nullable Run restart(ReattachableExecution failed, SparkException failure, boolean delivered) {
		if (!(failure instanceof SessionLostException loss)) {
			return null;
		}
		boolean harmless = (this.kind == Execution.Kind.QUERY) ? !delivered : failed.wasRefused();
		if (!harmless || this.restarted) {
			this.client.keeper().mourn(failed.session(), loss);
			return null;
		}
		this.restarted = true;
		SessionHandle session = this.client.keeper().replace(failed.session(), loss);
		return run((this.kind == Execution.Kind.COMMAND) ? this.client.questions().known(session) : session);
	}

	@Override
	public void ended(RunningPlan plan) {
		this.client.ended(plan);
	}

}
