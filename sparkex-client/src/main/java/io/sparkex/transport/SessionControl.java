package io.sparkex.transport;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.sparkex.proto.CloneSessionRequest;
import io.sparkex.proto.CloneSessionResponse;
import io.sparkex.proto.InterruptRequest;
import io.sparkex.proto.InterruptResponse;
import io.sparkex.proto.SparkConnectServiceGrpc;

/**
 * Acts on a session as a whole, while other threads use it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SessionControl {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final SparkConnectClient client;

	private final SessionHandle session;

	SessionControl(SparkConnectClient client, SessionHandle session) {
		this.client = client;
		this.session = session;
	}

	/**
	 * Interrupts all operations of the session.
	 * @return the ids of those that were interrupted
	 */
	public List<String> interruptAll() {
		return interrupt(request(InterruptRequest.InterruptType.INTERRUPT_TYPE_ALL).build());
	}

	/**
	 * Interrupts the operations that bear a tag.
	 * @param tag the tag
	 * @return the ids of those that were interrupted
	 * @throws IllegalArgumentException if the tag is empty or has a comma
	 */
	public List<String> interruptTag(String tag) {
		SessionTags.check(tag);
		return interrupt(request(InterruptRequest.InterruptType.INTERRUPT_TYPE_TAG).setOperationTag(tag).build());
	}

	/**
	 * Interrupts an operation.
	 * @param operationId its id
	 * @return the id if it was interrupted, nothing if it does not run any more
	 */
	public List<String> interruptOperation(String operationId) {
		return interrupt(operationRequest(operationId));
	}

	InterruptRequest operationRequest(String operationId) {
		return request(InterruptRequest.InterruptType.INTERRUPT_TYPE_OPERATION_ID).setOperationId(operationId).build();
	}

	private InterruptRequest.Builder request(InterruptRequest.InterruptType type) {
		InterruptRequest.Builder request = InterruptRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType())
			.setInterruptType(type);
		this.session.sendObserved(request::setClientObservedServerSideSessionId);
		return request;
	}

	private List<String> interrupt(InterruptRequest request) {
		return this.client
			.call(SparkConnectServiceGrpc.getInterruptMethod(), TIMEOUT, request,
					InterruptResponse::getServerSideSessionId)
			.getInterruptedIdsList();
	}

	/**
	 * Makes a session on the server with the configuration, temporary views and functions
	 * that this one has now.
	 * @return the id of the new session
	 */
	public UUID cloneSession() {
		CloneSessionRequest.Builder request = CloneSessionRequest.newBuilder()
			.setSessionId(this.session.sessionId())
			.setUserContext(this.session.userContext())
			.setClientType(this.session.clientType())
			.setNewSessionId(UUID.randomUUID().toString());
		this.session.sendObserved(request::setClientObservedServerSideSessionId);
		CloneSessionResponse response = this.client.call(SparkConnectServiceGrpc.getCloneSessionMethod(), TIMEOUT,
				request.build(), CloneSessionResponse::getServerSideSessionId);
		return UUID.fromString(response.getNewSessionId());
	}

}
