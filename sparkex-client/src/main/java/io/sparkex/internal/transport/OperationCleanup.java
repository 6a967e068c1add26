package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.sparkex.internal.proto.ExecutePlanRequest;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.ReleaseExecuteRequest;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;
import io.sparkex.internal.proto.UserContext;

/**
 * Tells the server what it need not keep of an operation any more. Nobody waits for its
 * answers: a server that does not hear of it forgets by itself, only later.
 */
final class OperationCleanup {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	/**
	 * Servers keep 10 MB of what they have sent, unless they hear before that it has
	 * arrived.
	 */
	private static final int RELEASE_SIZE = 2 << 20;

	private final Connection connection;

	private final SessionHandle session;

	private final String operationId;

	private final UserContext userContext;

	private final boolean reattachable;

	private final AtomicBoolean releasing = new AtomicBoolean();

	private final AtomicBoolean abandoned = new AtomicBoolean();

	private long unreleased;

	OperationCleanup(Connection connection, SessionHandle session, ExecutePlanRequest request) {
		this.connection = connection;
		this.session = session;
		this.operationId = request.getOperationId();
		this.userContext = request.getUserContext();
		this.reattachable = ExecuteRequests.isReattachable(request);
	}

	/**
	 * A response was read. Lets go of all up to it, now and then.
	 */
	void consumed(ExecutePlanResponse response) {
		if (!this.reattachable || response.getResponseId().isEmpty()) {
			return;
		}
		this.unreleased += response.getSerializedSize();
		if (this.unreleased >= RELEASE_SIZE && this.releasing.compareAndSet(false, true)) {
			this.unreleased = 0;
			ReleaseExecuteRequest until = request()
				.setReleaseUntil(
						ReleaseExecuteRequest.ReleaseUntil.newBuilder().setResponseId(response.getResponseId()))
				.build();
			this.connection.sendInBackground(SparkConnectServiceGrpc.getReleaseExecuteMethod(), until, TIMEOUT,
					() -> this.releasing.set(false));
		}
	}

	/**
	 * All responses were read.
	 */
	void release() {
		if (this.reattachable && !this.abandoned.get()) {
			releaseAll();
		}
	}

	private void releaseAll() {
		ReleaseExecuteRequest all = request().setReleaseAll(ReleaseExecuteRequest.ReleaseAll.getDefaultInstance())
			.build();
		this.connection.sendInBackground(SparkConnectServiceGrpc.getReleaseExecuteMethod(), all, TIMEOUT);
	}

	/**
	 * Nobody will read what is left: the operation is to be stopped. To be released stops
	 * it as well; an interrupt before that would have the server take it for one that
	 * runs for ever.
	 */
	void abandon() {
		if (!this.abandoned.compareAndSet(false, true)) {
			return;
		}
		if (this.reattachable) {
			releaseAll();
		}
		else {
			InterruptRequest interrupt = this.session.interrupt(this.operationId, this.userContext).build();
			this.connection.sendInBackground(SparkConnectServiceGrpc.getInterruptMethod(), interrupt, TIMEOUT);
		}
	}

	private ReleaseExecuteRequest.Builder request() {
		ReleaseExecuteRequest.Builder request = ReleaseExecuteRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.userContext)
			.setClientType(this.session.clientType())
			.setOperationId(this.operationId);
		this.session.sendObserved(request::setClientObservedServerSideSessionId);
		return request;
	}

}
