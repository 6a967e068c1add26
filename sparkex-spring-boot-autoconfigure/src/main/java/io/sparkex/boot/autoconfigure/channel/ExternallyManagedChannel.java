package io.sparkex.boot.autoconfigure.channel;

import java.util.concurrent.TimeUnit;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;

/**
 * A channel whose lifecycle and connectivity another library manages.
 */
final class ExternallyManagedChannel extends ManagedChannel {

	private final Channel channel;

	private volatile boolean shutdown;

	ExternallyManagedChannel(Channel channel) {
		this.channel = channel;
	}

	@Override
	public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
		return this.channel.newCall(method, options);
	}

	@Override
	public String authority() {
		return this.channel.authority();
	}

	/**
	 * Returns a constant state, since the other library does not report it.
	 */
	@Override
	public ConnectivityState getState(boolean requestConnection) {
		return this.shutdown ? ConnectivityState.SHUTDOWN : ConnectivityState.READY;
	}

	@Override
	public void notifyWhenStateChanged(ConnectivityState source, Runnable callback) {
		if (source != getState(false)) {
			callback.run();
		}
	}

	@Override
	public ManagedChannel shutdown() {
		this.shutdown = true;
		return this;
	}

	@Override
	public ManagedChannel shutdownNow() {
		return shutdown();
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
	}

	@Override
	public boolean isTerminated() {
		return this.shutdown;
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) {
		return this.shutdown;
	}

}
