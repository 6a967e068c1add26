package io.sparkex.internal.query;

import java.util.Spliterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sparkex.errors.MappingException;
import io.sparkex.errors.OperationCancelledException;

/**
 * Subscription that runs a query when its subscriber first requests an object. A thread
 * iterates over the rows and blocks without demand, which applies backpressure to the
 * server.
 *
 * @param <T> the type of the objects
 */
final class ResultSubscription<T> implements Flow.Subscription, Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ResultSubscription.class);

	private final RowQuery<T> results;

	private final Flow.Subscriber<? super T> subscriber;

	private final Executor executor;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final AtomicLong demand = new AtomicLong();

	private final AtomicBoolean started = new AtomicBoolean();

	private volatile boolean cancelled;

	private volatile @Nullable RuntimeException refusal;

	private volatile @Nullable BatchStream batches;

	ResultSubscription(RowQuery<T> results, Flow.Subscriber<? super T> subscriber, Executor executor) {
		this.results = results;
		this.subscriber = subscriber;
		this.executor = executor;
	}

	void start() {
		this.subscriber.onSubscribe(this);
	}

	@Override
	public void request(long n) {
		if (n <= 0) {
			this.refusal = new IllegalArgumentException(
					"A subscriber must request 1 or more elements but requested " + n);
			stop();
		}
		else {
			this.demand.accumulateAndGet(n, (left, more) -> (left + more < 0) ? Long.MAX_VALUE : left + more);
		}
		wake();
		if (!this.cancelled && this.started.compareAndSet(false, true)) {
			begin();
		}
	}

	private void wake() {
		this.lock.lock();
		try {
			this.changed.signal();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void begin() {
		try {
			this.executor.execute(this);
		}
		catch (RuntimeException ex) {
			this.subscriber.onError(ex);
		}
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		wake();
		stop();
	}

	private void stop() {
		BatchStream running = this.batches;
		if (running != null) {
			running.close();
		}
	}

	@Override
	public void run() {
		Throwable failure = null;
		try {
			publish();
		}
		catch (Throwable ex) {
			failure = ex;
		}
		if (this.cancelled) {
			return;
		}
		if (this.refusal != null) {
			// The subscriber must receive this error in any case.
			this.subscriber.onError(this.refusal);
		}
		else if (failure != null) {
			this.subscriber.onError(failure);
		}
		else {
			this.subscriber.onComplete();
		}
	}

	private void publish() {
		if (!awaitDemand()) {
			return;
		}
		try (BatchStream running = this.results.execute()) {
			this.batches = running;
			Spliterator<T> rows = this.results.rows(running);
			// Reads one row ahead, so that completion is signalled without further
			// demand.
			Next<T> next = new Next<>();
			while (isWanted() && rows.tryAdvance(next::set) && awaitDemand()) {
				deliver(next.value());
			}
		}
	}

	private void deliver(T value) {
		try {
			this.subscriber.onNext(value);
		}
		catch (Throwable ex) {
			// A subscriber must not throw. One that does is cancelled and not notified.
			logger.warn("A subscriber failed: its query is stopped", ex);
			cancel();
			throw ex;
		}
		this.demand.updateAndGet((left) -> (left == Long.MAX_VALUE) ? left : left - 1);
	}

	/**
	 * Waits until the subscriber requests another object.
	 * @return {@code false} if it was cancelled
	 */
	private boolean awaitDemand() {
		if (this.demand.get() == 0) {
			waitForSignal();
		}
		return isWanted();
	}

	private boolean isWanted() {
		return !this.cancelled && this.refusal == null;
	}

	private void waitForSignal() {
		this.lock.lock();
		try {
			while (this.demand.get() == 0 && !this.cancelled && this.refusal == null) {
				this.changed.await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OperationCancelledException("The thread was interrupted while it waited for the subscriber", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The next object.
	 *
	 * @param <T> the type of the object
	 */
	private static final class Next<T> {

		private @Nullable T object;

		private long count;

		void set(T value) {
			this.object = value;
			this.count++;
		}

		T value() {
			if (this.object == null) {
				throw new MappingException("Row " + (this.count - 1)
						+ " is null, which publishers do not allow; exclude nulls with where(...), or read rows");
			}
			return this.object;
		}

	}

}
