package io.sparkex.boot.autoconfigure.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;

/**
 * A channel that delegates to a replaceable channel. Active calls complete on the channel
 * on which they were started. Thread-safe.
 */
final class ReloadableChannel extends ManagedChannel {

	private final Supplier<ManagedChannel> source;

	private final Consumer<ReloadableChannel> onShutdown;

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Replaced channels that may still have active calls.
	 */
	private final List<ManagedChannel> replaced = new ArrayList<>();

	private volatile ManagedChannel current;

	private volatile boolean shutdown;

	/**
	 * Creates a channel that delegates to a new channel of the source.
	 * @param source creates channels
	 * @param onShutdown called when this channel has been shut down
	 */
	ReloadableChannel(Supplier<ManagedChannel> source, Consumer<ReloadableChannel> onShutdown) {
		this.source = source;
		this.onShutdown = onShutdown;
		this.current = source.get();
	}

	/**
	 * Replaces the channel for new calls.
	 */
	void replace() {
		this.lock.lock();
		try {
			if (this.shutdown) {
				return;
			}
			ManagedChannel old = this.current;
			this.current = this.source.get();
			this.replaced.removeIf(ManagedChannel::isTerminated);
			this.replaced.add(old);
			old.shutdown();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
		return this.current.newCall(method, options);
	}

	@Override
	public String authority() {
		return this.current.authority();
	}

	@Override
	public ConnectivityState getState(boolean requestConnection) {
		return this.current.getState(requestConnection);
	}

	@Override
	public void notifyWhenStateChanged(ConnectivityState source, Runnable callback) {
		this.current.notifyWhenStateChanged(source, callback);
	}

	@Override
	public void resetConnectBackoff() {
		this.current.resetConnectBackoff();
	}

	@Override
	public void enterIdle() {
		this.current.enterIdle();
	}

	@Override
	public ManagedChannel shutdown() {
		shutdownAll(ManagedChannel::shutdown);
		return this;
	}

	@Override
	public ManagedChannel shutdownNow() {
		shutdownAll(ManagedChannel::shutdownNow);
		return this;
	}

	private void shutdownAll(Consumer<ManagedChannel> action) {
		this.lock.lock();
		try {
			this.shutdown = true;
			this.replaced.forEach(action);
			action.accept(this.current);
		}
		finally {
			this.lock.unlock();
		}
		this.onShutdown.accept(this);
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
	}

	@Override
	public boolean isTerminated() {
		return this.shutdown && channels().stream().allMatch(ManagedChannel::isTerminated);
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		long deadline = System.nanoTime() + unit.toNanos(timeout);
		for (ManagedChannel channel : channels()) {
			if (!channel.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
				return false;
			}
		}
		return true;
	}

	private List<ManagedChannel> channels() {
		this.lock.lock();
		try {
			List<ManagedChannel> all = new ArrayList<>(this.replaced);
			all.add(this.current);
			return all;
		}
		finally {
			this.lock.unlock();
		}
	}

}
