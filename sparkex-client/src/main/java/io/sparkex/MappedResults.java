package io.sparkex;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.sparkex.arrow.ArrowRelay;
import io.sparkex.arrow.ColumnBatch;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.export.BatchWriter;
import io.sparkex.mapping.RowMapper;
import io.sparkex.plan.Selection;
import io.sparkex.types.StructType;

/**
 * The rows of a frame, each made into an object.
 *
 * @param <T> the type of the objects
 */
final class MappedResults<T> implements Results<T> {

	private final FetchableFrame frame;

	private final Function<StructType, RowMapper<T>> compiler;

	/**
	 * For a few objects, which must not keep all that they arrived with.
	 */
	private final Function<StructType, RowMapper<T>> detaching;

	private final ResultLimits limits;

	private MappedResults(FetchableFrame frame, Function<StructType, RowMapper<T>> compiler,
			Function<StructType, RowMapper<T>> detaching, ResultLimits limits) {
		this.frame = frame;
		this.compiler = compiler;
		this.detaching = detaching;
		this.limits = limits;
	}

	static <T> MappedResults<T> of(FetchableFrame frame, Class<T> target) {
		Function<StructType, RowMapper<T>> compiler = (schema) -> RowMapper.compile(schema, target);
		return new MappedResults<>(frame, compiler, compiler, ResultLimits.NONE);
	}

	static MappedResults<Row> ofRows(FetchableFrame frame) {
		return new MappedResults<>(frame, (schema) -> Row::new, (schema) -> MappedResults::detached, ResultLimits.NONE);
	}

	private static Row detached(ColumnBatch batch, int row) {
		return new Row(batch.detached(row), 0);
	}

	EncodedBatches executeEncoded() {
		return this.frame.execute(this.limits);
	}

	BatchStream execute() {
		return new BatchStream(executeEncoded());
	}

	ResultSpliterator<T> rows(BatchStream batches) {
		return new ResultSpliterator<>(batches, this.compiler);
	}

	List<T> collect(BatchStream batches) {
		List<T> rows = new ArrayList<>();
		rows(batches).forEachRemaining(rows::add);
		return Collections.unmodifiableList(rows);
	}

	@Override
	public Stream<T> stream() {
		BatchStream batches = execute();
		return StreamSupport.stream(rows(batches), false).onClose(batches::close);
	}

	@Override
	public List<T> collect() {
		try (BatchStream batches = execute()) {
			return collect(batches);
		}
	}

	@Override
	public List<T> take(int rows) {
		return few(new Selection.Limit(this.frame.relation(), rows));
	}

	/**
	 * The rows of a selection that leaves few of them.
	 */
	List<T> few(Selection selection) {
		return new MappedResults<>(this.frame.with(selection), this.detaching, this.detaching, this.limits).collect();
	}

	@Override
	public CompletableFuture<List<T>> collectAsync(Executor executor) {
		return new CollectingFuture<>(this).start(executor);
	}

	@Override
	public Flow.Publisher<T> publish(Executor executor) {
		return (subscriber) -> new ResultSubscription<>(this, subscriber, executor).start();
	}

	@Override
	public Stream<ColumnBatch> batches() {
		BatchStream batches = execute();
		return StreamSupport.stream(new BatchSpliterator(batches), false).onClose(batches::close);
	}

	@Override
	public void writeArrow(OutputStream out) {
		ArrowRelay relay = new ArrowRelay(out);
		try (EncodedBatches batches = executeEncoded()) {
			EncodedBatches.EncodedBatch batch = batches.next();
			while (batch != null) {
				batch.relay(relay);
				batch = batches.next();
			}
		}
		relay.end();
	}

	@Override
	public void export(BatchWriter writer) {
		try (BatchStream batches = execute()) {
			ColumnBatch batch = batches.next();
			writer.begin(batches.schema());
			while (batch != null) {
				writer.write(batch);
				batch = batches.next();
			}
		}
		writer.end();
	}

	@Override
	public Results<T> withTag(String tag) {
		return of(this.frame.withTag(tag));
	}

	@Override
	public Results<T> withTimeout(Duration timeout) {
		return of(this.frame.withTimeout(timeout));
	}

	@Override
	public Results<T> withListener(ExecutionListener listener) {
		return of(this.frame.withListener(listener));
	}

	private MappedResults<T> of(FetchableFrame other) {
		return new MappedResults<>(other, this.compiler, this.detaching, this.limits);
	}

	@Override
	public Results<T> maxRows(long rows) {
		return new MappedResults<>(this.frame, this.compiler, this.detaching, this.limits.withMaxRows(rows));
	}

	@Override
	public Results<T> maxBytes(long bytes) {
		return new MappedResults<>(this.frame, this.compiler, this.detaching, this.limits.withMaxBytes(bytes));
	}

}
