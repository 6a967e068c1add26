package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.DeadlineExceededException;
import io.sparkex.errors.OperationCancelledException;

/**
 * Many requests with one answer. Sends no faster than the server takes them, so that a
 * long stream needs no more memory than a short one. To be used by one thread.
 *
 * @param <Q> the requests
 * @param <A> the answer
 */
final class RequestStream<Q, A> implements AutoCloseable {

	private final ClientCall<Q, A> call;

	private final Failures failures;

	private final Duration stallTimeout;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private @Nullable A answer;

	private @Nullable End end;

	/**
	 * A stream that has yet to be started.
	 * @param call the call
	 * @param failures makes exceptions of failed calls
	 * @param stallTimeout how long the server may leave a request untaken
	 */
	RequestStream(ClientCall<Q, A> call, Failures failures, Duration stallTimeout) {
		this.call = call;
		this.failures = failures;
		this.stallTimeout = stallTimeout;
	}

	RequestStream<Q, A> start() {
		this.call.start(new Listener(), new Metadata());
		this.call.request(2);
		return this;
	}

	/**
	 * Sends a request when the server is ready for it.
	 * @throws io.sparkex.errors.SparkException if the call has failed meanwhile
	 * @throws DeadlineExceededException if the server takes nothing for too long
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	void send(Q request) {
		End premature = await(this.call::isReady, this.stallTimeout.toNanos());
		if (premature != null) {
			throw failure(premature);
		}
		this.call.sendMessage(request);
	}

	/**
	 * Ends the requests and waits for the answer, as long as the connection lives.
	 * @param silence how long to wait before the connection is suspected, in nanoseconds,
	 * again and again
	 * @param suspicion has the connection checked; runs what it is given if it is dead
	 * @throws io.sparkex.errors.SparkException if the call failed
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	A finish(long silence, PendingResponse.Suspicion suspicion) {
		this.call.halfClose();
		End last = awaitEnd(silence);
		while (last == null) {
			suspicion.raise(this::giveUp);
			last = awaitEnd(silence);
		}
		if (!last.status().isOk() || this.answer == null) {
			throw failure(last);
		}
		return this.answer;
	}

	private void giveUp() {
		change(() -> {
			if (this.end == null) {
				this.end = new End(Liveness.DEAD, null);
			}
		});
		this.call.cancel("The connection is dead", null);
	}

	private RuntimeException failure(@Nullable End end) {
		if (end != null && !end.status().isOk()) {
			return this.failures.convert(end.status(), end.trailers());
		}
		return new CorruptResultException("The server ended the call before its end and without an answer");
	}

	/**
	 * Waits for a condition or the end of the call.
	 * @return the end, or {@code null} if the condition came first
	 */
	private @Nullable End await(BooleanSupplier condition, long nanos) {
		return locked(() -> {
			long left = nanos;
			while (this.end == null && !condition.getAsBoolean()) {
				if (left <= 0) {
					throw new DeadlineExceededException("The server has taken nothing of what is sent to it for "
							+ this.stallTimeout + "; it may be overloaded");
				}
				left = this.changed.awaitNanos(left);
			}
			return this.end;
		});
	}

	/**
	 * Waits for the end of the call.
	 * @return the end, or {@code null} if it did not come in time
	 */
	private @Nullable End awaitEnd(long nanos) {
		return locked(() -> {
			long left = nanos;
			while (this.end == null && left > 0) {
				left = this.changed.awaitNanos(left);
			}
			return this.end;
		});
	}

	private @Nullable End locked(Wait wait) {
		try {
			this.lock.lockInterruptibly();
			try {
				return wait.forEnd();
			}
			finally {
				this.lock.unlock();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while it sent to the server", ex);
		}
	}

	private void change(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Cancels the call if it is not done; the server forgets what it has got of it.
	 */
	@Override
	public void close() {
		this.call.cancel("Given up by the sender", null);
	}

	/**
	 * Makes exceptions of failed calls.
	 */
	@FunctionalInterface
	interface Failures {

		RuntimeException convert(Status status, @Nullable Metadata trailers);

	}

	/**
	 * Waits while it holds the lock.
	 */
	@FunctionalInterface
	private interface Wait {

		@Nullable End forEnd() throws InterruptedException;

	}

	private record End(Status status, @Nullable Metadata trailers) {

	}

	private final class Listener extends ClientCall.Listener<A> {

		@Override
		public void onReady() {
			change(() -> {
			});
		}

		@Override
		public void onMessage(A message) {
			change(() -> RequestStream.this.answer = message);
		}

		@Override
		public void onClose(Status status, Metadata trailers) {
			change(() -> {
				if (RequestStream.this.end == null) {
					RequestStream.this.end = new End(status, trailers);
				}
			});
		}

	}

}
