package io.sparkex.internal.query;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.internal.arrow.ArrowStreamConcatenator;
import io.sparkex.internal.plan.Relation;
import io.sparkex.internal.proto.ExecutePlanResponse;
import io.sparkex.internal.protocol.DataTypeCodec;
import io.sparkex.internal.transport.ResponseStream;
import io.sparkex.types.StructType;

/**
 * The Arrow streams of one execution as they arrive: complete, in order, without gaps and
 * within the limits. One thread reads; any thread may close.
 */
public final class EncodedBatches implements AutoCloseable {

	/**
	 * The query, which keeps the objects that the server holds for it reachable.
	 */
	private final Relation query;

	private final ResponseStream responses;

	private final Consumer<ExecutePlanResponse.ObservedMetrics> observer;

	private final ResultLimits limits;

	private final ChunkAssembly chunks = new ChunkAssembly();

	private @Nullable StructType schema;

	/**
	 * The batch that arrived together with the schema.
	 */
	private @Nullable EncodedBatch early;

	private @Nullable RuntimeException failure;

	private long rows;

	private long bytes;

	EncodedBatches(Relation query, ResponseStream responses, Consumer<ExecutePlanResponse.ObservedMetrics> observer,
			ResultLimits limits) {
		this.query = query;
		this.responses = responses;
		this.observer = observer;
		this.limits = limits;
	}

	/**
	 * Returns the next stream and waits for it. A failure cancels the query.
	 * @return the stream, or {@code null} at the end
	 */
	@Nullable EncodedBatch next() {
		checkFailure();
		try {
			return read();
		}
		catch (RuntimeException ex) {
			throw stopped(ex);
		}
	}

	/**
	 * Returns the schema of the result and waits for it. Servers send it before they
	 * compute rows.
	 * @return the schema, or {@code null} if the result has none
	 */
	@Nullable StructType awaitSchema() {
		checkFailure();
		try {
			return readSchema();
		}
		catch (RuntimeException ex) {
			throw stopped(ex);
		}
	}

	/**
	 * Throws the failure of an earlier read again.
	 */
	private void checkFailure() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

	/**
	 * Relays all streams as one Arrow stream.
	 * @param relay the target
	 */
	public void relay(ArrowStreamConcatenator relay) {
		EncodedBatch batch = next();
		while (batch != null) {
			batch.relay(relay);
			batch = next();
		}
	}

	/**
	 * Waits for the end of the result.
	 */
	void drain() {
		while (next() != null) {
			// Only the end of the result matters.
		}
	}

	private RuntimeException stopped(RuntimeException ex) {
		this.failure = ex;
		close();
		return ex;
	}

	private @Nullable StructType readSchema() {
		while (this.schema == null) {
			ExecutePlanResponse response = this.responses.next();
			if (response == null) {
				return null;
			}
			this.early = accept(response);
		}
		return this.schema;
	}

	private @Nullable EncodedBatch read() {
		EncodedBatch arrived = this.early;
		if (arrived != null) {
			this.early = null;
			return arrived;
		}
		ExecutePlanResponse response = this.responses.next();
		while (response != null) {
			EncodedBatch batch = accept(response);
			if (batch != null) {
				return batch;
			}
			response = this.responses.next();
		}
		this.chunks.finish();
		return null;
	}

	private @Nullable EncodedBatch accept(ExecutePlanResponse response) {
		response.getObservedMetricsList().forEach(this.observer);
		if (response.hasSchema()) {
			this.schema = DataTypeCodec.decodeSchema(response.getSchema());
		}
		return response.hasArrowBatch() ? accept(response.getArrowBatch()) : null;
	}

	private @Nullable EncodedBatch accept(ExecutePlanResponse.ArrowBatch part) {
		if (this.schema == null) {
			throw new CorruptResultException("The server sent rows before their schema");
		}
		if (part.hasStartOffset() && part.getStartOffset() != this.rows) {
			throw new CorruptResultException(
					"The server sent row " + part.getStartOffset() + " where row " + this.rows + " was due");
		}
		this.bytes += part.getData().size();
		this.limits.check(this.rows + part.getRowCount(), this.bytes);
		ByteBuffer stream = this.chunks.add(part);
		if (stream == null) {
			return null;
		}
		this.rows += part.getRowCount();
		return new EncodedBatch(stream, part.getRowCount());
	}

	/**
	 * Returns the schema of the result, which arrives before the first stream.
	 * @return the schema
	 * @throws CorruptResultException if the server has not sent one
	 */
	StructType schema() {
		if (this.schema == null) {
			throw new CorruptResultException("The server sent no schema of the result");
		}
		return this.schema;
	}

	/**
	 * Returns the number of received bytes of Arrow data.
	 */
	long bytes() {
		return this.bytes;
	}

	@Override
	public void close() {
		try {
			this.responses.close();
		}
		finally {
			Reference.reachabilityFence(this.query);
		}
	}

	/**
	 * A part of a result.
	 *
	 * @param stream an Arrow stream
	 * @param rowCount the number of rows that the server announced
	 */
	record EncodedBatch(ByteBuffer stream, long rowCount) {

		void relay(ArrowStreamConcatenator relay) {
			checkCount(relay.write(this.stream));
		}

		/**
		 * Compares the number of rows with the announced number.
		 */
		void checkCount(long rows) {
			if (rows != this.rowCount) {
				throw new CorruptResultException(
						"The server sent " + rows + " rows where it announced " + this.rowCount);
			}
		}

	}

}
