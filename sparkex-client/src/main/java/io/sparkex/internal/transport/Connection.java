package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.CallTimeouts;
import io.sparkex.connect.RetryPolicy;
import io.sparkex.connect.SparkToken;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.TlsException;

/**
 * A connection to a server, shared by the sessions that were created from each other: the
 * channel and its recovery. The last session that leaves it closes it. Thread-safe.
 */
final class Connection {

	private static final Logger logger = LoggerFactory.getLogger(Connection.class);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final ClientOptions options;

	private final TokenCache tokens;

	private final ReentrantLock opening = new ReentrantLock();

	private volatile @Nullable OpenChannel channel;

	private volatile boolean closed;

	private final Duration connectTimeout;

	private final RetryPolicy retryPolicy;

	private final CallTimeouts timeouts;

	private final AtomicInteger users = new AtomicInteger(1);

	/**
	 * Creates a connection that is established by the first call. Its channel is also
	 * created then, unless that can fail for the given options, since loading the classes
	 * of gRPC and Netty takes longer than everything else a session needs.
	 * @throws IllegalArgumentException if the channel cannot be created with these
	 * options
	 */
	Connection(ClientOptions options) {
		this.options = options;
		this.tokens = TokenCache.of(options);
		this.connectTimeout = options.channel().connectTimeout();
		this.retryPolicy = options.retryPolicy();
		this.timeouts = options.timeouts();
		if (!options.channelFactory().canDefer(options.channel())) {
			open();
		}
	}

	ClientOptions options() {
		return this.options;
	}

	/**
	 * Returns whether the channel exists.
	 */
	boolean isOpened() {
		return this.channel != null;
	}

	private OpenChannel channel() {
		OpenChannel open = this.channel;
		try {
			return (open != null) ? open : open();
		}
		catch (IllegalArgumentException ex) {
			// No option was given, so only the trust store of the JVM can be wrong.
			throw new TlsException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private OpenChannel open() {
		this.opening.lock();
		try {
			OpenChannel open = this.channel;
			if (open == null) {
				open = OpenChannel.open(this.options, this.tokens);
				this.channel = open;
				if (this.closed) {
					// Calls then fail like on any closed channel.
					open.channel().shutdownNow();
				}
			}
			return open;
		}
		finally {
			this.opening.unlock();
		}
	}

	/**
	 * Registers another session as a user of this connection.
	 * @return this connection
	 * @throws IllegalStateException if it is closed
	 */
	Connection share() {
		int before = this.users.getAndUpdate((count) -> (count > 0) ? count + 1 : 0);
		if (before <= 0) {
			throw new IllegalStateException("The connection is closed");
		}
		return this;
	}

	Backoff backoff() {
		return new Backoff(this.retryPolicy);
	}

	/**
	 * Returns whether failed calls are retried.
	 */
	boolean retries() {
		return !this.retryPolicy.budget().isZero();
	}

	CallTimeouts timeouts() {
		return this.timeouts;
	}

	Liveness liveness() {
		return channel().liveness();
	}

	/**
	 * Creates a call that is not started, without waiting for a connection.
	 */
	<Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
		return channel().calls().newCall(method, options);
	}

	/**
	 * Sends a request without waiting for its response or for a connection.
	 */
	<Q, A> void sendInBackground(MethodDescriptor<Q, A> method, Q request, Duration timeout) {
		sendInBackground(method, request, timeout, () -> {
		});
	}

	/**
	 * Sends a request without waiting for its response or for a connection.
	 * @param afterwards runs when the call has ended, successfully or not
	 */
	<Q, A> void sendInBackground(MethodDescriptor<Q, A> method, Q request, Duration timeout, Runnable afterwards) {
		ClientCall<Q, A> call = newCall(method, within(timeout));
		call.start(new ClientCall.Listener<>() {

			@Override
			public void onClose(Status status, Metadata trailers) {
				if (!status.isOk()) {
					logger.debug("{} in the background failed: {}", method.getBareMethodName(), status);
				}
				afterwards.run();
			}

		}, new Metadata());
		call.request(Integer.MAX_VALUE);
		call.sendMessage(request);
		call.halfClose();
	}

	/**
	 * Makes an idempotent call and retries it until it succeeds, fails permanently, or
	 * its timeout or the budget of the retry policy is over.
	 * @param over reaches zero when the response is no longer needed
	 * @throws StatusRuntimeException if the call fails
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	<Q, A> A call(MethodDescriptor<Q, A> method, Q request, Duration timeout, CountDownLatch over) {
		long deadline = System.nanoTime() + nanos(timeout);
		return retrying(method.getBareMethodName(), deadline, over, () -> {
			awaitChannel(left(deadline));
			return attempt(method, request, left(deadline));
		});
	}

	static Duration left(long deadline) {
		return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
	}

	/**
	 * Repeats an action until it succeeds, fails permanently, or the budget of the retry
	 * policy is over.
	 * @param name the name of the action
	 * @param over reaches zero when the action is no longer needed
	 * @param attempt the action, which throws a {@link StatusRuntimeException} if it
	 * fails
	 */
	<T> T retrying(@Nullable String name, CountDownLatch over, Supplier<T> attempt) {
		return retrying(name, System.nanoTime() + Long.MAX_VALUE / 2, over, attempt);
	}

	private <T> T retrying(@Nullable String name, long deadline, CountDownLatch over, Supplier<T> attempt) {
		Backoff backoff = backoff();
		while (true) {
			try {
				return authenticated(attempt);
			}
			catch (StatusRuntimeException ex) {
				Duration wait = backoffAfter(ex, backoff);
				if (wait == null || wait.compareTo(left(deadline)) >= 0) {
					throw ex;
				}
				logger.debug("{} failed and is retried in {}: {}", name, wait, ex.getMessage());
				if (isOverWithin(wait, over)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Waits for a connection, with retries.
	 * @param atMost the maximum time to wait, or {@code null} for the budget of the retry
	 * policy
	 * @param over reaches zero when the connection is no longer needed
	 * @throws StatusRuntimeException if there is no connection
	 */
	void connect(@Nullable Duration atMost, CountDownLatch over) {
		long deadline = System.nanoTime() + ((atMost != null) ? nanos(atMost) : Long.MAX_VALUE / 2);
		retrying("Connecting", deadline, over, () -> {
			awaitChannel(left(deadline));
			return true;
		});
	}

	/**
	 * Returns whether transient errors are retried for at least the given time.
	 */
	boolean triesFor(Duration time) {
		return this.retryPolicy.budget().compareTo(time) >= 0;
	}

	/**
	 * Makes a call once with the current token, without waiting for a connection.
	 * @throws StatusRuntimeException if the call fails
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	<Q, A> A callOnce(MethodDescriptor<Q, A> method, Q request, Duration timeout) {
		channel().gate().retryNow();
		return attempt(method, request, timeout);
	}

	/**
	 * Runs an action with a valid token, and once more with a new token if the server
	 * rejects the first one.
	 */
	<T> T authenticated(Supplier<T> attempt) {
		this.tokens.refresh();
		SparkToken sent = this.tokens.peek();
		try {
			return attempt.get();
		}
		catch (StatusRuntimeException ex) {
			if (!hasRenewed(ex.getStatus(), sent)) {
				throw ex;
			}
			return attempt.get();
		}
	}

	/**
	 * Renews a token that the server rejected.
	 * @param status the status of the call
	 * @param sent the token of the call
	 * @return whether a retry of the call makes sense
	 */
	boolean hasRenewed(Status status, @Nullable SparkToken sent) {
		return status.getCode() == Status.Code.UNAUTHENTICATED
				&& this.tokens.renew((sent != null) ? sent.value() : null);
	}

	/**
	 * Returns the token for new calls.
	 */
	@Nullable SparkToken token() {
		return this.tokens.peek();
	}

	private <Q, A> A attempt(MethodDescriptor<Q, A> method, Q request, Duration timeout) {
		Liveness liveness = channel().liveness();
		int generation = liveness.generation();
		return new PendingResponse<>(newCall(method, within(timeout))).send(request)
			.await(nanos(this.timeouts.inactivity()), (ifDead) -> liveness.suspect(generation, ifDead));
	}

	/**
	 * Waits for a connection, or for a failure that a call will report.
	 * @throws StatusRuntimeException if there is neither within the connect timeout
	 */
	void awaitChannel() {
		awaitChannel(this.connectTimeout);
	}

	/**
	 * Waits for a token and a connection, or for a failure that a call will report.
	 * @param atMost the maximum time to wait for a connection, at most the connect
	 * timeout
	 * @throws StatusRuntimeException if there is neither in time
	 */
	void awaitConnection(Duration atMost) {
		this.tokens.refresh();
		awaitChannel(atMost);
	}

	/**
	 * Renews the token if it expires soon.
	 */
	void refreshToken() {
		this.tokens.refresh();
	}

	private void awaitChannel(Duration atMost) {
		Status silent = channel().gate().pass(shorter(this.connectTimeout, atMost));
		if (silent != null) {
			throw silent.asRuntimeException();
		}
	}

	/**
	 * Returns the backoff after a failed call.
	 * @return the backoff, or {@code null} if there must be no other attempt
	 */
	private static @Nullable Duration backoffAfter(StatusRuntimeException failure, Backoff backoff) {
		ErrorTrailers trailers = ErrorTrailers.parse(failure.getTrailers());
		return TransientErrors.isTransient(failure.getStatus(), trailers) ? backoff.next(trailers.retryDelay()) : null;
	}

	private static boolean isOverWithin(Duration wait, CountDownLatch over) {
		try {
			return over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted before the retry of the call", ex);
		}
	}

	static CallOptions within(Duration timeout) {
		return CallOptions.DEFAULT.withDeadlineAfter(nanos(timeout), TimeUnit.NANOSECONDS);
	}

	/**
	 * Returns the nanoseconds of a duration, or the maximum if they overflow.
	 */
	static long nanos(Duration duration) {
		return Math.min(TimeUnit.NANOSECONDS.convert(duration), Long.MAX_VALUE / 4);
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/**
	 * Leaves this connection. The last user closes the channel, which takes at most five
	 * seconds.
	 */
	void close() {
		if (this.users.decrementAndGet() > 0) {
			return;
		}
		OpenChannel open = closedChannel();
		if (open == null) {
			return;
		}
		ManagedChannel channel = open.channel();
		channel.shutdown();
		try {
			if (!channel.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
				channel.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			channel.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	private @Nullable OpenChannel closedChannel() {
		this.opening.lock();
		try {
			this.closed = true;
			return this.channel;
		}
		finally {
			this.opening.unlock();
		}
	}

}
