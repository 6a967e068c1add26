package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.grpc.CallOptions;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.execution.Execution;
import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * One operation on the server with its responses, each once and in order, over any number
 * of calls.
 * <p>
 * A call that ends before the operation is followed by another, which continues after the
 * last received response. An operation that the server does not know never arrived, and
 * is sent again with the same id, which the server accepts only once.
 * <p>
 * One thread reads; any thread may cancel.
 */
final class ReattachableExecution {

	private final Connection connection;

	private final SessionHandle session;

	private final String operationId;

	private final ResponseSubscription subscription;

	private final OperationCleanup cleanup;

	private final ExecutionEvents events;

	private final Backoff backoff;

	/**
	 * The end of the timeout in the time of {@link System#nanoTime()}, if there is one.
	 */
	private final long expiry;

	private final boolean expires;

	/**
	 * {@code true} if the token was renewed since the last response.
	 */
	private boolean renewed;

	/**
	 * Creates an operation that is not started.
	 * @param connection the connection
	 * @param session the session
	 * @param request the request to execute the plan
	 * @param callOptions adds the options of calls
	 * @param timeout the timeout, or {@code null} for none
	 * @param events the events of the execution
	 */
	ReattachableExecution(Connection connection, SessionHandle session, ExecutePlanRequest request,
			UnaryOperator<CallOptions> callOptions, @Nullable Duration timeout, ExecutionEvents events) {
		this.connection = connection;
		this.session = session;
		this.operationId = request.getOperationId();
		this.expires = timeout != null;
		this.expiry = (timeout != null) ? System.nanoTime() + Connection.nanos(timeout) : 0;
		this.events = events;
		this.cleanup = new OperationCleanup(connection, session, request);
		this.subscription = new ResponseSubscription(connection,
				new ExecuteCallFactory(connection, session, request, () -> callOptions.apply(limits())),
				ExecuteRequests.isReattachable(request), this.cleanup::abandon);
		this.backoff = connection.backoff();
	}

	private CallOptions limits() {
		return this.expires ? Connection.within(Duration.ofNanos(Math.max(1, left()))) : CallOptions.DEFAULT;
	}

	private long left() {
		return this.expiry - System.nanoTime();
	}

	String operationId() {
		return this.operationId;
	}

	SessionHandle session() {
		return this.session;
	}

	/**
	 * Returns whether the server certainly did not start: it received one request and
	 * rejected it.
	 */
	boolean wasRefused() {
		return this.subscription.wasRefused();
	}

	/**
	 * Sends the plan. Does not block.
	 */
	void start() {
		this.subscription.begin(AttachMode.EXECUTE);
	}

	/**
	 * Returns the next response and waits for it.
	 * @return the response, or {@code null} when the operation is complete
	 * @throws StatusRuntimeException if the operation failed or its connection could not
	 * be restored
	 * @throws OperationCancelledException if this thread was interrupted, or the timeout
	 * is over
	 */
	@Nullable ExecutePlanResponse next() {
		while (true) {
			ReaderQueue.Signal signal = take();
			notifyReattached();
			ExecutePlanResponse response = signal.response();
			if (response != null) {
				this.backoff.reset();
				this.renewed = false;
				this.cleanup.consumed(response);
				return response;
			}
			ExecuteCall.Failure failure = signal.failure();
			if (failure == null) {
				if (this.subscription.close()) {
					this.cleanup.release();
				}
				return null;
			}
			resume(failure);
		}
	}

	private void notifyReattached() {
		for (int times = this.subscription.takeReattached(); times > 0; times--) {
			this.events.reattached();
		}
	}

	private ReaderQueue.Signal take() {
		long inactivity = this.connection.timeouts().inactivity().toNanos();
		while (true) {
			ReaderQueue.Signal signal;
			try {
				signal = this.subscription.poll(this.expires ? Math.min(inactivity, left()) : inactivity);
			}
			catch (InterruptedException ex) {
				throw interrupted(ex);
			}
			checkTime();
			if (signal != null) {
				return signal;
			}
			this.subscription.suspect();
		}
	}

	private OperationCancelledException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		cancel();
		return new OperationCancelledException(
				"The thread was interrupted while it waited for the operation " + this.operationId, ex);
	}

	private void checkTime() {
		if (this.expires && left() <= 0) {
			cancel();
			throw new OperationTimeoutException(
					"The operation " + this.operationId + " was cancelled because its timeout is over");
		}
	}

	/**
	 * Starts another call after the last one has ended, if that may help.
	 * @throws StatusRuntimeException if it would not
	 */
	private void resume(ExecuteCall.Failure failure) {
		AttachMode mode = failure.attachMode(this.subscription.isReattachable(),
				this.session.serverSessionId() != null);
		if (failure.status().isOk() && mode != null) {
			this.subscription.begin(mode);
			return;
		}
		if (hasRenewedToken(failure)) {
			return;
		}
		StatusRuntimeException reason = failure.status().asRuntimeException(failure.trailers());
		while (mode != null) {
			Duration wait = this.backoff.next(ErrorTrailers.parse(reason.getTrailers()).retryDelay());
			if (wait == null) {
				break;
			}
			this.events.retried(wait, String.valueOf(reason.getMessage()));
			if (isClosedWhile(wait)) {
				// The reader will receive the reason.
				return;
			}
			try {
				awaitConnection();
				this.subscription.begin(mode);
				return;
			}
			catch (StatusRuntimeException ex) {
				reason = ex;
			}
		}
		fail(failure);
		throw reason;
	}

	/**
	 * Starts another call with a new token, if that cannot run the plan twice: an
	 * operation that is not reattachable may have started before its call ended.
	 */
	private boolean hasRenewedToken(ExecuteCall.Failure failure) {
		ExecuteCall<?> call = failure.call();
		if (call == null || this.renewed || !this.connection.hasRenewed(failure.status(), call.token())) {
			return false;
		}
		this.renewed = true;
		if (this.subscription.isReattachable()) {
			this.subscription.begin(this.subscription.hasResponded() ? AttachMode.REATTACH : call.mode());
			return true;
		}
		boolean harmless = this.events.kind() == Execution.Kind.QUERY && !this.subscription.hasResponded();
		if (harmless) {
			this.subscription.begin(AttachMode.EXECUTE);
		}
		return harmless;
	}

	private void fail(ExecuteCall.Failure failure) {
		if (!this.subscription.close()) {
			return;
		}
		if (failure.isTransient()) {
			// It may still run, and its responses will not be read.
			this.cleanup.abandon();
		}
		else {
			this.cleanup.release();
		}
	}

	private void awaitConnection() {
		try {
			this.connection.awaitConnection(Duration.ofNanos(this.expires ? Math.max(1, left()) : Long.MAX_VALUE));
		}
		catch (OperationCancelledException ex) {
			cancel();
			throw ex;
		}
	}

	/**
	 * Waits for the backoff before another call.
	 * @return whether the operation was cancelled meanwhile
	 */
	private boolean isClosedWhile(Duration wait) {
		try {
			if (this.subscription.awaitClose(this.expires ? Math.min(wait.toNanos(), left()) : wait.toNanos())) {
				return true;
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
		checkTime();
		return false;
	}

	/**
	 * Cancels the operation here and on the server and wakes a waiting reader.
	 * @return whether it was still open
	 */
	boolean cancel() {
		boolean open = this.subscription.close();
		if (open && this.subscription.hasStarted()) {
			this.cleanup.abandon();
		}
		return open;
	}

}
