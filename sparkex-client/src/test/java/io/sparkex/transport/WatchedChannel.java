package io.sparkex.transport;

import java.util.concurrent.TimeUnit;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;

/**
 * A channel that never seems to be connected, and tells when it is asked whether it is.
 */
final class WatchedChannel extends ManagedChannel {

	private final ManagedChannel delegate;

	private final Runnable watcher;

	WatchedChannel(ManagedChannel delegate, Runnable watcher) {
		this.delegate = delegate;
		this.watcher = watcher;
	}

	@Override
	public ConnectivityState getState(boolean requestConnection) {
		this.watcher.run();
		return ConnectivityState.CONNECTING;
	}

	@Override
	public void notifyWhenStateChanged(ConnectivityState source, Runnable callback) {
	}

	@Override
	public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
		return this.delegate.newCall(method, options);
	}

	@Override
	public String authority() {
		return this.delegate.authority();
	}

	@Override
	public ManagedChannel shutdown() {
		this.delegate.shutdown();
		return this;
	}

	@Override
	public ManagedChannel shutdownNow() {
		this.delegate.shutdownNow();
		return this;
	}

	@Override
	public boolean isShutdown() {
		return this.delegate.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.delegate.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.delegate.awaitTermination(timeout, unit);
	}

}
