package io.sparkex.internal.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.sparkex.internal.proto.ExecutePlanResponse;

/**
 * The queue between the calls of an operation and its reader. A failure that another call
 * may recover from is parked at the end and can be removed until the reader has taken it.
 * Thread-safe.
 */
final class ReaderQueue {

	private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

	private final AtomicReference<@Nullable Signal> parked = new AtomicReference<>();

	void add(Signal signal) {
		this.signals.add(signal);
	}

	/**
	 * Adds a failure that may be removed again.
	 */
	void park(ExecuteCall.Failure failure) {
		Signal signal = Signal.of(failure);
		this.parked.set(signal);
		this.signals.add(signal);
	}

	/**
	 * Returns the parked failure.
	 */
	ExecuteCall.@Nullable Failure parked() {
		Signal signal = this.parked.get();
		return (signal != null) ? signal.failure() : null;
	}

	/**
	 * Removes the parked failure.
	 * @return whether there was one that the reader had not taken
	 */
	boolean unpark() {
		Signal signal = this.parked.getAndSet(null);
		return signal != null && this.signals.remove(signal);
	}

	/**
	 * Takes the next signal.
	 * @param nanos the maximum time to wait
	 * @return the signal, or {@code null} if there is none in time
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
	 * A response, a failure, or neither at the end.
	 */
	record Signal(@Nullable ExecutePlanResponse response, ExecuteCall.@Nullable Failure failure) {

		static final Signal END = new Signal(null, null);

		static Signal of(ExecuteCall.Failure failure) {
			return new Signal(null, failure);
		}

	}

}
