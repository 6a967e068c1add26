package io.sparkex.internal.query;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.internal.arrow.ArrowStreamDecoder;
import io.sparkex.internal.arrow.StructFactory;
import io.sparkex.internal.query.EncodedBatches.EncodedBatch;
import io.sparkex.types.StructType;

/**
 * The decoded batches of one execution, in order and without gaps. One thread reads; any
 * thread may close.
 */
public final class BatchStream implements AutoCloseable {

	private final EncodedBatches encoded;

	private final StructFactory structs;

	private final Deque<ColumnBatch> decoded = new ArrayDeque<>();

	private @Nullable ArrowStreamDecoder decoder;

	BatchStream(EncodedBatches encoded, StructFactory structs) {
		this.encoded = encoded;
		this.structs = structs;
	}

	/**
	 * Returns the next batch and waits for it.
	 * @return the batch, or {@code null} at the end
	 */
	public @Nullable ColumnBatch next() {
		while (this.decoded.isEmpty()) {
			EncodedBatch next = this.encoded.next();
			if (next == null) {
				return null;
			}
			decodeOrClose(next);
		}
		return this.decoded.poll();
	}

	private void decodeOrClose(EncodedBatch batch) {
		try {
			decode(batch);
		}
		catch (RuntimeException ex) {
			// Callers do not close a stream that has failed.
			close();
			throw ex;
		}
	}

	private void decode(EncodedBatch batch) {
		if (this.decoder == null) {
			this.decoder = new ArrowStreamDecoder(this.encoded.schema(), this.structs);
		}
		long rows = 0;
		for (ColumnBatch next : this.decoder.decode(batch.stream())) {
			rows += next.rowCount();
			this.decoded.add(next);
		}
		batch.checkCount(rows);
	}

	/**
	 * Returns the schema of the result before its first batch.
	 * @return the schema, or {@code null} if the result has none
	 */
	@Nullable StructType awaitSchema() {
		return this.encoded.awaitSchema();
	}

	/**
	 * Returns the schema of the result, after {@link #next()} has returned.
	 */
	public StructType schema() {
		return this.encoded.schema();
	}

	/**
	 * Returns the number of received bytes of Arrow data.
	 */
	public long bytes() {
		return this.encoded.bytes();
	}

	@Override
	public void close() {
		this.encoded.close();
	}

}
