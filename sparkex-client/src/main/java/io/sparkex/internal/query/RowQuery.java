package io.sparkex.internal.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.sparkex.internal.mapping.RowMapper;
import io.sparkex.types.StructType;

/**
 * A query whose rows are mapped to objects. Immutable and thread-safe.
 *
 * @param <T> the type of the objects
 * @param query the query
 * @param compiler creates the mapper for the schema of the result
 * @since 0.1.0
 */
public record RowQuery<T>(QueryExecution query, Function<StructType, RowMapper<T>> compiler) {

	BatchStream execute() {
		return this.query.execute();
	}

	ResultSpliterator<T> rows(BatchStream batches) {
		return new ResultSpliterator<>(batches, this.compiler);
	}

	List<T> collect(BatchStream batches) {
		List<T> rows = new ArrayList<>();
		rows(batches).forEachRemaining(rows::add);
		return Collections.unmodifiableList(rows);
	}

	/**
	 * Runs the query and returns the rows as they arrive.
	 * @return a stream; closing it early cancels the query
	 */
	public Stream<T> stream() {
		BatchStream batches = execute();
		return StreamSupport.stream(rows(batches), false).onClose(batches::close);
	}

	/**
	 * Runs the query and returns all rows.
	 * @return the rows, in an unmodifiable list
	 */
	public List<T> collect() {
		try (BatchStream batches = execute()) {
			return collect(batches);
		}
	}

	/**
	 * Runs the query on an executor and collects all rows.
	 * @param executor runs the query
	 * @return a future of the rows; completing it early cancels the query
	 */
	public CompletableFuture<List<T>> collectAsync(Executor executor) {
		return new CollectingFuture<>(this).start(executor);
	}

	/**
	 * Returns a publisher that runs the query for each subscriber.
	 * @param executor runs the queries and calls the subscribers
	 * @return the publisher
	 */
	public Flow.Publisher<T> publish(Executor executor) {
		return (subscriber) -> new ResultSubscription<>(this, subscriber, executor).start();
	}

}
