package io.sparkex.internal.transport;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.sparkex.execution.OperationState;
import io.sparkex.internal.proto.CloneSessionRequest;
import io.sparkex.internal.proto.CloneSessionResponse;
import io.sparkex.internal.proto.GetStatusRequest;
import io.sparkex.internal.proto.GetStatusResponse;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.InterruptResponse;
import io.sparkex.internal.proto.SparkConnectServiceGrpc;

/**
 * Control of a session as a whole while other threads use it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SessionControl {

	private final SparkConnectClient client;

	SessionControl(SparkConnectClient client) {
		this.client = client;
	}

	/**
	 * Interrupts all operations of the session.
	 * @return the ids of the interrupted operations
	 */
	public List<String> interruptAll() {
		SessionHandle session = this.client.currentSession();
		return interrupt(session, session.interrupt(InterruptRequest.InterruptType.INTERRUPT_TYPE_ALL));
	}

	/**
	 * Interrupts the operations with a tag.
	 * @param tag the tag
	 * @return the ids of the interrupted operations
	 * @throws IllegalArgumentException if the tag is empty or contains a comma
	 */
	public List<String> interruptTag(String tag) {
		SessionTags.check(tag);
		SessionHandle session = this.client.currentSession();
		return interrupt(session,
				session.interrupt(InterruptRequest.InterruptType.INTERRUPT_TYPE_TAG).setOperationTag(tag));
	}

	/**
	 * Interrupts an operation.
	 * @param operationId the id of the operation
	 * @return the id, or empty if the operation is not running
	 */
	public List<String> interruptOperation(String operationId) {
		SessionHandle session = this.client.currentSession();
		return interrupt(session, session.interrupt(operationId));
	}

	private List<String> interrupt(SessionHandle session, InterruptRequest.Builder request) {
		return this.client.calls()
			.request(session, SparkConnectServiceGrpc.getInterruptMethod(), request.build(),
					InterruptResponse::getServerSideSessionId)
			.getInterruptedIdsList();
	}

	/**
	 * Returns the states of operations, including completed operations that the server
	 * still knows.
	 * @param operationIds the ids of the operations, or none for all
	 * @return the states by the ids of the operations
	 */
	public Map<String, OperationState> operationStates(Collection<String> operationIds) {
		return this.client.inSession((session) -> operationStates(session, operationIds));
	}

	private Map<String, OperationState> operationStates(SessionHandle session, Collection<String> operationIds) {
		GetStatusRequest.Builder request = GetStatusRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setOperationStatus(GetStatusRequest.OperationStatusRequest.newBuilder().addAllOperationIds(operationIds));
		session.sendObserved(request::setClientObservedServerSideSessionId);
		GetStatusResponse response = this.client.calls()
			.request(session, SparkConnectServiceGrpc.getGetStatusMethod(), request.build(),
					GetStatusResponse::getServerSideSessionId);
		Map<String, OperationState> states = new LinkedHashMap<>();
		for (GetStatusResponse.OperationStatus status : response.getOperationStatusesList()) {
			states.put(status.getOperationId(), state(status.getState()));
		}
		return Collections.unmodifiableMap(states);
	}

	private static OperationState state(GetStatusResponse.OperationStatus.OperationState state) {
		return switch (state) {
			case OPERATION_STATE_RUNNING -> OperationState.RUNNING;
			case OPERATION_STATE_TERMINATING -> OperationState.TERMINATING;
			case OPERATION_STATE_SUCCEEDED -> OperationState.SUCCEEDED;
			case OPERATION_STATE_FAILED -> OperationState.FAILED;
			case OPERATION_STATE_CANCELLED -> OperationState.CANCELLED;
			default -> OperationState.UNKNOWN;
		};
	}

	/**
	 * Clones a session on the server with its current configuration, temporary views and
	 * functions.
	 */
	SessionHandle cloneSession(SessionHandle session) {
		UUID id = UUID.randomUUID();
		CloneSessionRequest.Builder request = CloneSessionRequest.newBuilder()
			.setSessionId(session.sessionId())
			.setUserContext(session.userContext())
			.setClientType(session.clientType())
			.setNewSessionId(id.toString());
		session.sendObserved(request::setClientObservedServerSideSessionId);
		CloneSessionResponse response = this.client.calls()
			.request(session, SparkConnectServiceGrpc.getCloneSessionMethod(), request.build(),
					CloneSessionResponse::getServerSideSessionId);
		return session.another(UUID.fromString(response.getNewSessionId()));
	}

}
