package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.connect.SparkToken;
import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * One of the calls that bring the responses of an operation.
 *
 * @param <Q> the request
 */
final class ExecuteCall<Q> extends ClientCall.Listener<ExecutePlanResponse> {

	/**
	 * A call that has lasted so long has done its work even if nothing came.
	 */
	private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(200);

	private final ResponseSubscription attachment;

	private final ClientCall<Q, ExecutePlanResponse> call;

	private final Q message;

	private final AttachMode way;

	private final boolean hasty;

	private final int generation;

	private final @Nullable SparkToken token;

	private final InboundActivity pulse;

	private final long begin = System.nanoTime();

	private volatile boolean progressed;

	/**
	 * How many responses were asked for and have not come; guarded by the attachment.
	 */
	private int owed;

	/**
	 * A call that has yet to be sent.
	 * @param attachment what it belongs to
	 * @param call the call
	 * @param message what to send
	 * @param pulse when something of it has come
	 * @param way what it asks for
	 * @param hasty whether it follows a failure without a wait between
	 * @param generation counts the connections that were given up before
	 * @param token the token it bears, if it does
	 */
	ExecuteCall(ResponseSubscription attachment, ClientCall<Q, ExecutePlanResponse> call, Q message,
			InboundActivity pulse, AttachMode way, boolean hasty, int generation, @Nullable SparkToken token) {
		this.attachment = attachment;
		this.call = call;
		this.message = message;
		this.pulse = pulse;
		this.way = way;
		this.hasty = hasty;
		this.generation = generation;
		this.token = token;
	}

	AttachMode way() {
		return this.way;
	}

	boolean isHasty() {
		return this.hasty;
	}

	@Nullable SparkToken token() {
		return this.token;
	}

	int generation() {
		return this.generation;
	}

	/**
	 * Whether it has brought something.
	 */
	boolean hasProgressed() {
		return this.progressed;
	}

	/**
	 * Whether it has brought something, or has waited for it.
	 */
	boolean wasOfUse() {
		return this.progressed || System.nanoTime() - this.begin > SHORT;
	}

	boolean hasHeardWithin(Duration time) {
		return this.pulse.hasBeatenWithin(time);
	}

	/**
	 * Sends it. Does not wait.
	 * @param responses how many responses to ask for at first; none if not positive
	 */
	void send(int responses) {
		this.call.start(this, new Metadata());
		if (responses > 0) {
			request(responses);
		}
		this.call.sendMessage(this.message);
		this.call.halfClose();
	}

	void request(int responses) {
		this.owed += responses;
		this.call.request(responses);
	}

	void tookOne() {
		this.owed--;
	}

	/**
	 * Whether responses were asked for that have not come. The end of a call may not show
	 * until then.
	 */
	boolean isOwedAny() {
		return this.owed > 0;
	}

	void cancel(String reason) {
		this.call.cancel(reason, null);
	}

	/**
	 * Whoever reads may be busy for longer than the server keeps an operation that nobody
	 * is attached to. So a call whose end has shown is followed by another without
	 * waiting for the reader.
	 * @param status how it has ended
	 * @param trailers what the server said at its end
	 * @param retries whether one that has brought nothing may be followed, once
	 */
	boolean isToBeFollowedAtOnce(Status status, Metadata trailers, boolean retries) {
		if (status.isOk()) {
			return wasOfUse();
		}
		ErrorTrailers said = ErrorTrailers.parse(trailers);
		return retries && (hasProgressed() || !isHasty()) && said.retryDelay() == null
				&& TransientErrors.isPassing(status, said);
	}

	/**
	 * That the server ends a call before the operation is no failure, unless it does
	 * nothing else.
	 */
	Status outcome(Status status) {
		if (status.isOk() && !wasOfUse()) {
			return Status.UNAVAILABLE.withDescription("the server ended the call before the operation");
		}
		return status;
	}

	@Override
	public void onMessage(ExecutePlanResponse response) {
		this.progressed = true;
		this.attachment.received(this, response);
	}

	@Override
	public void onClose(Status status, Metadata trailers) {
		this.attachment.closed(this, status, trailers);
	}

	/**
	 * How an operation may go on after a call has failed.
	 *
	 * @param status how it ended; it was no failure if that is OK
	 * @param trailers what the server said at its end
	 * @param call the call, or {@code null} if there must be no other
	 * @param started whether a response had arrived by then
	 */
	record Failure(Status status, Metadata trailers, @Nullable ExecuteCall<?> call, boolean started) {

		boolean isPassing() {
			return TransientErrors.isPassing(this.status, ErrorTrailers.parse(this.trailers));
		}

		/**
		 * What another call may ask for.
		 * @return the way, or {@code null} if no other call would help
		 */
		@Nullable AttachMode wayOn(boolean reattachable, boolean sessionKnown) {
			if (this.call == null) {
				return null;
			}
			if (this.status.isOk() || isPassing()) {
				return reattachable ? AttachMode.REATTACH : null;
			}
			String errorClass = ErrorTrailers.parse(this.trailers).errorClass();
			if (this.call.way == AttachMode.REATTACH && !this.started && isUnknown(errorClass, sessionKnown)) {
				return AttachMode.EXECUTE;
			}
			if (this.call.way == AttachMode.EXECUTE && "INVALID_HANDLE.OPERATION_ALREADY_EXISTS".equals(errorClass)) {
				// It has arrived there before, though nothing came back.
				return AttachMode.REATTACH;
			}
			return null;
		}

		/**
		 * Whether the operation has never arrived there. Of a session that has never
		 * answered the server need not know, either.
		 */
		private static boolean isUnknown(@Nullable String errorClass, boolean sessionKnown) {
			return "INVALID_HANDLE.OPERATION_NOT_FOUND".equals(errorClass)
					|| ("INVALID_HANDLE.SESSION_NOT_FOUND".equals(errorClass) && !sessionKnown);
		}

	}

}
