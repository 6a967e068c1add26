package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The plans whose results are being read, until no more may begin. Thread-safe.
 */
final class RunningPlans {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition empty = this.lock.newCondition();

	private final Set<RunningPlan> plans = new HashSet<>();

	private boolean draining;

	/**
	 * Takes note of a plan that is about to begin.
	 * @return whether it may
	 */
	boolean add(RunningPlan plan) {
		this.lock.lock();
		try {
			return !this.draining && this.plans.add(plan);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes note that nobody reads its result any more.
	 */
	void remove(RunningPlan plan) {
		this.lock.lock();
		try {
			this.plans.remove(plan);
			if (this.plans.isEmpty()) {
				this.empty.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lets no more plans begin, and waits for those that are being read.
	 * @param atMost the longest time to wait
	 * @return whether all have ended
	 * @throws InterruptedException if this thread is interrupted
	 */
	boolean drain(Duration atMost) throws InterruptedException {
		long left = Connection.nanos(atMost);
		this.lock.lock();
		try {
			this.draining = true;
			while (!this.plans.isEmpty() && left > 0) {
				left = this.empty.awaitNanos(left);
			}
			return this.plans.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Closes those that are being read.
	 */
	void close() {
		List<RunningPlan> open;
		this.lock.lock();
		try {
			open = List.copyOf(this.plans);
		}
		finally {
			this.lock.unlock();
		}
		open.forEach(RunningPlan::close);
	}

}
