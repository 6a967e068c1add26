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
 * One operation on the server and the responses to it, each once and in their order, over
 * as many calls as that takes.
 * <p>
 * A call that ends before the operation is followed by another, which goes on after the
 * last response that has arrived. If the server does not know the operation, it never
 * arrived, and is sent again under the same id, which the server takes but once.
 * <p>
 * To be read by one thread; any thread may cancel it.
 */
final class ReattachableExecution {

	private final Connection connection;

	private final SessionHandle session;

	private final String operationId;

	private final ResponseSubscription attachment;

	private final OperationCleanup cleanup;

	private final ExecutionEvents events;

	private final Backoff backoff;

	/**
	 * When its time is over, in the nanoseconds of the system, if it has a timeout.
	 */
	private final long expiry;

	private final boolean expires;

	/**
	 * Whether there was another token since the last response.
	 */
	private boolean renewed;

	/**
	 * An operation that has yet to be started.
	 * @param connection the way to the server
	 * @param session the session it belongs to
	 * @param request asks for it
	 * @param callOptions adds what its calls are to heed
	 * @param timeout how long it may take, or {@code null} for any time
	 * @param events who hears of it
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
		this.attachment = new ResponseSubscription(connection,
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
	 * Whether the server is certain not to have begun: it was asked once, and said no.
	 */
	boolean wasRefused() {
		return this.attachment.wasRefused();
	}

	/**
	 * Sends the plan. Does not wait.
	 */
	void start() {
		this.attachment.begin(AttachMode.EXECUTE);
	}

	/**
	 * The next response, waited for if need be.
	 * @return the response, or {@code null} when the operation is done
	 * @throws StatusRuntimeException if the operation failed, or its connection could not
	 * be restored
	 * @throws OperationCancelledException if this thread was interrupted, or the time of
	 * the operation is over
	 */
	@Nullable ExecutePlanResponse next() {
		while (true) {
			ReaderQueue.Signal signal = take();
			tellReattached();
			ExecutePlanResponse response = signal.response();
			if (response != null) {
				this.backoff.reset();
				this.renewed = false;
				this.cleanup.consumed(response);
				return response;
			}
			ExecuteCall.Failure failure = signal.failure();
			if (failure == null) {
				if (this.attachment.close()) {
					this.cleanup.release();
				}
				return null;
			}
			goOn(failure);
		}
	}

	private void tellReattached() {
		for (int times = this.attachment.takeReattached(); times > 0; times--) {
			this.events.reattached();
		}
	}

	private ReaderQueue.Signal take() {
		long silence = this.connection.timeouts().inactivity().toNanos();
		while (true) {
			ReaderQueue.Signal signal;
			try {
				signal = this.attachment.poll(this.expires ? Math.min(silence, left()) : silence);
			}
			catch (InterruptedException ex) {
				throw interrupted(ex);
			}
			checkTime();
			if (signal != null) {
				return signal;
			}
			this.attachment.suspect();
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
					"The operation " + this.operationId + " was stopped since its time was over");
		}
	}

	/**
	 * Begins another call after one is over, when that may help.
	 * @throws StatusRuntimeException if it does not
	 */
	private void goOn(ExecuteCall.Failure failure) {
		AttachMode way = failure.wayOn(this.attachment.isReattachable(), this.session.serverSessionId() != null);
		if (failure.status().isOk() && way != null) {
			this.attachment.begin(way);
			return;
		}
		if (hasRenewedToken(failure)) {
			return;
		}
		StatusRuntimeException reason = failure.status().asRuntimeException(failure.trailers());
		while (way != null) {
			Duration wait = this.backoff.next(ErrorTrailers.parse(reason.getTrailers()).retryDelay());
			if (wait == null) {
				break;
			}
			this.events.retried(wait, String.valueOf(reason.getMessage()));
			if (isClosedWhile(wait)) {
				// Why waits to be read.
				return;
			}
			try {
				awaitConnection();
				this.attachment.begin(way);
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
	 * Begins another call with another token, if that cannot run the plan twice: one that
	 * the server does not keep may have been begun when its call was ended.
	 */
	private boolean hasRenewedToken(ExecuteCall.Failure failure) {
		ExecuteCall<?> call = failure.call();
		if (call == null || this.renewed || !this.connection.hasRenewed(failure.status(), call.token())) {
			return false;
		}
		this.renewed = true;
		if (this.attachment.isReattachable()) {
			this.attachment.begin(this.attachment.isAnswered() ? AttachMode.REATTACH : call.way());
			return true;
		}
		boolean harmless = this.events.kind() == Execution.Kind.QUERY && !this.attachment.isAnswered();
		if (harmless) {
			this.attachment.begin(AttachMode.EXECUTE);
		}
		return harmless;
	}

	private void fail(ExecuteCall.Failure failure) {
		if (!this.attachment.close()) {
			return;
		}
		if (failure.isPassing()) {
			// It may still run, and nobody will read it.
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
	 * Waits before another call.
	 * @return whether there must be none, since the operation was cancelled meanwhile
	 */
	private boolean isClosedWhile(Duration wait) {
		try {
			if (this.attachment.awaitClose(this.expires ? Math.min(wait.toNanos(), left()) : wait.toNanos())) {
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
	 * Ends the operation here and on the server, and frees a reader that waits.
	 * @return whether it was not over yet
	 */
	boolean cancel() {
		boolean open = this.attachment.close();
		if (open && this.attachment.hasBegun()) {
			this.cleanup.abandon();
		}
		return open;
	}

}
