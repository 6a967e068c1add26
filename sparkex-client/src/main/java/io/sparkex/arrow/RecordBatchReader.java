package io.sparkex.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.UnsupportedException;

/**
 * Hands out the buffers of a record batch in their order, each checked against the body
 * and against what the rows need.
 */
final class RecordBatchReader {

	private final RecordBatch batch;

	private final ByteBuffer body;

	private final int rowCount;

	private int nextNode;

	private int nextBuffer;

	RecordBatchReader(RecordBatch batch, ByteBuffer body) {
		if (batch.compression() != null) {
			throw new UnsupportedException("The server compresses Arrow batches, which cannot be read; set"
					+ " spark.sql.execution.arrow.compression.codec to none");
		}
		if (batch.length() < 0 || batch.length() > Integer.MAX_VALUE - 1) {
			throw new CorruptResultException("The server sent an Arrow batch of " + batch.length() + " rows");
		}
		this.batch = batch;
		this.body = body;
		this.rowCount = (int) batch.length();
	}

	int rowCount() {
		return this.rowCount;
	}

	/**
	 * The validity bits of the next column.
	 * @return the bits, or {@code null} if no row is null
	 */
	@Nullable ByteBuffer nextValidity() {
		FieldNode node = nextNode();
		ByteBuffer bits = nextBuffer(0);
		if (node.nullCount() == 0) {
			return null;
		}
		return checked(bits, (this.rowCount + 7L) / 8);
	}

	/**
	 * Passes over a column that has no buffers.
	 */
	void skipNulls() {
		nextNode();
	}

	private FieldNode nextNode() {
		if (this.nextNode >= this.batch.nodesLength()) {
			throw new CorruptResultException("The server sent an Arrow batch of too few columns");
		}
		FieldNode node = this.batch.nodes(this.nextNode++);
		if (node.length() != this.rowCount) {
			throw new CorruptResultException("The server sent an Arrow batch of " + this.rowCount
					+ " rows with a column of " + node.length() + " rows");
		}
		return node;
	}

	ByteBuffer nextBits() {
		return nextBuffer((this.rowCount + 7L) / 8);
	}

	ByteBuffer nextValues(int width) {
		return nextBuffer((long) this.rowCount * width);
	}

	VariableWidth nextVariableWidth(boolean large) {
		int width = large ? Long.BYTES : Integer.BYTES;
		// An empty batch may leave out its single offset.
		ByteBuffer offsets = nextBuffer((this.rowCount == 0) ? 0 : (this.rowCount + 1L) * width);
		return new VariableWidth(offsets, nextBuffer(0), large);
	}

	private ByteBuffer nextBuffer(long leastBytes) {
		if (this.nextBuffer >= this.batch.buffersLength()) {
			throw new CorruptResultException("The server sent an Arrow batch of too few buffers");
		}
		Buffer buffer = this.batch.buffers(this.nextBuffer++);
		long offset = buffer.offset();
		long length = buffer.length();
		if (offset < 0 || length < 0 || offset > this.body.limit() || length > this.body.limit() - offset) {
			throw new CorruptResultException("The server sent an Arrow batch with a buffer at " + offset + " of "
					+ length + " bytes in a body of " + this.body.limit());
		}
		return checked(this.body.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN), leastBytes);
	}

	private ByteBuffer checked(ByteBuffer buffer, long leastBytes) {
		if (buffer.limit() < leastBytes) {
			throw new CorruptResultException("The server sent an Arrow batch of " + this.rowCount
					+ " rows with a buffer of " + buffer.limit() + " bytes where " + leastBytes + " are needed");
		}
		return buffer;
	}

}
