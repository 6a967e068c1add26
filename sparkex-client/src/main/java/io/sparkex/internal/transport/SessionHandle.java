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
 * Who asks and in which session; remembers which session of the server answered first, so
 * that another in its place is noticed. Thread-safe.
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
	 * Another session of the same user.
	 */
	SessionHandle another() {
		return another(UUID.randomUUID());
	}

	/**
	 * A session of another user.
	 */
	SessionHandle ofAnother(String userId) {
		return new SessionHandle(UUID.randomUUID(), userId, this.clientType, this.extensions);
	}

	/**
	 * Another session of the same user.
	 * @param id its id
	 */
	SessionHandle another(UUID id) {
		return new SessionHandle(id.toString(), this.userId, this.clientType, this.extensions);
	}

	String sessionId() {
		return this.sessionId;
	}

	/**
	 * Who asks, with what is added to requests that this thread makes now.
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
	 * The server's id of the session, to be sent with each request from the second on.
	 * @return the id, or {@code null} before the first answer
	 */
	@Nullable String serverSessionId() {
		return this.serverSessionId.get();
	}

	/**
	 * Hands the server's id over to a request, if there has been an answer.
	 * @param request what takes the id
	 */
	void sendObserved(Consumer<String> request) {
		String id = this.serverSessionId.get();
		if (id != null) {
			request.accept(id);
		}
	}

	/**
	 * Starts a request to interrupt an operation of this session.
	 * @param operationId the id of the operation
	 */
	InterruptRequest.Builder interrupt(String operationId) {
		return interrupt(InterruptRequest.InterruptType.INTERRUPT_TYPE_OPERATION_ID).setOperationId(operationId);
	}

	/**
	 * Starts a request to interrupt an operation of this session.
	 * @param operationId the id of the operation
	 * @param asker who asks
	 */
	InterruptRequest.Builder interrupt(String operationId, UserContext asker) {
		return interrupt(InterruptRequest.InterruptType.INTERRUPT_TYPE_OPERATION_ID, asker).setOperationId(operationId);
	}

	/**
	 * Starts a request to interrupt operations of this session.
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
	 * Takes note of the server's id in an answer.
	 * @throws SessionLostException if the answer comes from another session than those
	 * before
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
