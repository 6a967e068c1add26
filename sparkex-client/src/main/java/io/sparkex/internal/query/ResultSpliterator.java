package io.sparkex.internal.query;

import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.internal.mapping.RowMapper;
import io.sparkex.types.StructType;

/**
 * Spliterator over the rows of an execution.
 *
 * @param <T> the type of the objects
 */
final class ResultSpliterator<T> implements Spliterator<T> {

	private final BatchStream batches;

	private final Function<StructType, RowMapper<T>> compiler;

	private @Nullable RowMapper<T> mapper;

	private @Nullable ColumnBatch batch;

	private int row;

	ResultSpliterator(BatchStream batches, Function<StructType, RowMapper<T>> compiler) {
		this.batches = batches;
		this.compiler = compiler;
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		T next;
		try {
			while (this.batch == null || this.row >= this.batch.rowCount()) {
				if (!nextBatch()) {
					return false;
				}
			}
			next = mapper().map(this.batch, this.row++);
		}
		catch (RuntimeException | Error ex) {
			// Callers do not close a stream that has failed, and the query must not run
			// on.
			this.batches.close();
			throw ex;
		}
		action.accept(next);
		return true;
	}

	@Override
	public void forEachRemaining(Consumer<? super T> action) {
		try {
			do {
				ColumnBatch current = this.batch;
				if (current != null) {
					RowMapper<T> currentMapper = mapper();
					while (this.row < current.rowCount()) {
						action.accept(currentMapper.map(current, this.row++));
					}
				}
			}
			while (nextBatch());
		}
		catch (RuntimeException | Error ex) {
			this.batches.close();
			throw ex;
		}
	}

	private boolean nextBatch() {
		if (this.mapper == null) {
			StructType schema = this.batches.awaitSchema();
			if (schema == null) {
				return false;
			}
			// A mapping error is reported before the server computes rows.
			this.mapper = this.compiler.apply(schema);
		}
		ColumnBatch next = this.batches.next();
		if (next == null) {
			return false;
		}
		this.batch = next;
		this.row = 0;
		return true;
	}

	/**
	 * Returns the mapper, which exists before the first batch.
	 */
	private RowMapper<T> mapper() {
		return Objects.requireNonNull(this.mapper);
	}

	@Override
	public @Nullable Spliterator<T> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return Long.MAX_VALUE;
	}

	@Override
	public int characteristics() {
		return ORDERED | IMMUTABLE;
	}

}
