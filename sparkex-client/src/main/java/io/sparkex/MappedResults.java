package io.sparkex;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.execution.ExecutionListener;
import io.sparkex.export.CsvOptions;
import io.sparkex.export.JsonOptions;
import io.sparkex.internal.arrow.ArrowStreamConcatenator;
import io.sparkex.internal.export.BatchWriter;
import io.sparkex.internal.mapping.RowMapper;
import io.sparkex.internal.plan.RowOperator;
import io.sparkex.internal.query.BatchSpliterator;
import io.sparkex.internal.query.BatchStream;
import io.sparkex.internal.query.EncodedBatches;
import io.sparkex.internal.query.QueryExecution;
import io.sparkex.internal.query.RowQuery;
import io.sparkex.types.StructType;

/**
 * The rows of a query, mapped to objects.
 *
 * @param <T> the type of the objects
 */
final class MappedResults<T> implements Results<T> {

	private final QueryExecution query;

	private final Function<StructType, RowMapper<T>> mappers;

	/**
	 * Creates mappers for results of few rows. Their objects must not retain the batches
	 * they were read from.
	 */
	private final Function<StructType, RowMapper<T>> detachingMappers;

	private MappedResults(QueryExecution query, Function<StructType, RowMapper<T>> mappers,
			Function<StructType, RowMapper<T>> detachingMappers) {
		this.query = query;
		this.mappers = mappers;
		this.detachingMappers = detachingMappers;
	}

	static <T> MappedResults<T> of(QueryExecution query, Class<T> target) {
		Function<StructType, RowMapper<T>> mappers = (schema) -> RowMapper.compile(schema, target);
		return new MappedResults<>(query, mappers, mappers);
	}

	static MappedResults<Row> ofRows(QueryExecution query) {
		return new MappedResults<>(query, (schema) -> Row::new, (schema) -> MappedResults::detached);
	}

	private static Row detached(ColumnBatch batch, int row) {
		return new Row(batch.detached(row), 0);
	}

	private MappedResults<T> with(QueryExecution other) {
		return new MappedResults<>(other, this.mappers, this.detachingMappers);
	}

	QueryExecution query() {
		return this.query;
	}

	private RowQuery<T> rows() {
		return new RowQuery<>(this.query, this.mappers);
	}

	@Override
	public Stream<T> stream() {
		return rows().stream();
	}

	@Override
	public List<T> collect() {
		return rows().collect();
	}

	@Override
	public List<T> take(int rows) {
		return collectDetached(new RowOperator.Limit(this.query.relation(), rows));
	}

	/**
	 * Returns the rows of an operator that selects only a few rows.
	 */
	List<T> collectDetached(RowOperator operator) {
		return new RowQuery<>(this.query.with(operator), this.detachingMappers).collect();
	}

	@Override
	public CompletableFuture<List<T>> collectAsync(Executor executor) {
		return rows().collectAsync(executor);
	}

	@Override
	public Flow.Publisher<T> publish(Executor executor) {
		return rows().publish(executor);
	}

	@Override
	public Stream<ColumnBatch> batches() {
		BatchStream batches = this.query.execute();
		return StreamSupport.stream(new BatchSpliterator(batches), false).onClose(batches::close);
	}

	@Override
	public void writeArrow(OutputStream out) {
		ArrowStreamConcatenator relay = new ArrowStreamConcatenator(out);
		try (EncodedBatches batches = this.query.executeEncoded()) {
			batches.relay(relay);
		}
		relay.end();
	}

	@Override
	public void writeJson(OutputStream out, JsonOptions options) {
		write(BatchWriter.json(out, options));
	}

	@Override
	public void writeNdjson(OutputStream out, JsonOptions options) {
		write(BatchWriter.ndjson(out, options));
	}

	@Override
	public void writeCsv(OutputStream out, CsvOptions options) {
		write(BatchWriter.csv(out, options));
	}

	private void write(BatchWriter writer) {
		try (BatchStream batches = this.query.execute()) {
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
		return with(this.query.with(this.query.options().withTag(tag)));
	}

	@Override
	public Results<T> withTimeout(Duration timeout) {
		return with(this.query.with(this.query.options().withTimeout(timeout)));
	}

	@Override
	public Results<T> withListener(ExecutionListener listener) {
		return with(this.query.with(this.query.options().withListener(listener)));
	}

	@Override
	public Results<T> maxRows(long rows) {
		return with(this.query.with(this.query.limits().withMaxRows(rows)));
	}

	@Override
	public Results<T> maxBytes(long bytes) {
		return with(this.query.with(this.query.limits().withMaxBytes(bytes)));
	}

}
