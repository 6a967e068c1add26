package io.sparkex.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.OperationCancelledException;
import io.sparkex.proto.ExecutePlanRequest;
import io.sparkex.proto.ExecutePlanResponse;

/**
 * The responses to one operation, pulled: a few are fetched ahead, then the server is
 * held back until the reader goes on.
 * <p>
 * To be read by one thread at a time; any thread may close it.
 *
 * @since 0.1.0
 */
public final class ResponseStream implements AutoCloseable {

	/**
	 * Enough to receive one batch while another is read.
	 */
	private static final int PREFETCH = 3;

	private final ClientCall<ExecutePlanRequest, ExecutePlanResponse> call;

	private final Owner owner;

	private final String operationId;

	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	private volatile boolean finished;

	private volatile boolean closedEarly;

	ResponseStream(ClientCall<ExecutePlanRequest, ExecutePlanResponse> call, String operationId, Owner owner) {
		this.call = call;
		this.operationId = operationId;
		this.owner = owner;
	}

	ResponseStream start(ExecutePlanRequest request) {
		this.call.start(new Listener(), new Metadata());
		this.call.request(PREFETCH);
		this.call.sendMessage(request);
		this.call.halfClose();
		return this;
	}

	/**
	 * The next response, waited for if need be.
	 * @return the response, or {@code null} when the operation is done
	 * @throws io.sparkex.errors.SparkException if the operation failed
	 * @throws OperationCancelledException if this thread was interrupted, which stops the
	 * operation on the server as well, or the stream was closed before its end
	 */
	public @Nullable ExecutePlanResponse next() {
		if (this.closedEarly) {
			throw new OperationCancelledException(
					"The results of the operation " + this.operationId + " were closed before their end");
		}
		if (this.finished) {
			return null;
		}
		Signal signal = take();
		if (signal.response() != null) {
			this.call.request(1);
			check(signal.response());
			return signal.response();
		}
		this.finished = true;
		if (signal.status() != null && !signal.status().isOk()) {
			throw this.owner.convert(signal.status(), signal.trailers());
		}
		return null;
	}

	private void check(ExecutePlanResponse response) {
		this.owner.observe(response);
		if (!response.getOperationId().isEmpty() && !response.getOperationId().equals(this.operationId)) {
			throw new CorruptResultException("The server sent a response of the operation " + response.getOperationId()
					+ " among those of " + this.operationId);
		}
	}

	private Signal take() {
		try {
			return this.signals.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			close();
			throw new OperationCancelledException(
					"The thread was interrupted while it waited for the operation " + this.operationId, ex);
		}
	}

	/**
	 * Ends the stream. If the operation is still running, it is stopped on the server.
	 */
	@Override
	public void close() {
		if (this.finished) {
			return;
		}
		this.closedEarly = true;
		this.finished = true;
		this.call.cancel("Closed by the reader", null);
		// A reader that still waits in another thread must not wait for ever.
		this.signals.add(new Signal(null, Status.CANCELLED.withDescription("Closed by the reader"), null));
		this.owner.interrupt(this.operationId);
	}

	/**
	 * What the stream needs of the client it belongs to.
	 */
	interface Owner {

		void observe(ExecutePlanResponse response);

		RuntimeException convert(Status status, @Nullable Metadata trailers);

		void interrupt(String operationId);

	}

	private record Signal(@Nullable ExecutePlanResponse response, @Nullable Status status,
			@Nullable Metadata trailers) {

	}

	private final class Listener extends ClientCall.Listener<ExecutePlanResponse> {

		@Override
		public void onMessage(ExecutePlanResponse response) {
			ResponseStream.this.signals.add(new Signal(response, null, null));
		}

		@Override
		public void onClose(Status status, Metadata trailers) {
			ResponseStream.this.signals.add(new Signal(null, status, trailers));
		}

	}

}
