package io.sparkex.internal.transport;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * The subscription to the responses of one operation, delivered by one call at a time.
 * Events of earlier calls are ignored. Thread-safe.
 */
final class ResponseSubscription {

	private static final Logger logger = LoggerFactory.getLogger(ResponseSubscription.class);

	/**
	 * The number of responses to request ahead, which is enough to receive one batch
	 * while another is read.
	 */
	private static final int PREFETCH = 3;

	private final Connection connection;

	private final ExecuteCallFactory calls;

	private final boolean reattachable;

	private final Runnable onExpiry;

	private final ReaderQueue signals = new ReaderQueue();

	private final ReentrantLock lock = new ReentrantLock();

	private final IdleReaderTimer idleTimer;

	private @Nullable ExecuteCall<?> current;

	private @Nullable String lastResponseId;

	private int begun;

	/**
	 * The number of reattachments since the last query for it.
	 */
	private int reattached;

	private boolean answered;

	private boolean complete;

	private boolean closed;

	private final CountDownLatch over = new CountDownLatch(1);

	/**
	 * Creates a subscription to the responses of an operation.
	 * @param connection the connection
	 * @param calls creates the calls of the operation
	 * @param reattachable whether the server retains the operation when a call ends
	 * @param onExpiry called when a call has exceeded its deadline
	 */
	ResponseSubscription(Connection connection, ExecuteCallFactory calls, boolean reattachable, Runnable onExpiry) {
		this.connection = connection;
		this.calls = calls;
		this.reattachable = reattachable;
		this.onExpiry = onExpiry;
		this.idleTimer = new IdleReaderTimer(connection.timeouts().inactivity(), this::renew);
	}

	boolean isReattachable() {
		return this.reattachable;
	}

	/**
	 * Returns whether the server certainly did not start: it received one request and
	 * rejected it.
	 */
	boolean wasRefused() {
		this.lock.lock();
		try {
			return this.begun == 1 && !this.answered;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns whether a request was sent.
	 */
	boolean hasStarted() {
		this.lock.lock();
		try {
			return this.begun > 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns whether any response has arrived.
	 */
	boolean hasResponded() {
		this.lock.lock();
		try {
			return this.answered;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns the number of reattachments since the last call of this method.
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
	 * Starts a call that replaces the last one, unless the subscription is closed. Does
	 * not block.
	 */
	void begin(AttachMode mode) {
		begin(mode, false);
	}

	private void begin(AttachMode mode, boolean immediateRetry) {
		this.lock.lock();
		try {
			if (this.closed) {
				return;
			}
			start(mode, immediateRetry);
			if (mode == AttachMode.REATTACH) {
				this.reattached++;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void start(AttachMode mode, boolean immediateRetry) {
		ExecuteCall<?> call = this.calls.create(this, mode, this.lastResponseId, immediateRetry);
		this.current = call;
		this.begun++;
		call.send(PREFETCH - this.signals.size());
		awaitReader(call);
	}

	/**
	 * Waits for the reader: without further requested responses, nothing of a call is
	 * visible, not even its end.
	 */
	private void awaitReader(ExecuteCall<?> call) {
		if (this.reattachable && !this.complete && !call.awaitsResponses()) {
			this.idleTimer.start();
		}
	}

	/**
	 * Replaces a call that was not read for a while: the server will end it, invisibly,
	 * and then remove the operation. Also replaces a failed call, since the idle reader
	 * does not.
	 */
	private void renew() {
		if (isReaderAway()) {
			renewToken();
		}
		ExecuteCall<?> before;
		ExecuteCall<?> after;
		ExecuteCall<?> fresh;
		this.lock.lock();
		try {
			before = this.current;
			fresh = replaceUnread() ? this.current : null;
			after = this.current;
		}
		finally {
			this.lock.unlock();
		}
		if (before != null && before != after) {
			before.cancel("Replaced by another call since it is not read");
		}
		if (fresh != null) {
			// The new call may use the same dead connection.
			this.connection.liveness().suspect(fresh.generation(), () -> abandonUnread(fresh));
		}
	}

	private boolean isReaderAway() {
		this.lock.lock();
		try {
			return this.idleTimer.isExpired() && !this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Renews the token, which may block here but must not block the reader.
	 */
	private void renewToken() {
		ExecuteCall.Failure failure = this.signals.parked();
		try {
			if (failure == null || failure.call() == null
					|| !this.connection.hasRenewed(failure.status(), failure.call().token())) {
				this.connection.refreshToken();
			}
		}
		catch (RuntimeException ex) {
			// The next call fails and is then replaced.
			logger.debug("There is no token for a call without a reader", ex);
		}
	}

	/**
	 * Starts another call in place of one that is not read.
	 * @return whether it did
	 */
	private boolean replaceUnread() {
		boolean away = this.idleTimer.stop();
		boolean failed = this.current == null && this.signals.parked() != null;
		boolean unread = this.current != null && !this.current.awaitsResponses();
		if (this.closed || !(failed || unread)) {
			return false;
		}
		if (!away) {
			this.idleTimer.start();
			return false;
		}
		if (failed && !this.signals.unpark()) {
			return false;
		}
		this.idleTimer.recordActivity();
		try {
			start(AttachMode.REATTACH, false);
			return true;
		}
		catch (RuntimeException ex) {
			fail(ex, this.current);
			return false;
		}
	}

	private void abandonUnread(ExecuteCall<?> dead) {
		this.lock.lock();
		try {
			if (dead.wasActiveWithin(this.connection.timeouts().probe()) || !end(dead)) {
				return;
			}
			over(dead, Liveness.DEAD, new Metadata());
		}
		finally {
			this.lock.unlock();
		}
		dead.cancel("The connection is dead");
	}

	/**
	 * Takes the next signal.
	 * @param nanos the maximum time to wait
	 * @return the signal, or {@code null} if there is none in time
	 * @throws InterruptedException if this thread is interrupted
	 */
	ReaderQueue.@Nullable Signal poll(long nanos) throws InterruptedException {
		ReaderQueue.Signal signal = this.signals.poll(nanos);
		if (signal != null && signal.response() != null) {
			this.lock.lock();
			try {
				this.idleTimer.recordActivity();
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
	 * Starts a check of the connection if nothing has arrived for a while, not even a
	 * part of a response.
	 */
	void suspect() {
		ExecuteCall<?> silent;
		this.lock.lock();
		try {
			silent = this.current;
		}
		finally {
			this.lock.unlock();
		}
		if (silent != null && !silent.wasActiveWithin(this.connection.timeouts().inactivity())) {
			this.connection.liveness().suspect(silent.generation(), () -> giveUp(silent));
		}
	}

	private void giveUp(ExecuteCall<?> dead) {
		// Data that arrived during the check is a sign of life as well.
		if (!dead.wasActiveWithin(this.connection.timeouts().probe()) && end(dead)) {
			this.signals.add(ReaderQueue.Signal.of(failure(Liveness.DEAD, new Metadata(), dead)));
			dead.cancel("The connection is dead");
		}
	}

	/**
	 * Records the end of a call.
	 * @return whether it was the current call
	 */
	private boolean end(ExecuteCall<?> call) {
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

	void received(ExecuteCall<?> call, ExecutePlanResponse response) {
		this.lock.lock();
		try {
			call.responseReceived();
			if (this.current == call) {
				if (this.signals.isEmpty()) {
					// A reader may be waiting for it.
					this.idleTimer.recordActivity();
				}
				this.answered = true;
				this.complete |= response.hasResultComplete();
				if (!response.getResponseId().isEmpty()) {
					this.lastResponseId = response.getResponseId();
				}
				this.signals.add(new ReaderQueue.Signal(response, null));
				awaitReader(call);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void closed(ExecuteCall<?> call, Status status, Metadata trailers) {
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

	private void over(ExecuteCall<?> call, Status status, Metadata trailers) {
		if (this.complete || (status.isOk() && !this.reattachable)) {
			this.signals.add(ReaderQueue.Signal.END);
		}
		else if (this.reattachable
				&& call.needsImmediateSuccessor(status, trailers, this.answered && this.connection.retries())) {
			replaceEndedCall(call, !status.isOk());
		}
		else {
			if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
				// The reader may be too busy to notice the end of the timeout.
				this.onExpiry.run();
			}
			report(failure(call.outcome(status), trailers, call));
		}
	}

	/**
	 * Reports a failure to the reader, unless the reader stays idle and another call
	 * recovers meanwhile.
	 */
	private void report(ExecuteCall.Failure failure) {
		boolean recoverable = failure.status().getCode() == Status.Code.UNAUTHENTICATED || failure.isTransient();
		if (this.reattachable && this.answered && this.connection.retries() && recoverable) {
			this.signals.park(failure);
			this.idleTimer.start();
		}
		else {
			this.signals.add(ReaderQueue.Signal.of(failure));
		}
	}

	private void replaceEndedCall(ExecuteCall<?> call, boolean immediateRetry) {
		try {
			begin(AttachMode.REATTACH, immediateRetry);
		}
		catch (RuntimeException ex) {
			fail(ex, call);
		}
	}

	/**
	 * Reports an exception of an interceptor to the reader, since no other code does.
	 */
	private void fail(RuntimeException cause, @Nullable ExecuteCall<?> call) {
		this.current = null;
		this.signals.add(ReaderQueue.Signal.of(failure(Status.fromThrowable(cause), new Metadata(), call)));
	}

	private ExecuteCall.Failure failure(Status status, Metadata trailers, @Nullable ExecuteCall<?> call) {
		return new ExecuteCall.Failure(status, trailers, call, this.lastResponseId != null);
	}

	/**
	 * Closes the subscription and wakes a waiting reader.
	 * @return whether it was open
	 */
	boolean close() {
		ExecuteCall<?> last;
		this.lock.lock();
		try {
			if (this.closed) {
				return false;
			}
			this.closed = true;
			this.idleTimer.stop();
			last = this.current;
			this.current = null;
			this.signals.add(ReaderQueue.Signal
				.of(failure(Status.CANCELLED.withDescription("Closed by the reader"), new Metadata(), null)));
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
	 * Waits until the subscription is closed.
	 * @param nanos the maximum time to wait
	 * @return whether it is closed
	 * @throws InterruptedException if this thread is interrupted
	 */
	boolean awaitClose(long nanos) throws InterruptedException {
		return this.over.await(nanos, TimeUnit.NANOSECONDS);
	}

}
