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
 * The way to a server, shared by the sessions that were made of one another: its channel,
 * and what is to be done when that fails. The last session that leaves it closes it.
 * Thread-safe.
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
	 * A connection to be dialled when it is needed. So is its channel made, unless that
	 * may fail for what was given, since to load the classes of gRPC and Netty takes
	 * longer than all else that a session needs.
	 * @throws IllegalArgumentException if the channel cannot be made as described
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
	 * Whether there is a channel.
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
			// Nothing was given that could be wrong but what the JVM itself trusts.
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
					// Calls fail on it as they do on any that was closed before.
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
	 * Has another session use this connection.
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
	 * Whether anything is tried again.
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
	 * A new call, not started, without waiting for a connection.
	 */
	<Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
		return channel().calls().newCall(method, options);
	}

	/**
	 * Sends a request for whose answers nobody waits, and does not wait for a connection.
	 */
	<Q, A> void sendInBackground(MethodDescriptor<Q, A> method, Q request, Duration timeout) {
		sendInBackground(method, request, timeout, () -> {
		});
	}

	/**
	 * Sends a request for whose answers nobody waits, and does not wait for a connection.
	 * @param afterwards what to do when the call is over, however it ends
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
	 * Makes a call that may be made twice without harm, again and again until it
	 * succeeds, fails for good, or its time or the budget of the retry policy is over.
	 * @param over counted down when nobody wants the answer any more
	 * @throws StatusRuntimeException if it fails
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
	 * Does something again and again until it succeeds, fails for good, or the budget of
	 * the retry policy is over.
	 * @param name what it is
	 * @param over counted down when nobody wants it any more
	 * @param attempt does it, or throws a {@link StatusRuntimeException}
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
				logger.debug("{} failed and is tried again in {}: {}", name, wait, ex.getMessage());
				if (isOverWithin(wait, over)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Waits for a connection, again and again.
	 * @param atMost the longest time to wait, or {@code null} for as long as the retry
	 * policy allows
	 * @param over counted down when nobody wants it any more
	 * @throws StatusRuntimeException if there is none
	 */
	void connect(@Nullable Duration atMost, CountDownLatch over) {
		long deadline = System.nanoTime() + ((atMost != null) ? nanos(atMost) : Long.MAX_VALUE / 2);
		retrying("Connecting", deadline, over, () -> {
			awaitChannel(left(deadline));
			return true;
		});
	}

	/**
	 * Whether what fails for a passing reason is tried again for so long.
	 */
	boolean triesFor(Duration time) {
		return this.retryPolicy.budget().compareTo(time) >= 0;
	}

	/**
	 * Makes a call once, with the token there is, and does not wait for a connection.
	 * @throws StatusRuntimeException if it fails
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	<Q, A> A callOnce(MethodDescriptor<Q, A> method, Q request, Duration timeout) {
		channel().gate().retryNow();
		return attempt(method, request, timeout);
	}

	/**
	 * Does something with a token that is good, and once more with another if the server
	 * does not think so.
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
	 * Gets another token for one that the server did not accept.
	 * @param status how the call ended
	 * @param sent the token it was made with
	 * @return whether the call is worth another try
	 */
	boolean hasRenewed(Status status, @Nullable SparkToken sent) {
		return status.getCode() == Status.Code.UNAUTHENTICATED
				&& this.tokens.renew((sent != null) ? sent.value() : null);
	}

	/**
	 * The token that calls bear which begin now.
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
	 * @param atMost how long to wait for a connection where the connect timeout is longer
	 * @throws StatusRuntimeException if there is neither in time
	 */
	void awaitConnection(Duration atMost) {
		this.tokens.refresh();
		awaitChannel(atMost);
	}

	/**
	 * Gets another token if the last one expires before long.
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
	 * How long to wait after a failure of a call.
	 * @return the wait, or {@code null} if there must be no other try
	 */
	private static @Nullable Duration backoffAfter(StatusRuntimeException failure, Backoff backoff) {
		ErrorTrailers trailers = ErrorTrailers.parse(failure.getTrailers());
		return TransientErrors.isPassing(failure.getStatus(), trailers) ? backoff.next(trailers.retryDelay()) : null;
	}

	private static boolean isOverWithin(Duration wait, CountDownLatch over) {
		try {
			return over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted before the call was tried again", ex);
		}
	}

	static CallOptions within(Duration timeout) {
		return CallOptions.DEFAULT.withDeadlineAfter(nanos(timeout), TimeUnit.NANOSECONDS);
	}

	/**
	 * The nanoseconds of a time that may be longer than they can count.
	 */
	static long nanos(Duration duration) {
		return Math.min(TimeUnit.NANOSECONDS.convert(duration), Long.MAX_VALUE / 4);
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/**
	 * Leaves this connection. The last one closes the channel, which takes five seconds
	 * at most.
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
