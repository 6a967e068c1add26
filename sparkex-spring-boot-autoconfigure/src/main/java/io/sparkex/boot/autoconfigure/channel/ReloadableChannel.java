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
 * A channel that can be replaced by another: calls that have begun end on the one they
 * began on. Thread-safe.
 */
final class ReloadableChannel extends ManagedChannel {

	private final Supplier<ManagedChannel> source;

	private final Consumer<ReloadableChannel> onShutdown;

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Those that were replaced and may still have calls.
	 */
	private final List<ManagedChannel> replaced = new ArrayList<>();

	private volatile ManagedChannel current;

	private volatile boolean shutdown;

	/**
	 * A channel as it is now.
	 * @param source makes the channels
	 * @param onShutdown who must not replace it any more
	 */
	ReloadableChannel(Supplier<ManagedChannel> source, Consumer<ReloadableChannel> onShutdown) {
		this.source = source;
		this.onShutdown = onShutdown;
		this.current = source.get();
	}

	/**
	 * Has calls begin on another channel from now on.
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
		all(ManagedChannel::shutdown);
		return this;
	}

	@Override
	public ManagedChannel shutdownNow() {
		all(ManagedChannel::shutdownNow);
		return this;
	}

	private void all(Consumer<ManagedChannel> ending) {
		this.lock.lock();
		try {
			this.shutdown = true;
			this.replaced.forEach(ending);
			ending.accept(this.current);
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
