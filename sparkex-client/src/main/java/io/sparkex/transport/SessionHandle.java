package io.sparkex.transport;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.SessionLostException;
import io.sparkex.proto.UserContext;

/**
 * Who asks and in which session; remembers which session of the server answered first, so
 * that another in its place is noticed. Thread-safe.
 */
final class SessionHandle {

	private final String sessionId;

	private final UserContext userContext;

	private final String clientType;

	private final AtomicReference<@Nullable String> serverSessionId = new AtomicReference<>();

	SessionHandle(@Nullable UUID sessionId, String userId, String clientType) {
		this.sessionId = ((sessionId != null) ? sessionId : UUID.randomUUID()).toString();
		this.userContext = UserContext.newBuilder().setUserId(userId).setUserName(userId).build();
		this.clientType = clientType;
	}

	String sessionId() {
		return this.sessionId;
	}

	UserContext userContext() {
		return this.userContext;
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
