package io.sparkex;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.internal.query.QueryThreads;

/**
 * The rows of a query as objects. Nothing runs before one of these methods is called, and
 * each call runs the query anew.
 * <p>
 * All of them throw a {@link io.sparkex.errors.SparkException} of the fitting family if
 * the query fails. A single value that is null in Spark is {@code null} here. Instances
 * are immutable and thread-safe. Only sparkex implements this interface: it will grow.
 *
 * @param <T> the type of the objects
 * @since 0.1.0
 */
public interface Results<T> {

	/**
	 * Runs the query and returns its rows as they arrive; a few batches are fetched
	 * ahead, then the server is held back.
	 * @return a stream that must be closed unless it is read to its end; closing it early
	 * stops the query on the server
	 */
	Stream<T> stream();

	/**
	 * Runs the query and returns all rows; they must fit into memory.
	 * @return the rows, in an unmodifiable list
	 */
	List<T> collect();

	/**
	 * Runs the query for the first rows.
	 * @param rows the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	List<T> take(int rows);

	/**
	 * Runs the query for its first row.
	 * @return the first row
	 * @throws NoSuchElementException if there is none
	 */
	default T first() {
		List<T> rows = take(1);
		if (rows.isEmpty()) {
			throw new NoSuchElementException("The result is empty, but its first row was asked for");
		}
		return rows.get(0);
	}

	/**
	 * Runs the query for the only row it has.
	 * @return the row
	 * @throws NoSuchElementException if there is none
	 * @throws IllegalStateException if there are more
	 */
	default T single() {
		List<T> rows = take(2);
		if (rows.isEmpty()) {
			throw new NoSuchElementException("The result is empty, but a single row was asked for");
		}
		if (rows.size() > 1) {
			throw new IllegalStateException("The result has more than one row, but a single one was asked for");
		}
		return rows.get(0);
	}

	/**
	 * Runs the query for the only row it may have.
	 * @return the row, or nothing if there is none or its single value is null
	 * @throws IllegalStateException if there are more
	 */
	default Optional<T> optional() {
		List<T> rows = take(2);
		if (rows.size() > 1) {
			throw new IllegalStateException("The result has more than one row, but at most one was asked for");
		}
		return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
	}

	/**
	 * Runs the query in a thread of its own, a virtual one where Java has them, and
	 * collects all rows. The future may be cancelled, or given a timeout, which stops the
	 * query on the server.
	 * @return the rows to come, in an unmodifiable list
	 */
	default CompletableFuture<List<T>> collectAsync() {
		return collectAsync(QueryThreads.EXECUTOR);
	}

	/**
	 * Runs the query and collects all rows, as {@link #collectAsync()}.
	 * @param executor runs the task that waits for the rows
	 * @return the rows to come, in an unmodifiable list
	 * @throws java.util.concurrent.RejectedExecutionException if the executor does not
	 * take the task
	 */
	CompletableFuture<List<T>> collectAsync(Executor executor);

	/**
	 * A publisher of the rows. Each subscription runs the query anew, once the subscriber
	 * asks for the first row, in a thread of its own, a virtual one where Java has them.
	 * As long as it asks for no more the server is held back; when it cancels, the query
	 * is stopped. A row that is a null by itself is an error here.
	 * @return a publisher for any number of subscribers
	 */
	default Flow.Publisher<T> publish() {
		return publish(QueryThreads.EXECUTOR);
	}

	/**
	 * A publisher of the rows, as {@link #publish()}.
	 * @param executor runs the tasks that wait for rows and call the subscribers; each
	 * takes a thread until its subscription is done, which must not be that of the caller
	 * @return a publisher for any number of subscribers
	 */
	Flow.Publisher<T> publish(Executor executor);

	/**
	 * Runs the query and returns its rows as they arrive, column by column. The columns
	 * are those of the frame, whatever the rows are read as.
	 * @return a stream of batches that must be closed unless it is read to its end;
	 * closing it early stops the query on the server
	 */
	Stream<ColumnBatch> batches();

	/**
	 * Runs the query and writes its rows as one Arrow stream (the IPC streaming format),
	 * without decoding them.
	 * @param out where to write; flushed but not closed
	 * @throws java.io.UncheckedIOException if it cannot be written; the query is stopped
	 */
	void writeArrow(OutputStream out);

	/**
	 * Runs the query and writes its rows as one JSON array, as
	 * {@link #writeJson(OutputStream, JsonOptions)}.
	 * @param out where to write; flushed but not closed
	 */
	default void writeJson(OutputStream out) {
		writeJson(out, JsonOptions.defaults());
	}

	/**
	 * Runs the query and writes its rows, with the columns of the frame, as one JSON
	 * array of objects while they arrive.
	 * @param out where to write; flushed but not closed
	 * @param options the forms of values
	 * @throws java.io.UncheckedIOException if it cannot be written; the query is stopped
	 */
	void writeJson(OutputStream out, JsonOptions options);

	/**
	 * Runs the query and writes its rows as JSON lines, as
	 * {@link #writeNdjson(OutputStream, JsonOptions)}.
	 * @param out where to write; flushed but not closed
	 */
	default void writeNdjson(OutputStream out) {
		writeNdjson(out, JsonOptions.defaults());
	}

	/**
	 * Runs the query and writes its rows, with the columns of the frame, as JSON objects,
	 * each on a line of its own, while they arrive.
	 * @param out where to write; flushed but not closed
	 * @param options the forms of values
	 * @throws java.io.UncheckedIOException if it cannot be written; the query is stopped
	 */
	void writeNdjson(OutputStream out, JsonOptions options);

	/**
	 * Runs the query and writes its rows as CSV, as
	 * {@link #writeCsv(OutputStream, CsvOptions)}.
	 * @param out where to write; flushed but not closed
	 */
	default void writeCsv(OutputStream out) {
		writeCsv(out, CsvOptions.defaults());
	}

	/**
	 * Runs the query and writes its rows, with the columns of the frame, as CSV after RFC
	 * 4180 while they arrive.
	 * @param out where to write; flushed but not closed
	 * @param options the delimiter, the header and the forms of values
	 * @throws java.io.UncheckedIOException if it cannot be written; the query is stopped
	 */
	void writeCsv(OutputStream out, CsvOptions options);

	/**
	 * The same rows, but a {@link io.sparkex.errors.ResultLimitException} as soon as more
	 * of them arrive than allowed, which also stops the query. A smaller limit that was
	 * set before remains.
	 * @param rows the most rows, 0 or more
	 * @return new results
	 */
	Results<T> maxRows(long rows);

	/**
	 * The same rows, but a {@link io.sparkex.errors.ResultLimitException} as soon as more
	 * data arrives than allowed, which also stops the query. A smaller limit that was set
	 * before remains.
	 * @param bytes the most bytes of Arrow data as they travel, 0 or more
	 * @return new results
	 */
	Results<T> maxBytes(long bytes);

	/**
	 * The same rows, whose query bears one more tag, so that
	 * {@link SparkSession#interruptTag(String)} stops it.
	 * @param tag the tag
	 * @return new results
	 * @throws IllegalArgumentException if it is empty or has a comma
	 */
	Results<T> withTag(String tag);

	/**
	 * The same rows, but an {@link io.sparkex.errors.OperationTimeoutException} when the
	 * last of them has not been read in time. The query is then stopped on the server,
	 * even if nobody reads from it at that moment. To connect and to set the session up,
	 * where that is to be done before, has limits of its own.
	 * @param timeout the longest time from when the query is sent
	 * @return new results
	 * @throws IllegalArgumentException if it is not positive
	 */
	Results<T> withTimeout(Duration timeout);

	/**
	 * The same rows, of whose query one more listener hears.
	 * @param listener what hears of its start, its progress and its end
	 * @return new results
	 */
	Results<T> withListener(ExecutionListener listener);

	/**
	 * Runs the query and hands over each row as it arrives.
	 * @param action what to do with a row; an exception it throws stops the query
	 */
	default void forEach(Consumer<? super T> action) {
		try (Stream<T> rows = stream()) {
			rows.forEachOrdered(action);
		}
	}

}
