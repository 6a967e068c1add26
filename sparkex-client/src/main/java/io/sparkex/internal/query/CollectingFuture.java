package io.sparkex.internal.query;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * All rows of a query, once they are there. However the future ends before, by
 * cancellation, by a timeout or by a value from elsewhere, the query is stopped.
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
		whenComplete((rows, failure) -> stop());
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
			// Whoever ended the future before that line did not see the stream.
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
	 * Stages that follow have nothing to stop.
	 */
	@Override
	public <U> CompletableFuture<U> newIncompleteFuture() {
		return new CompletableFuture<>();
	}

}
