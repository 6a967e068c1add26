package io.sparkex.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.proto.ExecutePlanResponse;

/**
 * What brings the responses of one operation here, by one call at a time. What a call
 * says when it is not the current one any more is ignored. Thread-safe.
 */
final class Attachment {

	/**
	 * Enough to receive one batch while another is read.
	 */
	private static final int PREFETCH = 3;

	private final Connection connection;

	private final AttachedCalls calls;

	private final boolean reattachable;

	private final Runnable onExpiry;

	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	private final ReentrantLock lock = new ReentrantLock();

	private final AbsenceTimer absence;

	private @Nullable AttachedCall<?> current;

	private @Nullable String lastResponseId;

	private int begun;

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
	 * @param calls makes the calls of the operation
	 * @param reattachable whether the server keeps the operation when a call ends
	 * @param onExpiry what to do when a call has run out of time
	 */
	Attachment(Connection connection, AttachedCalls calls, boolean reattachable, Runnable onExpiry) {
		this.connection = connection;
		this.calls = calls;
		this.reattachable = reattachable;
		this.onExpiry = onExpiry;
		this.absence = new AbsenceTimer(connection.timeouts().silence(), this::renew);
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
			return this.begun == 1 && !this.answered;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether the server was asked.
	 */
	boolean hasBegun() {
		this.lock.lock();
		try {
			return this.begun > 0;
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
			start(way, hasty);
			if (way == WayOn.REATTACH) {
				this.reattached++;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void start(WayOn way, boolean hasty) {
		AttachedCall<?> call = this.calls.create(this, way, this.lastResponseId, hasty);
		this.current = call;
		this.begun++;
		call.send(PREFETCH - this.signals.size());
		awaitReader(call);
	}

	/**
	 * Nothing more of a call shows until somebody reads, not even its end, if no other
	 * responses were asked for.
	 */
	private void awaitReader(AttachedCall<?> call) {
		if (this.reattachable && !this.complete && !call.isOwedAny()) {
			this.absence.start();
		}
	}

	/**
	 * Replaces a call which nobody has read for a while: the server ends it before long,
	 * unseen, and then forgets the operation.
	 */
	private void renew() {
		AttachedCall<?> replaced;
		this.lock.lock();
		try {
			replaced = replaceUnread();
		}
		finally {
			this.lock.unlock();
		}
		if (replaced != null) {
			replaced.cancel("Replaced by another since nobody reads");
		}
	}

	private @Nullable AttachedCall<?> replaceUnread() {
		boolean away = this.absence.stop();
		AttachedCall<?> unread = this.current;
		if (unread == null || unread.isOwedAny()) {
			return null;
		}
		if (!away) {
			awaitReader(unread);
			return null;
		}
		this.absence.seen();
		try {
			start(WayOn.REATTACH, false);
		}
		catch (RuntimeException ex) {
			fail(ex, unread);
		}
		return unread;
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
				this.absence.seen();
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
		AttachedCall<?> silent;
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

	private void giveUp(AttachedCall<?> dead) {
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
	private boolean end(AttachedCall<?> call) {
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

	void received(AttachedCall<?> call, ExecutePlanResponse response) {
		this.lock.lock();
		try {
			call.tookOne();
			if (this.current == call) {
				this.answered = true;
				this.complete |= response.hasResultComplete();
				if (!response.getResponseId().isEmpty()) {
					this.lastResponseId = response.getResponseId();
				}
				this.signals.add(new Signal(response, null));
				awaitReader(call);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void closed(AttachedCall<?> call, Status status, Metadata trailers) {
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

	private void over(AttachedCall<?> call, Status status, Metadata trailers) {
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

	private void takeUp(AttachedCall<?> call, boolean hasty) {
		try {
			begin(WayOn.REATTACH, hasty);
		}
		catch (RuntimeException ex) {
			fail(ex, call);
		}
	}

	/**
	 * The reader must hear of an interceptor that throws, and nobody else would.
	 */
	private void fail(RuntimeException cause, @Nullable AttachedCall<?> call) {
		this.current = null;
		this.signals.add(Signal.of(failure(Status.fromThrowable(cause), new Metadata(), call)));
	}

	private AttachedCall.Failure failure(Status status, Metadata trailers, @Nullable AttachedCall<?> call) {
		return new AttachedCall.Failure(status, trailers, call, this.lastResponseId != null);
	}

	/**
	 * Whoever reads may be busy for longer than the server keeps an operation that nobody
	 * is attached to. So a call whose end has shown is followed by another without
	 * waiting for the reader.
	 */
	private boolean isToBeTakenUpAtOnce(AttachedCall<?> call, Status status, Metadata trailers) {
		if (!this.reattachable) {
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
	private static Status outcome(AttachedCall<?> call, Status status) {
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
		AttachedCall<?> last;
		this.lock.lock();
		try {
			if (this.closed) {
				return false;
			}
			this.closed = true;
			this.absence.stop();
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
