package io.sparkex.internal.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.OperationCancelledException;

/**
 * The response to one request, awaited by one thread. While nothing arrives, the
 * connection is checked.
 *
 * @param <Q> the type of the request
 * @param <A> the type of the response
 */
final class PendingResponse<Q, A> extends ClientCall.Listener<A> {

	private final ClientCall<Q, A> call;

	private final CompletableFuture<A> outcome = new CompletableFuture<>();

	private @Nullable A answer;

	PendingResponse(ClientCall<Q, A> call) {
		this.call = call;
	}

	PendingResponse<Q, A> send(Q request) {
		this.call.start(this, new Metadata());
		// A second response would be an error, which is detected only if it is requested.
		this.call.request(2);
		this.call.sendMessage(request);
		this.call.halfClose();
		return this;
	}

	@Override
	public void onMessage(A message) {
		this.answer = message;
	}

	@Override
	public void onClose(Status status, Metadata trailers) {
		if (!status.isOk()) {
			this.outcome.completeExceptionally(status.asRuntimeException(trailers));
		}
		else if (this.answer == null) {
			this.outcome
				.completeExceptionally(Status.INTERNAL.withDescription("The server ended the call without a response")
					.asRuntimeException(trailers));
		}
		else {
			this.outcome.complete(this.answer);
		}
	}

	/**
	 * Waits for the response.
	 * @param inactivity the time without inbound data, in nanoseconds, after which the
	 * connection is checked
	 * @param suspicion starts a check of the connection and runs its argument if that is
	 * dead
	 * @throws StatusRuntimeException if the call fails
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	A await(long inactivity, Suspicion suspicion) {
		while (true) {
			try {
				return this.outcome.get(inactivity, TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				suspicion.raise(this::giveUp);
			}
			catch (ExecutionException ex) {
				throw failure(ex.getCause());
			}
			catch (InterruptedException ex) {
				this.call.cancel("The thread was interrupted", ex);
				Thread.currentThread().interrupt();
				throw new OperationCancelledException("The thread was interrupted while it waited for the server", ex);
			}
		}
	}

	private static RuntimeException failure(@Nullable Throwable cause) {
		if (cause instanceof StatusRuntimeException ex) {
			return ex;
		}
		return new IllegalStateException(cause);
	}

	private void giveUp() {
		this.outcome.completeExceptionally(Liveness.DEAD.asRuntimeException());
		this.call.cancel("The connection is dead", null);
	}

	/**
	 * Action that starts a check of a connection.
	 */
	@FunctionalInterface
	interface Suspicion {

		void raise(Runnable ifDead);

	}

}
