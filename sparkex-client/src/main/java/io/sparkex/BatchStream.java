package io.sparkex;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.sparkex.arrow.ArrowStreamDecoder;
import io.sparkex.arrow.ColumnBatch;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.plan.Relation;
import io.sparkex.proto.ExecutePlanResponse;
import io.sparkex.protocol.DataTypeCodec;
import io.sparkex.transport.ResponseStream;

/**
 * The batches of one execution, in their order and without gaps. For one thread.
 */
final class BatchStream implements AutoCloseable {

	/**
	 * Keeps what the server keeps for this query from being forgotten meanwhile.
	 */
	private final Relation query;

	private final ResponseStream responses;

	private final Consumer<ExecutePlanResponse.ObservedMetrics> observer;

	private final Deque<ColumnBatch> decoded = new ArrayDeque<>();

	private @Nullable ArrowStreamDecoder decoder;

	private final ChunkAssembly chunks = new ChunkAssembly();

	private long rows;

	BatchStream(Relation query, ResponseStream responses, Consumer<ExecutePlanResponse.ObservedMetrics> observer) {
		this.query = query;
		this.responses = responses;
		this.observer = observer;
	}

	/**
	 * The next batch, waited for if need be.
	 * @return the batch, or {@code null} at the end
	 */
	@Nullable ColumnBatch next() {
		while (this.decoded.isEmpty()) {
			ExecutePlanResponse response = this.responses.next();
			if (response == null) {
				this.chunks.finish();
				return null;
			}
			accept(response);
		}
		return this.decoded.poll();
	}

	private void accept(ExecutePlanResponse response) {
		response.getObservedMetricsList().forEach(this.observer);
		if (response.hasSchema()) {
			this.decoder = new ArrowStreamDecoder(DataTypeCodec.decodeSchema(response.getSchema()), Row::new);
		}
		if (response.hasArrowBatch()) {
			decode(response.getArrowBatch());
		}
	}

	private void decode(ExecutePlanResponse.ArrowBatch arrowBatch) {
		if (this.decoder == null) {
			throw new CorruptResultException("The server sent rows before their schema");
		}
		if (arrowBatch.hasStartOffset() && arrowBatch.getStartOffset() != this.rows) {
			throw new CorruptResultException(
					"The server sent row " + arrowBatch.getStartOffset() + " where row " + this.rows + " was due");
		}
		ByteBuffer data = this.chunks.add(arrowBatch);
		if (data == null) {
			return;
		}
		long before = this.rows;
		for (ColumnBatch batch : this.decoder.decode(data)) {
			this.rows += batch.rowCount();
			this.decoded.add(batch);
		}
		if (this.rows - before != arrowBatch.getRowCount()) {
			throw new CorruptResultException(
					"The server sent " + (this.rows - before) + " rows where it announced " + arrowBatch.getRowCount());
		}
	}

	@Override
	public void close() {
		this.responses.close();
		Reference.reachabilityFence(this.query);
	}

}
