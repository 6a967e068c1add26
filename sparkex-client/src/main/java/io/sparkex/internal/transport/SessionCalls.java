package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.connect.ConnectionString;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.SparkException;
import io.sparkex.internal.proto.FetchErrorDetailsRequest;
import io.sparkex.internal.proto.FetchErrorDetailsResponse;
import io.sparkex.internal.proto.ReleaseSessionRequest;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

/**
 * The unary and client-streaming calls of a session, with their failures converted.
 * Thread-safe.
 */
final class SessionCalls {

	/**
	 * The timeout of calls that the user of a session has not requested.
	 */
	static final Duration HOUSEKEEPING_TIMEOUT = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(SessionCalls.class);

	/**
	 * The number of bytes of a request stream that may be buffered: with gRPC's small
	 * default, the sender would block after each request.
	 */
	private static final int SEND_AHEAD = 1 << 20;

	private final Connection connection;

	private final ConnectionString target;

	private final boolean hasToken;

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * Latch that ends the backoff of retrying callers.
	 */
	private final CountDownLatch over = new CountDownLatch(1);

	private volatile boolean used;

	/**
	 * Creates the calls of a session.
	 * @param options the options of the client
	 * @param connection the connection
	 */
	SessionCalls(ClientOptions options, Connection connection) {
		this.connection = connection;
		this.target = options.target();
		this.hasToken = options.target().token() != null || options.tokenSupplier() != null;
	}

	boolean isOpen() {
		return !this.closed.get();
	}

	void checkOpen(SessionHandle session) {
		if (this.closed.get()) {
			throw new IllegalStateException("The session " + session.sessionId() + " is closed");
		}
	}

	/**
	 * Records that the server may know the session from now on.
	 */
	void use() {
		this.used = true;
	}

	/**
	 * Makes a small idempotent request.
	 */
	<Q, A> A request(SessionHandle session, MethodDescriptor<Q, A> method, Q request,
			Function<A, String> serverSessionId) {
		return unary(session, method, request, this.connection.timeouts().request(), serverSessionId);
	}

	/**
	 * Makes an idempotent request.
	 */
	<Q, A> A unary(SessionHandle session, MethodDescriptor<Q, A> method, Q request, Duration timeout,
			Function<A, String> serverSessionId) {
		return observed(session, serverSessionId, () -> this.connection.call(method, request, timeout, this.over));
	}

	/**
	 * Makes a request once, without waiting for a connection.
	 */
	<Q, A> A once(SessionHandle session, MethodDescriptor<Q, A> method, Q request, Duration timeout,
			Function<A, String> serverSessionId) {
		long deadline = System.nanoTime() + Connection.nanos(timeout);
		return observed(session, serverSessionId, () -> this.connection
			.authenticated(() -> this.connection.callOnce(method, request, Connection.left(deadline))));
	}

	/**
	 * Sends an idempotent stream of requests.
	 */
	<Q, A> A stream(SessionHandle session, MethodDescriptor<Q, A> method, Duration stallTimeout,
			Consumer<RequestStream<Q, A>> sender, Function<A, String> serverSessionId) {
		CallOptions options = CallOptions.DEFAULT.withOnReadyThreshold(SEND_AHEAD);
		return observed(session, serverSessionId,
				() -> this.connection.retrying(method.getBareMethodName(), this.over, () -> {
					this.connection.awaitChannel();
					int generation = this.connection.liveness().generation();
					try (RequestStream<Q, A> stream = new RequestStream<>(this.connection.newCall(method, options),
							Status::asRuntimeException, stallTimeout)) {
						sender.accept(stream.start());
						return stream.finish(this.connection.timeouts().inactivity().toNanos(),
								(ifDead) -> this.connection.liveness().suspect(generation, ifDead));
					}
				}));
	}

	private <A> A observed(SessionHandle session, Function<A, String> serverSessionId, Supplier<A> call) {
		checkOpen(session);
		this.used = true;
		try {
			A answer = call.get();
			session.observe(serverSessionId.apply(answer));
			return answer;
		}
		catch (StatusRuntimeException ex) {
			throw convert(session, ex);
		}
	}

	/**
	 * Waits for a connection before a plan is sent, since that call has no deadline.
	 * @param atMost the maximum time to wait, or {@code null} for the budget of the retry
	 * policy
	 */
	void connect(SessionHandle session, @Nullable Duration atMost) {
		try {
			this.connection.connect(atMost, this.over);
		}
		catch (StatusRuntimeException ex) {
			throw convert(session, ex);
		}
	}

	SparkException convert(SessionHandle session, StatusRuntimeException ex) {
		if (this.closed.get()) {
			return new OperationCancelledException("The session " + session.sessionId() + " was closed meanwhile", ex);
		}
		return new ErrorConverter(this.target, this.hasToken, (errorId) -> fetchErrorDetails(session, errorId))
			.convert(ex.getStatus(), ex.getTrailers(), session.serverSessionId() != null);
	}

	private @Nullable FetchErrorDetailsResponse fetchErrorDetails(SessionHandle session, String errorId) {
		FetchErrorDetailsRequest.Builder request = FetchErrorDetailsRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setErrorId(errorId);
		session.sendObserved(request::setClientObservedServerSideSessionId);
		try {
			return this.connection.callOnce(SparkConnectServiceGrpc.getFetchErrorDetailsMethod(), request.build(),
					HOUSEKEEPING_TIMEOUT);
		}
		catch (StatusRuntimeException | OperationCancelledException ex) {
			// The trailers are sufficient to report the error itself.
			logger.debug("No details of the error {}", errorId, ex);
			return null;
		}
	}

	/**
	 * Refuses further calls.
	 * @return whether calls were accepted before
	 */
	boolean end() {
		boolean first = this.closed.compareAndSet(false, true);
		this.over.countDown();
		return first;
	}

	/**
	 * Releases the session if the server may know it, and leaves the connection.
	 */
	void close(SessionHandle session) {
		if (this.used && this.connection.isOpened()) {
			release(session);
		}
		this.connection.close();
	}

	/**
	 * Releases an unused session without waiting for it.
	 */
	void discard(SessionHandle session) {
		this.connection.sendInBackground(SparkConnectServiceGrpc.getReleaseSessionMethod(), releaseRequest(session),
				HOUSEKEEPING_TIMEOUT);
	}

	private static ReleaseSessionRequest releaseRequest(SessionHandle session) {
		return ReleaseSessionRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.build();
	}

	private void release(SessionHandle session) {
		ReleaseSessionRequest request = releaseRequest(session);
		try {
			this.connection.callOnce(SparkConnectServiceGrpc.getReleaseSessionMethod(), request, HOUSEKEEPING_TIMEOUT);
		}
		catch (StatusRuntimeException | OperationCancelledException ex) {
			// The server removes an idle session by itself.
			logger.debug("The session {} was not released", session.sessionId(), ex);
		}
	}

}
