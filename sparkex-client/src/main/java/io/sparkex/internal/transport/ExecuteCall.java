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
 * One of the calls that deliver the responses of an operation.
 *
 * @param <Q> the type of the request
 */
final class ExecuteCall<Q> extends ClientCall.Listener<ExecutePlanResponse> {

	/**
	 * A call of this duration was useful even if nothing arrived.
	 */
	private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(200);

	private final ResponseSubscription subscription;

	private final ClientCall<Q, ExecutePlanResponse> call;

	private final Q message;

	private final AttachMode mode;

	private final boolean immediateRetry;

	private final int generation;

	private final @Nullable SparkToken token;

	private final InboundActivity activity;

	private final long begin = System.nanoTime();

	private volatile boolean progressed;

	/**
	 * The number of requested responses that have not arrived; guarded by the
	 * subscription.
	 */
	private int outstanding;

	/**
	 * Creates a call that is not sent.
	 * @param subscription the subscription that the call belongs to
	 * @param call the call
	 * @param message the request
	 * @param activity the inbound activity of the call
	 * @param mode the attach mode
	 * @param immediateRetry whether the call follows a failure without a backoff
	 * @param generation the number of connections abandoned so far
	 * @param token the token of the call, if it has one
	 */
	ExecuteCall(ResponseSubscription subscription, ClientCall<Q, ExecutePlanResponse> call, Q message,
			InboundActivity activity, AttachMode mode, boolean immediateRetry, int generation,
			@Nullable SparkToken token) {
		this.subscription = subscription;
		this.call = call;
		this.message = message;
		this.activity = activity;
		this.mode = mode;
		this.immediateRetry = immediateRetry;
		this.generation = generation;
		this.token = token;
	}

	AttachMode mode() {
		return this.mode;
	}

	boolean isHasty() {
		return this.immediateRetry;
	}

	@Nullable SparkToken token() {
		return this.token;
	}

	int generation() {
		return this.generation;
	}

	/**
	 * Returns whether a response has arrived.
	 */
	boolean hasProgressed() {
		return this.progressed;
	}

	/**
	 * Returns whether a response has arrived or the call was open for long enough.
	 */
	boolean wasUseful() {
		return this.progressed || System.nanoTime() - this.begin > SHORT;
	}

	boolean wasActiveWithin(Duration time) {
		return this.activity.hasBeatenWithin(time);
	}

	/**
	 * Sends the request. Does not block.
	 * @param responses the number of responses to request at first; none if not positive
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
		this.outstanding += responses;
		this.call.request(responses);
	}

	void responseReceived() {
		this.outstanding--;
	}

	/**
	 * Returns whether requested responses have not arrived. The end of a call may not be
	 * visible before they have.
	 */
	boolean awaitsResponses() {
		return this.outstanding > 0;
	}

	void cancel(String reason) {
		this.call.cancel(reason, null);
	}

	/**
	 * Returns whether the next call must start at once. A reader may be busy for longer
	 * than the server retains a detached operation, so an ended call is replaced without
	 * waiting for the reader.
	 * @param status the status of the call
	 * @param trailers the trailers of the call
	 * @param retries whether a call without responses may be replaced, once
	 */
	boolean needsImmediateSuccessor(Status status, Metadata trailers, boolean retries) {
		if (status.isOk()) {
			return wasUseful();
		}
		ErrorTrailers said = ErrorTrailers.parse(trailers);
		return retries && (hasProgressed() || !isHasty()) && said.retryDelay() == null
				&& TransientErrors.isTransient(status, said);
	}

	/**
	 * Converts the status of an ended call. A call that the server ends before the
	 * operation is complete has not failed, unless the server does nothing else.
	 */
	Status outcome(Status status) {
		if (status.isOk() && !wasUseful()) {
			return Status.UNAVAILABLE.withDescription("the server ended the call before the operation");
		}
		return status;
	}

	@Override
	public void onMessage(ExecutePlanResponse response) {
		this.progressed = true;
		this.subscription.received(this, response);
	}

	@Override
	public void onClose(Status status, Metadata trailers) {
		this.subscription.closed(this, status, trailers);
	}

	/**
	 * The state of an operation after one of its calls has ended.
	 *
	 * @param status the status of the call; OK if it did not fail
	 * @param trailers the trailers of the call
	 * @param call the call, or {@code null} if there must be no other
	 * @param started whether a response had arrived before
	 */
	record Failure(Status status, Metadata trailers, @Nullable ExecuteCall<?> call, boolean started) {

		boolean isTransient() {
			return TransientErrors.isTransient(this.status, ErrorTrailers.parse(this.trailers));
		}

		/**
		 * Returns the attach mode of the next call.
		 * @return the mode, or {@code null} if another call would not help
		 */
		@Nullable AttachMode attachMode(boolean reattachable, boolean sessionKnown) {
			if (this.call == null) {
				return null;
			}
			if (this.status.isOk() || isTransient()) {
				return reattachable ? AttachMode.REATTACH : null;
			}
			String errorClass = ErrorTrailers.parse(this.trailers).errorClass();
			if (this.call.mode == AttachMode.REATTACH && !this.started && isUnknown(errorClass, sessionKnown)) {
				return AttachMode.EXECUTE;
			}
			if (this.call.mode == AttachMode.EXECUTE && "INVALID_HANDLE.OPERATION_ALREADY_EXISTS".equals(errorClass)) {
				// The server has received an earlier request whose response was lost.
				return AttachMode.REATTACH;
			}
			return null;
		}

		/**
		 * Returns whether the server never received the operation. It may not know the
		 * session either if that has never been used.
		 */
		private static boolean isUnknown(@Nullable String errorClass, boolean sessionKnown) {
			return "INVALID_HANDLE.OPERATION_NOT_FOUND".equals(errorClass)
					|| ("INVALID_HANDLE.SESSION_NOT_FOUND".equals(errorClass) && !sessionKnown);
		}

	}

}
