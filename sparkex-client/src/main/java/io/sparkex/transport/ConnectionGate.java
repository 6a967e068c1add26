package io.sparkex.transport;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;

import io.sparkex.errors.OperationCancelledException;
import io.sparkex.errors.UnreachableException;

/**
 * Lets calls through to a channel that is connected, and bounds the wait for one that is
 * not. A call by itself would wait for ever for a host that takes the connection and then
 * stays silent.
 */
final class ConnectionGate {

	/**
	 * How long a call waits for a connection to come back that has failed before. The
	 * channel does not tell when the new attempt fails as well.
	 */
	private static final Duration RECONNECT_GRACE = Duration.ofMillis(500);

	private final ManagedChannel channel;

	private final String authority;

	private final Duration timeout;

	ConnectionGate(ManagedChannel channel, String authority, Duration timeout) {
		this.channel = channel;
		this.authority = authority;
		this.timeout = timeout;
	}

	/**
	 * Has a channel that failed try again at once: left alone, it would wait for up to
	 * two minutes, long after the server is back.
	 */
	void retryNow() {
		if (this.channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
			this.channel.resetConnectBackoff();
		}
	}

	/**
	 * Returns when the channel is connected, or has failed so that a call will say why.
	 * @throws UnreachableException if neither happens in time
	 */
	void pass() {
		ConnectivityState state = this.channel.getState(true);
		if (state == ConnectivityState.TRANSIENT_FAILURE) {
			this.channel.resetConnectBackoff();
			awaitChange(state, System.nanoTime() + RECONNECT_GRACE.toNanos());
			state = this.channel.getState(true);
		}
		if (isDecided(state)) {
			return;
		}
		long deadline = System.nanoTime() + this.timeout.toNanos();
		while (!isDecided(state)) {
			if (!awaitChange(state, deadline)) {
				throw new UnreachableException("No Spark Connect server answers at " + this.authority + " within "
						+ this.timeout + ". Start one there, or correct the host and port in the URL");
			}
			state = this.channel.getState(true);
		}
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
			throw new OperationCancelledException(
					"The thread was interrupted while it waited for a connection to " + this.authority, ex);
		}
	}

}
