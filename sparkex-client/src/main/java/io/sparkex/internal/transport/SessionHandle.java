package io.sparkex.internal.transport;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.UserContextExtension;
import io.sparkex.errors.SessionLostException;
import io.sparkex.internal.proto.InterruptRequest;
import io.sparkex.internal.proto.UserContext;

/**
 * The identity of a session and its user. It remembers the server-side id of the session
 * to detect a session that replaced it. Thread-safe.
 */
final class SessionHandle {

	private final String sessionId;

	private final String userId;

	private final String clientType;

	private final Supplier<List<UserContextExtension>> extensions;

	private final AtomicBoolean lost = new AtomicBoolean();

	private final AtomicReference<@Nullable String> serverSessionId = new AtomicReference<>();

	SessionHandle(@Nullable UUID sessionId, String userId, String clientType,
			Supplier<List<UserContextExtension>> extensions) {
		this(((sessionId != null) ? sessionId : UUID.randomUUID()).toString(), userId, clientType, extensions);
	}

	private SessionHandle(String sessionId, String userId, String clientType,
			Supplier<List<UserContextExtension>> extensions) {
		this.sessionId = sessionId;
		this.userId = userId;
		this.clientType = clientType;
		this.extensions = extensions;
	}

	/**
	 * Marks the session as lost.
	 * @return {@code false} if it was already marked
	 */
	boolean markLost() {
		return this.lost.compareAndSet(false, true);
	}

	/**
	 * Creates another session of the same user.
	 */
	SessionHandle another() {
		return another(UUID.randomUUID());
	}

	/**
	 * Creates a session of another user.
	 */
	SessionHandle ofAnother(String userId) {
		return new SessionHandle(UUID.randomUUID(), userId, this.clientType, this.extensions);
	}

	/**
	 * Creates another session of the same user.
	 * @param id the id of the session
	 */
	SessionHandle another(UUID id) {
		return new SessionHandle(id.toString(), this.userId, this.clientType, this.extensions);
	}

	String sessionId() {
		return this.sessionId;
	}

	/**
	 * Returns the user context with the extensions for a request of this thread.
	 */
	UserContext userContext() {
		UserContext.Builder context = UserContext.newBuilder().setUserId(this.userId).setUserName(this.userId);
		for (UserContextExtension extension : this.extensions.get()) {
			context.addExtensions(
					Any.newBuilder().setTypeUrl(extension.typeUrl()).setValue(ByteString.copyFrom(extension.value())));
		}
		return context.build();
	}

	String clientType() {
		return this.clientType;
	}

	/**
	 * Returns the server-side id of the session, to be sent with all but the first
	 * request.
	 * @return the id, or {@code null} before the first response
	 */
	@Nullable String serverSessionId() {
		return this.serverSessionId.get();
	}

	/**
	 * Passes the server-side id to a request if it is known.
	 * @param request receives the id
	 */
	void sendObserved(Consumer<String> request) {
		String id = this.serverSessionId.get();
		if (id != null) {
			request.accept(id);
		}
	}

	/**
	 * Creates a request to interrupt an operation of this session.
	 * @param operationId the id of the operation
	 */
	InterruptRequest.Builder interrupt(String operationId) {
		return interrupt(InterruptRequest.InterruptType.INTERRUPT_TYPE_OPERATION_ID).setOperationId(operationId);
	}

	/**
	 * Creates a request to interrupt an operation of this session.
	 * @param operationId the id of the operation
	 * @param asker the user context of the request
	 */
	InterruptRequest.Builder interrupt(String operationId, UserContext asker) {
		return interrupt(InterruptRequest.InterruptType.INTERRUPT_TYPE_OPERATION_ID, asker).setOperationId(operationId);
	}

	/**
	 * Creates a request to interrupt operations of this session.
	 */
	InterruptRequest.Builder interrupt(InterruptRequest.InterruptType type) {
		return interrupt(type, userContext());
	}

	private InterruptRequest.Builder interrupt(InterruptRequest.InterruptType type, UserContext asker) {
		InterruptRequest.Builder request = InterruptRequest.newBuilder()
			.setSessionId(this.sessionId)
			.setUserContext(asker)
			.setClientType(this.clientType)
			.setInterruptType(type);
		sendObserved(request::setClientObservedServerSideSessionId);
		return request;
	}

	/**
	 * Records the server-side id of a response.
	 * @throws SessionLostException if the response comes from another session than
	 * earlier responses
	 */
	void observe(String id) {
		if (id.isEmpty() || this.serverSessionId.compareAndSet(null, id)) {
			return;
		}
		if (!id.equals(this.serverSessionId.get())) {
			throw new SessionLostException("The session " + this.sessionId
					+ " was replaced on the server, and its temporary views, configuration and caches are gone;"
					+ " build a new session");
		}
	}

}
