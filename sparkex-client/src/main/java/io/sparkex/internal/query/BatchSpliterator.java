package io.sparkex.internal.query;

import java.util.Spliterators;
import java.util.function.Consumer;

import io.sparkex.columnar.ColumnBatch;

/**
 * Spliterator over the batches of an execution.
 */
public final class BatchSpliterator extends Spliterators.AbstractSpliterator<ColumnBatch> {

	private final BatchStream batches;

	public BatchSpliterator(BatchStream batches) {
		super(Long.MAX_VALUE, ORDERED | IMMUTABLE | NONNULL);
		this.batches = batches;
	}

	@Override
	public boolean tryAdvance(Consumer<? super ColumnBatch> action) {
		ColumnBatch next = this.batches.next();
		if (next == null) {
			return false;
		}
		action.accept(next);
		return true;
	}

}
