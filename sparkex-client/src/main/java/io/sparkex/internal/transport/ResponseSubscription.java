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
 * What brings the responses of one operation here, by one call at a time. What a call
 * says when it is not the current one any more is ignored. Thread-safe.
 */
final class ResponseSubscription {

	private static final Logger logger = LoggerFactory.getLogger(ResponseSubscription.class);

	/**
	 * Enough to receive one batch while another is read.
	 */
	private static final int PREFETCH = 3;

	private final Connection connection;

	private final ExecuteCallFactory calls;

	private final boolean reattachable;

	private final Runnable onExpiry;

	private final ReaderQueue signals = new ReaderQueue();

	private final ReentrantLock lock = new ReentrantLock();

	private final IdleReaderTimer absence;

	private @Nullable ExecuteCall<?> current;

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
	ResponseSubscription(Connection connection, ExecuteCallFactory calls, boolean reattachable, Runnable onExpiry) {
		this.connection = connection;
		this.calls = calls;
		this.reattachable = reattachable;
		this.onExpiry = onExpiry;
		this.absence = new IdleReaderTimer(connection.timeouts().inactivity(), this::renew);
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
	void begin(AttachMode way) {
		begin(way, false);
	}

	private void begin(AttachMode way, boolean hasty) {
		this.lock.lock();
		try {
			if (this.closed) {
				return;
			}
			start(way, hasty);
			if (way == AttachMode.REATTACH) {
				this.reattached++;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void start(AttachMode way, boolean hasty) {
		ExecuteCall<?> call = this.calls.create(this, way, this.lastResponseId, hasty);
		this.current = call;
		this.begun++;
		call.send(PREFETCH - this.signals.size());
		awaitReader(call);
	}

	/**
	 * Nothing more of a call shows until somebody reads, not even its end, if no other
	 * responses were asked for.
	 */
	private void awaitReader(ExecuteCall<?> call) {
		if (this.reattachable && !this.complete && !call.isOwedAny()) {
			this.absence.start();
		}
	}

	/**
	 * Replaces a call which nobody has read for a while: the server ends it before long,
	 * unseen, and then forgets the operation. Replaces one that has failed, too, for
	 * nobody else does as long as the reader is away.
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
			before.cancel("Replaced by another since nobody reads");
		}
		if (fresh != null) {
			// It may be on the same dead connection.
			this.connection.liveness().suspect(fresh.generation(), () -> giveUpUnread(fresh));
		}
	}

	private boolean isReaderAway() {
		this.lock.lock();
		try {
			return this.absence.isOver() && !this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * May wait for whoever gives tokens, but not so the reader.
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
			// The next call fails, and is followed by another before long.
			logger.debug("There is no token for a call that nobody waits for", ex);
		}
	}

	/**
	 * Begins another call in the place of one that nobody reads.
	 * @return whether it did
	 */
	private boolean replaceUnread() {
		boolean away = this.absence.stop();
		boolean failed = this.current == null && this.signals.parked() != null;
		boolean unread = this.current != null && !this.current.isOwedAny();
		if (this.closed || !(failed || unread)) {
			return false;
		}
		if (!away) {
			this.absence.start();
			return false;
		}
		if (failed && !this.signals.unpark()) {
			return false;
		}
		this.absence.seen();
		try {
			start(AttachMode.REATTACH, false);
			return true;
		}
		catch (RuntimeException ex) {
			fail(ex, this.current);
			return false;
		}
	}

	private void giveUpUnread(ExecuteCall<?> dead) {
		this.lock.lock();
		try {
			if (dead.hasHeardWithin(this.connection.timeouts().probe()) || !end(dead)) {
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
	 * What has happened next.
	 * @param nanos how long to wait for it
	 * @return what has happened, or {@code null} if that is nothing
	 * @throws InterruptedException if this thread is interrupted
	 */
	ReaderQueue.@Nullable Signal poll(long nanos) throws InterruptedException {
		ReaderQueue.Signal signal = this.signals.poll(nanos);
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
		ExecuteCall<?> silent;
		this.lock.lock();
		try {
			silent = this.current;
		}
		finally {
			this.lock.unlock();
		}
		if (silent != null && !silent.hasHeardWithin(this.connection.timeouts().inactivity())) {
			this.connection.liveness().suspect(silent.generation(), () -> giveUp(silent));
		}
	}

	private void giveUp(ExecuteCall<?> dead) {
		// What has come during the check is a sign of life, too.
		if (!dead.hasHeardWithin(this.connection.timeouts().probe()) && end(dead)) {
			this.signals.add(ReaderQueue.Signal.of(failure(Liveness.DEAD, new Metadata(), dead)));
			dead.cancel("The connection is dead");
		}
	}

	/**
	 * Takes note that a call is over.
	 * @return whether it was the current one
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
			call.tookOne();
			if (this.current == call) {
				if (this.signals.isEmpty()) {
					// Somebody may wait for it.
					this.absence.seen();
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
				&& call.isToBeFollowedAtOnce(status, trailers, this.answered && this.connection.retries())) {
			takeUp(call, !status.isOk());
		}
		else {
			if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
				// The reader may be too busy to notice that the time is over.
				this.onExpiry.run();
			}
			report(failure(call.outcome(status), trailers, call));
		}
	}

	/**
	 * Has the reader hear of a failure, unless it stays away and another call gets over
	 * it meanwhile.
	 */
	private void report(ExecuteCall.Failure failure) {
		boolean passing = failure.status().getCode() == Status.Code.UNAUTHENTICATED || failure.isPassing();
		if (this.reattachable && this.answered && this.connection.retries() && passing) {
			this.signals.park(failure);
			this.absence.start();
		}
		else {
			this.signals.add(ReaderQueue.Signal.of(failure));
		}
	}

	private void takeUp(ExecuteCall<?> call, boolean hasty) {
		try {
			begin(AttachMode.REATTACH, hasty);
		}
		catch (RuntimeException ex) {
			fail(ex, call);
		}
	}

	/**
	 * The reader must hear of an interceptor that throws, and nobody else would.
	 */
	private void fail(RuntimeException cause, @Nullable ExecuteCall<?> call) {
		this.current = null;
		this.signals.add(ReaderQueue.Signal.of(failure(Status.fromThrowable(cause), new Metadata(), call)));
	}

	private ExecuteCall.Failure failure(Status status, Metadata trailers, @Nullable ExecuteCall<?> call) {
		return new ExecuteCall.Failure(status, trailers, call, this.lastResponseId != null);
	}

	/**
	 * Ends it here, and frees a reader that waits.
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
			this.absence.stop();
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
	 * Waits until this is closed.
	 * @param nanos the longest time to wait
	 * @return whether it is
	 * @throws InterruptedException if this thread is interrupted
	 */
	boolean awaitClose(long nanos) throws InterruptedException {
		return this.over.await(nanos, TimeUnit.NANOSECONDS);
	}

}
