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
 * A client-streaming call: many requests with one response. Flow control limits the
 * memory of a long stream. For use by one thread.
 *
 * @param <Q> the type of the requests
 * @param <A> the type of the response
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
	 * Creates a stream that is not started.
	 * @param call the call
	 * @param failures converts the failure of the call
	 * @param stallTimeout the maximum time for the server to accept a request
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
	 * Sends a request when the server is ready.
	 * @throws io.sparkex.errors.SparkException if the call has failed
	 * @throws DeadlineExceededException if the server does not accept data for too long
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
	 * Completes the requests and waits for the response while the connection is alive.
	 * @param inactivity the time without inbound data, in nanoseconds, after which the
	 * connection is checked
	 * @param suspicion starts a check of the connection and runs its argument if that is
	 * dead
	 * @throws io.sparkex.errors.SparkException if the call failed
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	A finish(long inactivity, PendingResponse.Suspicion suspicion) {
		this.call.halfClose();
		End last = awaitEnd(inactivity);
		while (last == null) {
			suspicion.raise(this::giveUp);
			last = awaitEnd(inactivity);
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
		return new CorruptResultException("The server ended the call early and without a response");
	}

	/**
	 * Waits for a condition or the end of the call.
	 * @return the end, or {@code null} if the condition was met first
	 */
	private @Nullable End await(BooleanSupplier condition, long nanos) {
		return locked(() -> {
			long left = nanos;
			while (this.end == null && !condition.getAsBoolean()) {
				if (left <= 0) {
					throw new DeadlineExceededException(
							"The server has not accepted any data for " + this.stallTimeout + "; it may be overloaded");
				}
				left = this.changed.awaitNanos(left);
			}
			return this.end;
		});
	}

	/**
	 * Waits for the end of the call.
	 * @return the end, or {@code null} if the call did not end in time
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
	 * Cancels the call if it is not complete; the server discards the received requests.
	 */
	@Override
	public void close() {
		this.call.cancel("Given up by the sender", null);
	}

	/**
	 * Converter of the failures of calls.
	 */
	@FunctionalInterface
	interface Failures {

		RuntimeException convert(Status status, @Nullable Metadata trailers);

	}

	/**
	 * A wait while the lock is held.
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
