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
 * Release of the responses that the server retains for an operation. The client does not
 * wait for the result: a server that does not receive a release removes the responses
 * later by itself.
 */
final class OperationCleanup {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	/**
	 * The size of received responses after which the client releases them. Servers retain
	 * 10 MB of sent responses unless they are released earlier.
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
	 * Records that a response was read, and releases the responses up to it from time to
	 * time.
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
	 * Releases all responses after the last one was read.
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
	 * Cancels the operation, whose remaining responses will not be read. A release also
	 * cancels it; after an interrupt the server would treat it as an operation that never
	 * ends.
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
