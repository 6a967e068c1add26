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
 * The results of a query, mapped to objects of one type.
 * <p>
 * Results are lazy: nothing is sent to the server until a terminal operation
 * ({@code collect}, {@code stream}, {@code first}, ...) is called, and each call runs the
 * query again. All terminal operations throw a {@link io.sparkex.errors.SparkException}
 * if the query fails. A single value that is null in Spark is {@code null} here.
 * <p>
 * Instances are immutable and thread-safe. Do not implement this interface: methods may
 * be added in any release.
 *
 * @param <T> the type of the objects
 * @since 0.1.0
 */
public interface Results<T> {

	/**
	 * Runs the query and returns its rows as a stream while they arrive. A few batches
	 * are fetched ahead; then backpressure pauses the server until they are read.
	 * @return a stream that the caller must close unless it is exhausted; closing it
	 * early stops the query on the server
	 * @throws io.sparkex.errors.SparkException if the query fails; also thrown by the
	 * operations of the stream
	 */
	Stream<T> stream();

	/**
	 * Runs the query to its end and returns all rows. They must fit into memory.
	 * @return the rows, in an unmodifiable list
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	List<T> collect();

	/**
	 * Runs the query with a limit and returns its first rows.
	 * @param rows the maximum number of rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	List<T> take(int rows);

	/**
	 * Runs the query with a limit of one row and returns that row.
	 * @return the first row
	 * @throws NoSuchElementException if the result is empty
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default T first() {
		List<T> rows = take(1);
		if (rows.isEmpty()) {
			throw new NoSuchElementException("The result is empty, but its first row was requested");
		}
		return rows.get(0);
	}

	/**
	 * Runs the query and returns its only row. Fetches at most two rows.
	 * @return the row
	 * @throws NoSuchElementException if the result is empty
	 * @throws IllegalStateException if there is more than one row
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default T single() {
		List<T> rows = take(2);
		if (rows.isEmpty()) {
			throw new NoSuchElementException("The result is empty, but a single row was requested");
		}
		if (rows.size() > 1) {
			throw new IllegalStateException("The result has more than one row, but a single row was requested");
		}
		return rows.get(0);
	}

	/**
	 * Runs the query and returns its only row, if there is one. Fetches at most two rows.
	 * @return the row, or an empty optional if there is no row or its single value is
	 * null
	 * @throws IllegalStateException if there is more than one row
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default Optional<T> optional() {
		List<T> rows = take(2);
		if (rows.size() > 1) {
			throw new IllegalStateException("The result has more than one row, but at most one was requested");
		}
		return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
	}

	/**
	 * Runs the query asynchronously and collects all rows. The query runs in a thread of
	 * its own, which is a virtual thread on Java 21 and later. Cancelling the future, or
	 * letting it time out, stops the query on the server.
	 * @return a future of the rows, in an unmodifiable list; it completes with a
	 * {@link io.sparkex.errors.SparkException} if the query fails
	 */
	default CompletableFuture<List<T>> collectAsync() {
		return collectAsync(QueryThreads.EXECUTOR);
	}

	/**
	 * Runs the query asynchronously on an executor and collects all rows, as
	 * {@link #collectAsync()} does.
	 * @param executor runs the task that waits for the rows
	 * @return a future of the rows, in an unmodifiable list
	 * @throws java.util.concurrent.RejectedExecutionException if the executor rejects the
	 * task
	 */
	CompletableFuture<List<T>> collectAsync(Executor executor);

	/**
	 * Creates a reactive publisher of the rows. Each subscription runs the query again,
	 * in its own thread (a virtual thread on Java 21 and later), when the subscriber
	 * requests the first row.
	 * <p>
	 * The demand of the subscriber applies backpressure to the server; cancelling the
	 * subscription stops the query. A null as the value of a row is signalled as an
	 * error, since Reactive Streams do not allow nulls.
	 * @return a publisher for any number of subscribers
	 */
	default Flow.Publisher<T> publish() {
		return publish(QueryThreads.EXECUTOR);
	}

	/**
	 * Creates a reactive publisher of the rows that uses an executor, as
	 * {@link #publish()} does.
	 * @param executor runs the tasks that wait for rows and call the subscribers; each
	 * task occupies a thread until its subscription ends, and must not run in the thread
	 * of the caller
	 * @return a publisher for any number of subscribers
	 */
	Flow.Publisher<T> publish(Executor executor);

	/**
	 * Runs the query and returns its rows as columnar batches while they arrive. The
	 * columns are those of the DataFrame, even if the rows are mapped to a class.
	 * @return a stream of batches that the caller must close unless it is exhausted;
	 * closing it early stops the query on the server
	 * @throws io.sparkex.errors.SparkException if the query fails; also thrown by the
	 * operations of the stream
	 */
	Stream<ColumnBatch> batches();

	/**
	 * Runs the query to its end and writes its rows as one Arrow IPC stream. The received
	 * bytes are passed on without decoding.
	 * @param out the destination; flushed but not closed
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	void writeArrow(OutputStream out);

	/**
	 * Runs the query to its end and writes its rows as one JSON array, with default
	 * options.
	 * @param out the destination; flushed but not closed
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default void writeJson(OutputStream out) {
		writeJson(out, JsonOptions.defaults());
	}

	/**
	 * Runs the query to its end and writes its rows as one JSON array of objects while
	 * they arrive. The members are the columns of the DataFrame.
	 * @param out the destination; flushed but not closed
	 * @param options the formats of values
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	void writeJson(OutputStream out, JsonOptions options);

	/**
	 * Runs the query to its end and writes its rows as newline-delimited JSON (NDJSON),
	 * with default options.
	 * @param out the destination; flushed but not closed
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default void writeNdjson(OutputStream out) {
		writeNdjson(out, JsonOptions.defaults());
	}

	/**
	 * Runs the query to its end and writes its rows as newline-delimited JSON (NDJSON),
	 * one object a line, while they arrive. The members are the columns of the DataFrame.
	 * @param out the destination; flushed but not closed
	 * @param options the formats of values
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	void writeNdjson(OutputStream out, JsonOptions options);

	/**
	 * Runs the query to its end and writes its rows as CSV, with default options.
	 * @param out the destination; flushed but not closed
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default void writeCsv(OutputStream out) {
		writeCsv(out, CsvOptions.defaults());
	}

	/**
	 * Runs the query to its end and writes its rows as CSV according to RFC 4180 while
	 * they arrive. The fields are the columns of the DataFrame.
	 * @param out the destination; flushed but not closed
	 * @param options the delimiter, the header and the formats of values
	 * @throws java.io.UncheckedIOException if writing fails; the query is stopped
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	void writeCsv(OutputStream out, CsvOptions options);

	/**
	 * Sets the maximum number of rows. If more rows arrive, the terminal operation stops
	 * the query and throws a {@link io.sparkex.errors.ResultLimitException}. A smaller
	 * limit that is already set is kept.
	 * @param rows the maximum number of rows, 0 or more
	 * @return new results
	 */
	Results<T> maxRows(long rows);

	/**
	 * Sets the maximum amount of data. If more data arrives, the terminal operation stops
	 * the query and throws a {@link io.sparkex.errors.ResultLimitException}. A smaller
	 * limit that is already set is kept.
	 * @param bytes the maximum number of bytes of Arrow data as received, 0 or more
	 * @return new results
	 */
	Results<T> maxBytes(long bytes);

	/**
	 * Adds an operation tag to the query. {@link SparkSession#interruptTag(String)} stops
	 * all operations with the tag.
	 * @param tag the tag
	 * @return new results
	 * @throws IllegalArgumentException if the tag is empty or contains a comma
	 */
	Results<T> withTag(String tag);

	/**
	 * Sets a timeout for the query. If the last row has not been read in time, the
	 * terminal operation throws an {@link io.sparkex.errors.OperationTimeoutException}
	 * and the query is stopped on the server, even if the caller is not reading at that
	 * moment.
	 * <p>
	 * Connecting and setting up the session are not included; they have their own
	 * timeouts.
	 * @param timeout the timeout, measured from when the query is sent
	 * @return new results
	 * @throws IllegalArgumentException if the timeout is not positive
	 */
	Results<T> withTimeout(Duration timeout);

	/**
	 * Adds a listener that is notified of the executions of this query.
	 * @param listener the listener, notified of start, progress and end
	 * @return new results
	 */
	Results<T> withListener(ExecutionListener listener);

	/**
	 * Runs the query to its end and passes each row to an action as it arrives.
	 * @param action the action; an exception that it throws stops the query and is passed
	 * to the caller
	 * @throws io.sparkex.errors.SparkException if the query fails
	 */
	default void forEach(Consumer<? super T> action) {
		try (Stream<T> rows = stream()) {
			rows.forEachOrdered(action);
		}
	}

}
