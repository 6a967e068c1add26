package io.sparkex.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.proto.ExecutePlanRequest;
import io.sparkex.proto.ExecutePlanResponse;
import io.sparkex.proto.ReattachExecuteRequest;
import io.sparkex.proto.SparkConnectServiceGrpc;

/**
 * What brings the responses of one operation here, by one call at a time. What a call
 * says when it is not the current one any more is ignored. Thread-safe.
 */
final class Attachment {

	/**
	 * Enough to receive one batch while another is read.
	 */
	private static final int PREFETCH = 3;

	/**
	 * How many responses may wait for a reader that does not come: each call brings one
	 * at least.
	 */
	private static final int MOST_WAITING = 32;

	private static final MethodDescriptor<ExecutePlanRequest, ExecutePlanResponse> EXECUTE = aliasing(
			SparkConnectServiceGrpc.getExecutePlanMethod());

	private static final MethodDescriptor<ReattachExecuteRequest, ExecutePlanResponse> REATTACH = aliasing(
			SparkConnectServiceGrpc.getReattachExecuteMethod());

	private final Connection connection;

	private final SessionHandle session;

	private final ExecutePlanRequest request;

	private final boolean reattachable;

	private final Supplier<CallOptions> options;

	private final Runnable onExpiry;

	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	private final ReentrantLock lock = new ReentrantLock();

	private @Nullable AttachedCall current;

	private @Nullable String lastResponseId;

	private int calls;

	/**
	 * How often since somebody has asked.
	 */
	private int reattached;

	private boolean answered;

	private boolean complete;

	private boolean closed;

	private final CountDownLatch over = new CountDownLatch(1);

	/**
	 * What brings the responses of an operation.
	 * @param connection the way to the server
	 * @param session the session of the operation
	 * @param request asks for it
	 * @param options what a call is to heed that begins now
	 * @param onExpiry what to do when a call has run out of time
	 */
	Attachment(Connection connection, SessionHandle session, ExecutePlanRequest request, Supplier<CallOptions> options,
			Runnable onExpiry) {
		this.connection = connection;
		this.session = session;
		this.request = request;
		this.reattachable = ExecuteRequests.isReattachable(request);
		this.options = options;
		this.onExpiry = onExpiry;
	}

	private static <Q> MethodDescriptor<Q, ExecutePlanResponse> aliasing(
			MethodDescriptor<Q, ExecutePlanResponse> method) {
		return method.toBuilder().setResponseMarshaller(new AliasingMarshaller(method.getResponseMarshaller())).build();
	}

	boolean isReattachable() {
		return this.reattachable;
	}

	/**
	 * Whether the server is certain not to have begun: it was asked once, and said no.
	 */
	boolean wasRefused() {
		this.lock.lock();
		try {
			return this.calls == 1 && !this.answered;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether a response has come, whichever.
	 */
	boolean isAnswered() {
		this.lock.lock();
		try {
			return this.answered;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How often the responses were taken up since this was asked last.
	 */
	int takeReattached() {
		this.lock.lock();
		try {
			int count = this.reattached;
			this.reattached = 0;
			return count;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Begins a call, which takes the place of the one before, unless this is closed. Does
	 * not wait.
	 */
	void begin(WayOn way) {
		begin(way, false);
	}

	private void begin(WayOn way, boolean hasty) {
		this.lock.lock();
		try {
			if (this.closed) {
				return;
			}
			if (way == WayOn.EXECUTE) {
				start(EXECUTE, this.request, way, hasty);
			}
			else {
				start(REATTACH, reattachRequest(), way, hasty);
				this.reattached++;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private <Q> void start(MethodDescriptor<Q, ExecutePlanResponse> method, Q message, WayOn way, boolean hasty) {
		Pulse pulse = new Pulse();
		ClientCall<Q, ExecutePlanResponse> call = this.connection.newCall(method, pulse.watch(this.options.get()));
		AttachedCall attached = new AttachedCall(this, call, pulse, way, hasty, this.connection.liveness().generation(),
				this.connection.token());
		this.current = attached;
		this.calls++;
		call.start(attached, new Metadata());
		call.request(Math.max(1, PREFETCH - this.signals.size()));
		call.sendMessage(message);
		call.halfClose();
	}

	private ReattachExecuteRequest reattachRequest() {
		ReattachExecuteRequest.Builder reattach = ReattachExecuteRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.request.getUserContext())
			.setClientType(this.session.clientType())
			.setOperationId(this.request.getOperationId());
		this.session.sendObserved(reattach::setClientObservedServerSideSessionId);
		if (this.lastResponseId != null) {
			reattach.setLastResponseId(this.lastResponseId);
		}
		return reattach.build();
	}

	/**
	 * What has happened next.
	 * @param nanos how long to wait for it
	 * @return what has happened, or {@code null} if that is nothing
	 * @throws InterruptedException if this thread is interrupted
	 */
	@Nullable Signal poll(long nanos) throws InterruptedException {
		Signal signal = this.signals.poll(nanos, TimeUnit.NANOSECONDS);
		if (signal != null && signal.response() != null) {
			this.lock.lock();
			try {
				if (this.current != null) {
					this.current.request(1);
				}
			}
			finally {
				this.lock.unlock();
			}
		}
		return signal;
	}

	/**
	 * Has the connection checked, if nothing has come for a while, not even a part of a
	 * response.
	 */
	void suspect() {
		AttachedCall silent;
		this.lock.lock();
		try {
			silent = this.current;
		}
		finally {
			this.lock.unlock();
		}
		if (silent != null && !silent.hasHeardWithin(this.connection.timeouts().silence())) {
			this.connection.liveness().suspect(silent.generation(), () -> giveUp(silent));
		}
	}

	private void giveUp(AttachedCall dead) {
		// What has come during the check is a sign of life, too.
		if (!dead.hasHeardWithin(this.connection.timeouts().probe()) && end(dead)) {
			this.signals.add(Signal.of(failure(Liveness.DEAD, new Metadata(), dead)));
			dead.cancel("The connection is dead");
		}
	}

	/**
	 * Takes note that a call is over.
	 * @return whether it was the current one
	 */
	private boolean end(AttachedCall call) {
		this.lock.lock();
		try {
			if (this.current != call) {
				return false;
			}
			this.current = null;
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void received(AttachedCall call, ExecutePlanResponse response) {
		this.lock.lock();
		try {
			if (this.current == call) {
				this.answered = true;
				this.complete |= response.hasResultComplete();
				if (!response.getResponseId().isEmpty()) {
					this.lastResponseId = response.getResponseId();
				}
				this.signals.add(new Signal(response, null));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void closed(AttachedCall call, Status status, Metadata trailers) {
		this.lock.lock();
		try {
			if (end(call)) {
				over(call, status, trailers);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void over(AttachedCall call, Status status, Metadata trailers) {
		if (this.complete || (status.isOk() && !this.reattachable)) {
			this.signals.add(Signal.END);
		}
		else if (isToBeTakenUpAtOnce(call, status, trailers)) {
			takeUp(call, !status.isOk());
		}
		else {
			if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
				// The reader may be too busy to notice that the time is over.
				this.onExpiry.run();
			}
			this.signals.add(Signal.of(failure(outcome(call, status), trailers, call)));
		}
	}

	/**
	 * The reader must hear of an interceptor that throws, and nobody else would.
	 */
	private void takeUp(AttachedCall call, boolean hasty) {
		try {
			begin(WayOn.REATTACH, hasty);
		}
		catch (RuntimeException ex) {
			this.current = null;
			this.signals.add(Signal.of(failure(Status.fromThrowable(ex), new Metadata(), call)));
		}
	}

	private AttachedCall.Failure failure(Status status, Metadata trailers, @Nullable AttachedCall call) {
		return new AttachedCall.Failure(status, trailers, call, this.lastResponseId != null);
	}

	/**
	 * Whoever reads may be busy for longer than the server keeps an operation that nobody
	 * is attached to. So a call whose end has shown is followed by another without
	 * waiting for the reader. It does not show while messages wait to be asked for.
	 */
	private boolean isToBeTakenUpAtOnce(AttachedCall call, Status status, Metadata trailers) {
		if (!this.reattachable || this.signals.size() >= MOST_WAITING) {
			return false;
		}
		if (status.isOk()) {
			return call.wasOfUse();
		}
		ErrorTrailers said = ErrorTrailers.parse(trailers);
		return (call.hasProgressed() || (this.answered && !call.isHasty())) && said.retryDelay() == null
				&& this.connection.retries() && Transience.isPassing(status, said);
	}

	/**
	 * That the server ends a call before the operation is no failure, unless it does
	 * nothing else.
	 */
	private static Status outcome(AttachedCall call, Status status) {
		if (status.isOk() && !call.wasOfUse()) {
			return Status.UNAVAILABLE.withDescription("the server ended the call before the operation");
		}
		return status;
	}

	/**
	 * Ends it here, and frees a reader that waits.
	 * @return whether it was open
	 */
	boolean close() {
		AttachedCall last;
		this.lock.lock();
		try {
			if (this.closed) {
				return false;
			}
			this.closed = true;
			last = this.current;
			this.current = null;
			this.signals.add(
					Signal.of(failure(Status.CANCELLED.withDescription("Closed by the reader"), new Metadata(), null)));
		}
		finally {
			this.lock.unlock();
		}
		this.over.countDown();
		if (last != null) {
			last.cancel("Closed by the reader");
		}
		return true;
	}

	/**
	 * Waits until this is closed.
	 * @param nanos the longest time to wait
	 * @return whether it is
	 * @throws InterruptedException if this thread is interrupted
	 */
	boolean awaitClose(long nanos) throws InterruptedException {
		return this.over.await(nanos, TimeUnit.NANOSECONDS);
	}

	/**
	 * A response, or why there is none: a failure, or nothing at the end.
	 */
	record Signal(@Nullable ExecutePlanResponse response, AttachedCall.@Nullable Failure failure) {

		static final Signal END = new Signal(null, null);

		static Signal of(AttachedCall.Failure failure) {
			return new Signal(null, failure);
		}

	}

}
