package io.sparkex.internal.query;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * A future of all rows of a query. If the future completes early, by cancellation, a
 * timeout or a value, the query is cancelled.
 *
 * @param <T> the type of the objects
 */
final class CollectingFuture<T> extends CompletableFuture<List<T>> implements Runnable {

	private final RowQuery<T> results;

	private volatile @Nullable BatchStream batches;

	CollectingFuture(RowQuery<T> results) {
		this.results = results;
	}

	CompletableFuture<List<T>> start(Executor executor) {
		var unused = whenComplete((rows, failure) -> stop());
		executor.execute(this);
		return this;
	}

	@Override
	public void run() {
		if (isDone()) {
			return;
		}
		try (BatchStream running = this.results.execute()) {
			this.batches = running;
			// A caller that completed the future before this line did not see the stream.
			if (!isDone()) {
				complete(this.results.collect(running));
			}
		}
		catch (Throwable ex) {
			completeExceptionally(ex);
		}
	}

	private void stop() {
		BatchStream running = this.batches;
		if (running != null) {
			running.close();
		}
	}

	/**
	 * Creates a plain future, since dependent stages do not have a query to cancel.
	 */
	@Override
	public <U> CompletableFuture<U> newIncompleteFuture() {
		return new CompletableFuture<>();
	}

}
