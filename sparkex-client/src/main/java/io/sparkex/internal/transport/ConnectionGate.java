package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.OperationCancelledException;

/**
 * Gate that delays calls until the channel is connected, for a limited time. Without it,
 * a call waits forever for a host that accepts the connection but does not respond.
 */
final class ConnectionGate {

	/**
	 * The time that a call waits for the reconnect of a failed channel. The channel does
	 * not report when the new attempt fails as well.
	 */
	private static final Duration RECONNECT_GRACE = Duration.ofMillis(500);

	private final ManagedChannel channel;

	ConnectionGate(ManagedChannel channel) {
		this.channel = channel;
	}

	/**
	 * Makes a failed channel reconnect at once. Otherwise its backoff lasts up to two
	 * minutes, long after the server has recovered.
	 */
	void retryNow() {
		if (this.channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
			this.channel.resetConnectBackoff();
		}
	}

	/**
	 * Waits until the channel is connected, or has failed so that a call will report the
	 * reason.
	 * @param timeout the maximum time to wait
	 * @return {@code null} if the call may start, otherwise the reason
	 * @throws OperationCancelledException if this thread was interrupted
	 */
	@Nullable Status pass(Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		ConnectivityState state = this.channel.getState(true);
		if (state == ConnectivityState.TRANSIENT_FAILURE) {
			this.channel.resetConnectBackoff();
			awaitChange(state, Math.min(deadline, System.nanoTime() + RECONNECT_GRACE.toNanos()));
			state = this.channel.getState(true);
		}
		while (!isDecided(state)) {
			if (!awaitChange(state, deadline)) {
				return Status.UNAVAILABLE.withDescription("no answer within " + timeout);
			}
			state = this.channel.getState(true);
		}
		return null;
	}

	private static boolean isDecided(ConnectivityState state) {
		return state != ConnectivityState.IDLE && state != ConnectivityState.CONNECTING;
	}

	private boolean awaitChange(ConnectivityState state, long deadline) {
		CountDownLatch changed = new CountDownLatch(1);
		this.channel.notifyWhenStateChanged(state, changed::countDown);
		try {
			return changed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while it waited for a connection", ex);
		}
	}

}
