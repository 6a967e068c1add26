package io.sparkex.internal.transport;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The executions whose results are being read. Thread-safe.
 */
final class RunningExecutions {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition empty = this.lock.newCondition();

	private final Set<PlanExecution> executions = new HashSet<>();

	private boolean draining;

	/**
	 * Registers an execution that is about to start.
	 * @return {@code false} if no execution may start any more
	 */
	boolean add(PlanExecution execution) {
		this.lock.lock();
		try {
			return !this.draining && this.executions.add(execution);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Unregisters an execution whose result is no longer read.
	 */
	void remove(PlanExecution execution) {
		this.lock.lock();
		try {
			this.executions.remove(execution);
			if (this.executions.isEmpty()) {
				this.empty.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Refuses new executions and waits for the registered ones.
	 * @param atMost the maximum time to wait
	 * @return whether all executions have ended
	 * @throws InterruptedException if this thread is interrupted
	 */
	boolean drain(Duration atMost) throws InterruptedException {
		long left = Connection.nanos(atMost);
		this.lock.lock();
		try {
			this.draining = true;
			while (!this.executions.isEmpty() && left > 0) {
				left = this.empty.awaitNanos(left);
			}
			return this.executions.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Closes the registered executions.
	 */
	void close() {
		List<PlanExecution> open;
		this.lock.lock();
		try {
			open = List.copyOf(this.executions);
		}
		finally {
			this.lock.unlock();
		}
		open.forEach(PlanExecution::close);
	}

}
