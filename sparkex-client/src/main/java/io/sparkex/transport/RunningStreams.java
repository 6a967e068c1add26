package io.sparkex.transport;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The streams that are being read, until no more may begin. Thread-safe.
 */
final class RunningStreams {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition empty = this.lock.newCondition();

	private final Set<ResponseStream> streams = new HashSet<>();

	private boolean draining;

	/**
	 * Takes note of a stream that is about to begin.
	 * @return whether it may
	 */
	boolean add(ResponseStream stream) {
		this.lock.lock();
		try {
			return !this.draining && this.streams.add(stream);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes note that nobody reads from a stream any more.
	 */
	void remove(ResponseStream stream) {
		this.lock.lock();
		try {
			this.streams.remove(stream);
			if (this.streams.isEmpty()) {
				this.empty.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lets no more streams begin, and waits for those that are being read.
	 * @param atMost the longest time to wait
	 * @return whether all have ended
	 * @throws InterruptedException if this thread is interrupted
	 */
	boolean drain(Duration atMost) throws InterruptedException {
		long left = Connection.nanos(atMost);
		this.lock.lock();
		try {
			this.draining = true;
			while (!this.streams.isEmpty() && left > 0) {
				left = this.empty.awaitNanos(left);
			}
			return this.streams.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Closes the streams that are being read.
	 */
	void close() {
		List<ResponseStream> open;
		this.lock.lock();
		try {
			open = List.copyOf(this.streams);
		}
		finally {
			this.lock.unlock();
		}
		open.forEach(ResponseStream::close);
	}

}
