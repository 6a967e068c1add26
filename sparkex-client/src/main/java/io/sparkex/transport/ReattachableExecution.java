package io.sparkex.transport;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.OperationTimeoutException;
import io.sparkex.proto.ExecutePlanRequest;
import io.sparkex.proto.ExecutePlanResponse;
import io.sparkex.proto.ReattachExecuteRequest;
import io.sparkex.proto.SparkConnectServiceGrpc;

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

	/**
	 * Enough to receive one batch while another is read.
	 */
	private static final int PREFETCH = 3;

	/**
	 * How many may wait for a reader who is busy while call follows call.
	 */
	private static final int MOST_WAITING = 2 * PREFETCH;

	/**
	 * A call that has lasted so long has done its work even if nothing came.
	 */
	private static final long SHORT_CALL = TimeUnit.MILLISECONDS.toNanos(200);

	private static final MethodDescriptor<ExecutePlanRequest, ExecutePlanResponse> EXECUTE = aliasing(
			SparkConnectServiceGrpc.getExecutePlanMethod());

	private static final MethodDescriptor<ReattachExecuteRequest, ExecutePlanResponse> REATTACH = aliasing(
			SparkConnectServiceGrpc.getReattachExecuteMethod());

	private final Connection connection;

	private final SessionHandle session;

	private final ExecutePlanRequest request;

	private final boolean reattachable;

	private final long expiry;

	private final boolean expires;

	private final ExecutionEvents events;

	private final OperationCleanup cleanup;

	private final Backoff backoff;

	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	/**
	 * Guards the current attempt, and that only it is listened to.
	 */
	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable Attempt current;

	private volatile @Nullable String lastResponseId;

	private boolean complete;

	private int attempts;

	private volatile boolean answered;

	private volatile boolean ended;

	private final CountDownLatch cancelled = new CountDownLatch(1);

	ReattachableExecution(Connection connection, SessionHandle session, ExecutePlanRequest request,
			@Nullable Duration timeout, ExecutionEvents events) {
		this.connection = connection;
		this.session = session;
		this.request = request;
		this.reattachable = request.getRequestOptionsList()
			.stream()
			.anyMatch(ExecutePlanRequest.RequestOption::hasReattachOptions);
		this.expires = timeout != null;
		this.expiry = (timeout != null) ? System.nanoTime() + Connection.nanos(timeout) : 0;
		this.events = events;
		this.cleanup = new OperationCleanup(connection, session, request, this.reattachable);
		this.backoff = connection.backoff();
	}

	private static <Q> MethodDescriptor<Q, ExecutePlanResponse> aliasing(
			MethodDescriptor<Q, ExecutePlanResponse> method) {
		return method.toBuilder().setResponseMarshaller(new AliasingMarshaller(method.getResponseMarshaller())).build();
	}

	String operationId() {
		return this.request.getOperationId();
	}

	SessionHandle session() {
		return this.session;
	}

	/**
	 * Whether the server is certain not to have begun: it was asked once, and said no.
	 */
	boolean wasRefused() {
		return this.attempts == 1 && !this.answered;
	}

	/**
	 * Sends the plan. Does not wait.
	 */
	void start() {
		begin(WayOn.EXECUTE);
	}

	/**
	 * The next response, waited for if need be.
	 * @return the response, or {@code null} when the operation is done
	 * @throws StatusRuntimeException if the operation failed, or its connection could not
	 * be restored
	 * @throws OperationCancelledException if this thread was interrupted, the time of the
	 * operation is over, or it was cancelled here
	 */
	@Nullable ExecutePlanResponse next() {
		while (true) {
			Signal signal = take();
			ExecutePlanResponse response = signal.response();
			if (response != null) {
				requestMore();
				this.backoff.reset();
				this.cleanup.consumed(response);
				return response;
			}
			Failure failure = signal.failure();
			if (failure == null) {
				end();
				return null;
			}
			goOn(failure);
		}
	}

	private void requestMore() {
		this.lock.lock();
		try {
			if (this.current != null) {
				this.current.call.request(1);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void end() {
		if (markEnded()) {
			this.cleanup.release();
		}
	}

	private boolean markEnded() {
		this.lock.lock();
		try {
			boolean running = !this.ended;
			this.ended = true;
			return running;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Signal take() {
		try {
			while (true) {
				long wait = this.connection.timeouts().silence().toNanos();
				Signal signal = this.signals.poll(this.expires ? Math.min(wait, left()) : wait, TimeUnit.NANOSECONDS);
				if (this.expires && left() <= 0) {
					throw expired();
				}
				if (signal != null) {
					return signal;
				}
				suspect();
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private OperationCancelledException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		cancel();
		return new OperationCancelledException(
				"The thread was interrupted while it waited for the operation " + operationId(), ex);
	}

	private OperationTimeoutException expired() {
		cancel();
		return new OperationTimeoutException("The operation " + operationId() + " was stopped since its time was over");
	}

	private long left() {
		return this.expiry - System.nanoTime();
	}

	private void suspect() {
		this.lock.lock();
		try {
			Attempt silent = this.current;
			if (silent != null) {
				this.connection.liveness().suspect(silent.generation, silent::giveUp);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Begins another call after one has failed, when it may succeed.
	 * @throws StatusRuntimeException if it may not
	 */
	private void goOn(Failure failure) {
		StatusRuntimeException reason = failure.exception();
		WayOn wayOn = failure.wayOn();
		while (wayOn != null) {
			Duration wait = this.backoff.next(ErrorTrailers.parse(reason.getTrailers()).retryDelay());
			if (wait == null) {
				break;
			}
			this.events.retried(wait, String.valueOf(reason.getMessage()));
			pause(wait);
			if (this.ended) {
				// Why waits to be read.
				return;
			}
			try {
				awaitConnection();
				begin(wayOn);
				return;
			}
			catch (StatusRuntimeException ex) {
				reason = ex;
			}
		}
		if (markEnded()) {
			if (failure.isPassing()) {
				// It may still run, and nobody will read it.
				this.cleanup.abandon();
			}
			else {
				this.cleanup.release();
			}
		}
		throw reason;
	}

	private void awaitConnection() {
		try {
			if (this.expires) {
				this.connection.awaitConnection(Duration.ofNanos(Math.max(1, left())));
			}
			else {
				this.connection.awaitConnection();
			}
		}
		catch (OperationCancelledException ex) {
			cancel();
			throw ex;
		}
	}

	private void pause(Duration wait) {
		try {
			long nanos = this.expires ? Math.min(wait.toNanos(), left()) : wait.toNanos();
			if (this.cancelled.await(nanos, TimeUnit.NANOSECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
		if (this.expires && left() <= 0) {
			throw expired();
		}
	}

	/**
	 * Begins a call, which takes the place of the one before.
	 */
	private void begin(WayOn way) {
		this.lock.lock();
		try {
			if (this.ended) {
				return;
			}
			CallOptions options = this.expires ? Connection.within(Duration.ofNanos(Math.max(1, left())))
					: CallOptions.DEFAULT;
			if (way == WayOn.REATTACH) {
				start(this.connection.newCall(REATTACH, options), reattachRequest(), way);
				this.events.reattached();
			}
			else {
				start(this.connection.newCall(EXECUTE, options), this.request, way);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private <Q> void start(ClientCall<Q, ExecutePlanResponse> call, Q message, WayOn way) {
		Attempt attempt = new Attempt(call, way, this.connection.liveness().generation());
		this.current = attempt;
		this.attempts++;
		call.start(attempt, new Metadata());
		int waiting = this.signals.size();
		if (waiting < MOST_WAITING) {
			// One at least: the end of a call shows only behind its messages.
			call.request(Math.max(1, PREFETCH - waiting));
		}
		call.sendMessage(message);
		call.halfClose();
	}

	private ReattachExecuteRequest reattachRequest() {
		ReattachExecuteRequest.Builder reattach = ReattachExecuteRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.request.getUserContext())
			.setClientType(this.session.clientType())
			.setOperationId(operationId());
		this.session.sendObserved(reattach::setClientObservedServerSideSessionId);
		String last = this.lastResponseId;
		if (last != null) {
			reattach.setLastResponseId(last);
		}
		return reattach.build();
	}

	/**
	 * Ends the operation here and on the server, and frees a reader that waits.
	 * @return whether it was not over yet
	 */
	boolean cancel() {
		Attempt running;
		this.lock.lock();
		try {
			if (this.ended) {
				return false;
			}
			this.ended = true;
			running = this.current;
			this.current = null;
			this.signals.add(new Signal(null,
					new Failure(Status.CANCELLED.withDescription("Closed by the reader"), new Metadata(), null)));
		}
		finally {
			this.lock.unlock();
		}
		this.cancelled.countDown();
		if (running != null) {
			running.call.cancel("Closed by the reader", null);
		}
		this.cleanup.abandon();
		return true;
	}

	/**
	 * What a call asks for.
	 */
	private enum WayOn {

		/** To run the plan, unless that has been asked before. */
		EXECUTE,

		/** To go on with the responses. */
		REATTACH

	}

	/**
	 * A response, or why there is none: a failure, or nothing at the end.
	 */
	private record Signal(@Nullable ExecutePlanResponse response, @Nullable Failure failure) {

	}

	private record Failure(Status status, Metadata trailers, @Nullable Attempt attempt) {

		StatusRuntimeException exception() {
			return this.status.asRuntimeException(this.trailers);
		}

		boolean isPassing() {
			return Transience.isPassing(this.status, ErrorTrailers.parse(this.trailers));
		}

		/**
		 * How another call may go on.
		 * @return the way, or {@code null} if no other call would help
		 */
		@Nullable WayOn wayOn() {
			return (this.attempt != null) ? this.attempt.wayOn(this) : null;
		}

	}

	/**
	 * One call. What it says when it is not the current one any more is ignored.
	 */
	private final class Attempt extends ClientCall.Listener<ExecutePlanResponse> {

		private final ClientCall<?, ExecutePlanResponse> call;

		private final WayOn way;

		private final int generation;

		private final long begin = System.nanoTime();

		private boolean progressed;

		Attempt(ClientCall<?, ExecutePlanResponse> call, WayOn way, int generation) {
			this.call = call;
			this.way = way;
			this.generation = generation;
		}

		@Override
		public void onMessage(ExecutePlanResponse response) {
			ReattachableExecution.this.lock.lock();
			try {
				if (ReattachableExecution.this.current == this) {
					this.progressed = true;
					ReattachableExecution.this.answered = true;
					ReattachableExecution.this.complete |= response.hasResultComplete();
					if (!response.getResponseId().isEmpty()) {
						ReattachableExecution.this.lastResponseId = response.getResponseId();
					}
					ReattachableExecution.this.signals.add(new Signal(response, null));
				}
			}
			finally {
				ReattachableExecution.this.lock.unlock();
			}
		}

		@Override
		public void onClose(Status status, Metadata trailers) {
			ReattachableExecution.this.lock.lock();
			try {
				if (ReattachableExecution.this.current == this) {
					ReattachableExecution.this.current = null;
					over(status, trailers);
				}
			}
			finally {
				ReattachableExecution.this.lock.unlock();
			}
		}

		private void over(Status status, Metadata trailers) {
			if (ReattachableExecution.this.complete || (status.isOk() && !ReattachableExecution.this.reattachable)) {
				ReattachableExecution.this.signals.add(new Signal(null, null));
			}
			else if (isToBeTakenUpAtOnce(status, trailers)) {
				begin(WayOn.REATTACH);
			}
			else {
				// An operation whose reader is busy would run on when its time is over.
				if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
					ReattachableExecution.this.cleanup.abandon();
				}
				Status failure = status.isOk()
						? Status.UNAVAILABLE.withDescription("the server ended the stream before the operation")
						: status;
				ReattachableExecution.this.signals.add(new Signal(null, new Failure(failure, trailers, this)));
			}
		}

		/**
		 * Whoever reads may be busy for longer than the server keeps an operation that
		 * nobody is attached to. So a call is followed by another without waiting for the
		 * reader, if it was of any use.
		 */
		private boolean isToBeTakenUpAtOnce(Status status, Metadata trailers) {
			if (!ReattachableExecution.this.reattachable) {
				return false;
			}
			if (status.isOk()) {
				return this.progressed || System.nanoTime() - this.begin > SHORT_CALL;
			}
			ErrorTrailers said = ErrorTrailers.parse(trailers);
			return this.progressed && said.retryDelay() == null && ReattachableExecution.this.connection.retries()
					&& Transience.isPassing(status, said);
		}

		@Nullable WayOn wayOn(Failure failure) {
			if (failure.isPassing()) {
				return ReattachableExecution.this.reattachable ? WayOn.REATTACH : null;
			}
			String errorClass = ErrorTrailers.parse(failure.trailers()).errorClass();
			if (this.way == WayOn.REATTACH && ReattachableExecution.this.lastResponseId == null
					&& isUnknown(errorClass)) {
				return WayOn.EXECUTE;
			}
			if (this.way == WayOn.EXECUTE && "INVALID_HANDLE.OPERATION_ALREADY_EXISTS".equals(errorClass)) {
				// It has arrived there before, though nothing came back.
				return WayOn.REATTACH;
			}
			return null;
		}

		/**
		 * Whether the operation has never arrived there. Of a session that has never
		 * answered the server need not know, either.
		 */
		private boolean isUnknown(@Nullable String errorClass) {
			return "INVALID_HANDLE.OPERATION_NOT_FOUND".equals(errorClass)
					|| ("INVALID_HANDLE.SESSION_NOT_FOUND".equals(errorClass)
							&& ReattachableExecution.this.session.serverSessionId() == null);
		}

		/**
		 * Gives up a call whose connection is dead.
		 */
		private void giveUp() {
			ReattachableExecution.this.lock.lock();
			try {
				if (ReattachableExecution.this.current != this) {
					return;
				}
				ReattachableExecution.this.current = null;
				ReattachableExecution.this.signals
					.add(new Signal(null, new Failure(Liveness.DEAD, new Metadata(), this)));
			}
			finally {
				ReattachableExecution.this.lock.unlock();
			}
			this.call.cancel("The connection is dead", null);
		}

	}

}
