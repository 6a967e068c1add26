package io.sparkex.internal.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * What waits for the reader of an operation. A failure that another call may get over is
 * parked at its end, and can be taken back as long as nobody has read it. Thread-safe.
 */
final class ReaderQueue {

	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	private final AtomicReference<@Nullable Signal> parked = new AtomicReference<>();

	void add(Signal signal) {
		this.signals.add(signal);
	}

	/**
	 * Adds a failure that may be taken back.
	 */
	void park(ExecuteCall.Failure failure) {
		Signal signal = Signal.of(failure);
		this.parked.set(signal);
		this.signals.add(signal);
	}

	/**
	 * The failure that may be taken back.
	 */
	ExecuteCall.@Nullable Failure parked() {
		Signal signal = this.parked.get();
		return (signal != null) ? signal.failure() : null;
	}

	/**
	 * Takes the failure back.
	 * @return whether there was one, and nobody has read it
	 */
	boolean unpark() {
		Signal signal = this.parked.getAndSet(null);
		return signal != null && this.signals.remove(signal);
	}

	/**
	 * What is next.
	 * @param nanos how long to wait for it
	 * @return what is next, or {@code null} if that is nothing
	 * @throws InterruptedException if this thread is interrupted
	 */
	@Nullable Signal poll(long nanos) throws InterruptedException {
		Signal signal = this.signals.poll(nanos, TimeUnit.NANOSECONDS);
		if (signal != null && signal.failure() != null) {
			this.parked.compareAndSet(signal, null);
		}
		return signal;
	}

	int size() {
		return this.signals.size();
	}

	boolean isEmpty() {
		return this.signals.isEmpty();
	}

	/**
	 * A response, or why there is none: a failure, or nothing at the end.
	 */
	record Signal(@Nullable ExecutePlanResponse response, ExecuteCall.@Nullable Failure failure) {

		static final Signal END = new Signal(null, null);

		static Signal of(ExecuteCall.Failure failure) {
			return new Signal(null, failure);
		}

	}

}
