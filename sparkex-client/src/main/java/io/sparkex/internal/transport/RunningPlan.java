package io.sparkex.internal.transport;

import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SparkException;
import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * A plan that runs, in another session if the first is lost before anything was done.
 * <p>
 * To be read by one thread at a time; any thread may close it.
 */
final class RunningPlan {

	private final Owner owner;

	/**
	 * The execution, and who is told of it: always of one and the same.
	 */
	private volatile Run run;

	/**
	 * Whether something of the result has reached the reader.
	 */
	private boolean delivered;

	private volatile boolean finished;

	private volatile boolean closedEarly;

	RunningPlan(Owner owner, Run run) {
		this.owner = owner;
		this.run = run;
	}

	void start() {
		Run current = this.run;
		current.events().started();
		try {
			this.owner.connect(current.execution());
			current.execution().start();
		}
		catch (RuntimeException ex) {
			current.execution().cancel();
			throw failed(ex);
		}
		if (this.closedEarly) {
			// Whoever closed it may have come too early to stop this one.
			current.execution().cancel();
			current.events().failed(closed());
		}
	}

	/**
	 * Has listeners hear that it does not run at all.
	 */
	RuntimeException refused(RuntimeException refusal) {
		this.run.events().failed(refusal);
		return refusal;
	}

	String operationId() {
		return this.run.execution().operationId();
	}

	/**
	 * The next response, waited for if need be.
	 * @return the response, or {@code null} when the operation is done
	 * @throws io.sparkex.errors.SparkException if the operation failed
	 * @throws OperationCancelledException if this thread was interrupted, or the time of
	 * the operation is over, which stops it on the server as well, or the stream was
	 * closed before its end
	 */
	@Nullable ExecutePlanResponse next() {
		if (this.closedEarly) {
			throw closed();
		}
		while (!this.finished) {
			try {
				ExecutePlanResponse response = this.run.execution().next();
				if (response != null) {
					return accept(response);
				}
				this.run.events().finished();
				finish();
			}
			catch (StatusRuntimeException ex) {
				recover(ex);
			}
			catch (RuntimeException ex) {
				this.run.execution().cancel();
				throw failed(ex);
			}
		}
		if (this.closedEarly) {
			throw closed();
		}
		return null;
	}

	private ExecutePlanResponse accept(ExecutePlanResponse response) {
		this.run.execution().session().observe(response.getServerSideSessionId());
		check(response);
		this.delivered |= !response.hasExecutionProgress();
		this.run.events().received(response);
		return response;
	}

	private void check(ExecutePlanResponse response) {
		if (!response.getOperationId().isEmpty() && !response.getOperationId().equals(operationId())) {
			throw new CorruptResultException("The server sent a response of the operation " + response.getOperationId()
					+ " among those of " + operationId());
		}
	}

	/**
	 * Runs the plan in another session, if this one is lost and nothing was done.
	 */
	private void recover(StatusRuntimeException ex) {
		if (this.closedEarly) {
			throw closed();
		}
		SparkException failure = this.owner.convert(this.run.execution(), ex);
		Run again;
		try {
			again = this.owner.restart(this.run.execution(), failure, this.delivered);
		}
		catch (RuntimeException refusal) {
			throw this.closedEarly ? closed() : failed(refusal);
		}
		if (again == null) {
			throw failed(failure);
		}
		failure.initOperationId(operationId());
		this.run.events().failed(failure);
		this.run = again;
		if (this.closedEarly) {
			again.events().failed(closed());
			throw closed();
		}
		start();
	}

	private RuntimeException failed(RuntimeException failure) {
		if (failure instanceof SparkException own) {
			own.initOperationId(operationId());
		}
		this.run.events().failed(failure);
		finish();
		return failure;
	}

	private void finish() {
		this.finished = true;
		this.owner.ended(this);
	}

	private OperationCancelledException closed() {
		OperationCancelledException closed = new OperationCancelledException(
				"The results of the operation " + operationId() + " were closed before their end");
		closed.initOperationId(operationId());
		return closed;
	}

	/**
	 * Ends it. If the operation is still running, it is stopped on the server.
	 * @return whether it was
	 */
	boolean close() {
		if (this.finished) {
			return false;
		}
		this.closedEarly = true;
		this.finished = true;
		boolean stopped = this.run.execution().cancel();
		if (stopped) {
			this.run.events().failed(closed());
		}
		this.owner.ended(this);
		return stopped;
	}

	/**
	 * What it needs of the client it belongs to.
	 */
	interface Owner {

		/**
		 * Waits for a connection before a plan is sent, since that call has no time
		 * limit.
		 */
		void connect(ReattachableExecution execution);

		SparkException convert(ReattachableExecution failed, StatusRuntimeException failure);

		/**
		 * Has the plan run again in the place of an execution that failed.
		 * @param failed the execution
		 * @param failure why it failed
		 * @param delivered whether the reader has seen something of the result
		 * @return a new execution, or {@code null} if there must be none
		 */
		@Nullable Run restart(ReattachableExecution failed, SparkException failure, boolean delivered);

		void ended(RunningPlan plan);

	}

	/**
	 * An execution and those who are told of it.
	 */
	record Run(ReattachableExecution execution, ExecutionEvents events) {

	}

}
