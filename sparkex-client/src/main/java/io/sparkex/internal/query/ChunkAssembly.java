package io.sparkex.internal.query;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.internal.proto.ExecutePlanResponse.ArrowBatch;
import io.sparkex.internal.transport.ByteStrings;

/**
 * Assembly of batches that the server sends in chunks. Not thread-safe.
 */
final class ChunkAssembly {

	private final List<ArrowBatch> chunks = new ArrayList<>();

	/**
	 * Adds a batch or a chunk of a batch.
	 * @param batch the next batch or chunk of a result
	 * @return the bytes of a batch, or {@code null} if chunks are missing
	 * @throws CorruptResultException if the chunk is out of sequence
	 */
	@Nullable ByteBuffer add(ArrowBatch batch) {
		check(batch);
		if (batch.getNumChunksInBatch() <= 1) {
			return ByteStrings.buffer(batch.getData());
		}
		this.chunks.add(batch);
		if (this.chunks.size() < batch.getNumChunksInBatch()) {
			return null;
		}
		ByteBuffer whole = concatenated();
		this.chunks.clear();
		return whole;
	}

	private void check(ArrowBatch batch) {
		if (batch.getNumChunksInBatch() < 0 || batch.getChunkIndex() != this.chunks.size()) {
			throw new CorruptResultException("The server sent chunk " + batch.getChunkIndex() + " of "
					+ batch.getNumChunksInBatch() + " where chunk " + this.chunks.size() + " of a batch was due");
		}
		if (this.chunks.isEmpty()) {
			return;
		}
		ArrowBatch first = this.chunks.get(0);
		if (batch.getNumChunksInBatch() != first.getNumChunksInBatch() || batch.getRowCount() != first.getRowCount()
				|| batch.hasStartOffset() != first.hasStartOffset()
				|| batch.getStartOffset() != first.getStartOffset()) {
			throw new CorruptResultException("The server sent a chunk of another batch, of " + batch.getRowCount()
					+ " rows in " + batch.getNumChunksInBatch() + " chunks, into one of " + first.getRowCount()
					+ " rows in " + first.getNumChunksInBatch());
		}
	}

	private ByteBuffer concatenated() {
		long size = this.chunks.stream().mapToLong((chunk) -> chunk.getData().size()).sum();
		if (size > Integer.MAX_VALUE - Long.BYTES) {
			throw new CorruptResultException("The server sent a batch of " + size + " bytes, more than an array holds");
		}
		byte[] bytes = new byte[(int) size];
		int position = 0;
		for (ArrowBatch chunk : this.chunks) {
			chunk.getData().copyTo(bytes, position);
			position += chunk.getData().size();
		}
		return ByteBuffer.wrap(bytes);
	}

	/**
	 * Checks that the last batch is complete.
	 * @throws CorruptResultException if a batch is not complete
	 */
	void finish() {
		if (!this.chunks.isEmpty()) {
			throw new CorruptResultException("The result ended after chunk " + (this.chunks.size() - 1) + " of "
					+ this.chunks.get(0).getNumChunksInBatch() + " of a batch");
		}
	}

}
