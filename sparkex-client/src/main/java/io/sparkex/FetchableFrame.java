package io.sparkex;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import io.sparkex.arrow.ColumnBatch;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.export.BatchWriter;
import io.sparkex.plan.Operator;
import io.sparkex.plan.Relation;
import io.sparkex.plan.Selection;
import io.sparkex.transport.ExecutionOptions;

/**
 * How the rows of a frame come here. Public only through {@link DataFrame}.
 */
abstract sealed class FetchableFrame implements Results<Row> permits AnalyzableFrame {

	private final SparkSession session;

	private final Relation relation;

	private final ExecutionOptions options;

	FetchableFrame(SparkSession session, Relation relation, ExecutionOptions options) {
		this.session = session;
		this.relation = relation;
		this.options = options;
	}

	/**
	 * The session this frame belongs to.
	 * @return the session
	 */
	public SparkSession sparkSession() {
		return this.session;
	}

	Relation relation() {
		return this.relation;
	}

	DataFrame with(Operator operator) {
		return this.session.frame(operator, this.options);
	}

	/**
	 * What runs this frame, as it is to be run.
	 */
	QueryRunner runner() {
		return this.session.runner().with(this.options);
	}

	private DataFrame with(ExecutionOptions other) {
		return new DataFrame(this.session, this.relation, other);
	}

	Relation sameSession(DataFrame other) {
		return this.session.relationOf(other);
	}

	MappedResults<Row> rows() {
		return MappedResults.ofRows(this);
	}

	EncodedBatches execute(ResultLimits limits) {
		return runner().execute(this.relation, limits);
	}

	@Override
	public Stream<Row> stream() {
		return rows().stream();
	}

	/**
	 * {@inheritDoc} They are views that together keep all received bytes in memory.
	 */
	@Override
	public List<Row> collect() {
		return rows().collect();
	}

	@Override
	public CompletableFuture<List<Row>> collectAsync(Executor executor) {
		return rows().collectAsync(executor);
	}

	@Override
	public Flow.Publisher<Row> publish(Executor executor) {
		return rows().publish(executor);
	}

	@Override
	public Stream<ColumnBatch> batches() {
		return rows().batches();
	}

	@Override
	public void writeArrow(OutputStream out) {
		rows().writeArrow(out);
	}

	@Override
	public void export(BatchWriter writer) {
		rows().export(writer);
	}

	@Override
	public Results<Row> maxRows(long rows) {
		return rows().maxRows(rows);
	}

	@Override
	public Results<Row> maxBytes(long bytes) {
		return rows().maxBytes(bytes);
	}

	/**
	 * {@inheritDoc} So do what is derived from the frame, and what it writes.
	 */
	@Override
	public DataFrame withTag(String tag) {
		return with(this.options.withTag(tag));
	}

	/**
	 * {@inheritDoc} So it is for what is derived from the frame, and what it writes.
	 */
	@Override
	public DataFrame withTimeout(Duration timeout) {
		return with(this.options.withTimeout(timeout));
	}

	/**
	 * {@inheritDoc} So does it of what is derived from the frame, and what it writes.
	 */
	@Override
	public DataFrame withListener(ExecutionListener listener) {
		return with(this.options.withListener(listener));
	}

	/**
	 * {@inheritDoc} They are detached from the batch they came with.
	 */
	@Override
	public List<Row> take(int rows) {
		return rows().take(rows);
	}

	/**
	 * Runs the query and keeps its rows, up to 10,000 and 64 MB, as
	 * {@link #toLocal(LocalLimits)}.
	 * @return the rows, to be looked at from all sides
	 * @throws io.sparkex.errors.ResultLimitException if there are more
	 */
	public LocalFrame toLocal() {
		return toLocal(LocalLimits.defaults());
	}

	/**
	 * Runs the query and keeps its rows here, column by column.
	 * @param limits how many to take, and whether more of them are an error
	 * @return the rows, to be looked at from all sides
	 * @throws io.sparkex.errors.ResultLimitException if there are more, unless the limits
	 * say to take only the first
	 */
	public LocalFrame toLocal(LocalLimits limits) {
		ResultLimits enforced = limits.isTruncating() ? ResultLimits.NONE
				: new ResultLimits(limits.maxRows(), limits.maxBytes());
		// One more tells that there are more. What may not be cut is not asked for in
		// part,
		// for that takes the server longer.
		FetchableFrame asked = (limits.isTruncating() && limits.maxRows() < Integer.MAX_VALUE)
				? with(new Selection.Limit(this.relation, limits.maxRows() + 1)) : this;
		try (BatchStream result = new BatchStream(asked.execute(enforced))) {
			return LocalFrame.of(result, limits);
		}
	}

	/**
	 * Runs the query and returns its rows as they arrive, as {@link #stream()}.
	 * @return an iterator; the query is stopped when it is read to its end, or fails
	 */
	public Iterator<Row> toLocalIterator() {
		return stream().iterator();
	}

	/**
	 * Runs the query and returns all rows, as {@link #collect()}.
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> collectAsList() {
		return collect();
	}

	/**
	 * Runs the query for its first rows, as {@link #take(int)}.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> takeAsList(int n) {
		return take(n);
	}

	/**
	 * Runs the query for its last rows. All partitions may have to be computed.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> tail(int n) {
		return rows().few(new Selection.Tail(this.relation, n));
	}

	/**
	 * Runs the query for its first row, as {@link #first()}.
	 * @return the row
	 */
	public Row head() {
		return first();
	}

	/**
	 * Runs the query for its first rows, as {@link #take(int)}.
	 * @param n the most rows, 0 or more
	 * @return the rows, in an unmodifiable list
	 */
	public List<Row> head(int n) {
		return take(n);
	}

}
