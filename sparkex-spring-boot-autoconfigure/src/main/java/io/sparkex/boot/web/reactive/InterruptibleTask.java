package io.sparkex.boot.web.reactive;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * {@link Executor} for a single task that can be cancelled at any time, even before it is
 * submitted. Cancellation interrupts the thread of the task.
 */
final class InterruptibleTask implements Executor {

	private static final FutureTask<?> CANCELLED = new FutureTask<>(() -> {
	}, null);

	private final Executor executor;

	private final AtomicReference<@Nullable FutureTask<?>> task = new AtomicReference<>();

	InterruptibleTask(Executor executor) {
		this.executor = executor;
	}

	@Override
	public void execute(Runnable command) {
		FutureTask<?> future = new FutureTask<>(command, null);
		if (this.task.compareAndSet(null, future)) {
			this.executor.execute(future);
		}
	}

	void cancel() {
		FutureTask<?> running = this.task.getAndSet(CANCELLED);
		if (running != null) {
			running.cancel(true);
		}
	}

}
