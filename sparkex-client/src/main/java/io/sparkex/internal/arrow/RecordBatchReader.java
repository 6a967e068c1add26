package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * Reader of the buffers of a record batch, in order. It validates each buffer against the
 * body and the number of rows.
 */
final class RecordBatchReader {

	private final RecordBatch batch;

	private final ByteBuffer body;

	private final @Nullable CompressionCodec codec;

	private final int rowCount;

	private int nextNode;

	private int nextBuffer;

	RecordBatchReader(Source source) {
		this.batch = source.batch();
		this.body = source.body();
		this.codec = CompressionCodec.of(this.batch.compression());
		this.rowCount = checkedCount(this.batch.length());
	}

	int rowCount() {
		return this.rowCount;
	}

	/**
	 * Returns the next field node, which must have the given number of rows.
	 */
	ColumnNode nextNode(int expectedRows) {
		ColumnNode node = nextNode();
		if (node.rowCount() != expectedRows) {
			throw new CorruptResultException("The server sent an Arrow batch of " + expectedRows
					+ " rows with a column of " + node.rowCount() + " rows");
		}
		return node;
	}

	/**
	 * Returns the next field node with any number of rows.
	 */
	ColumnNode nextNode() {
		if (this.nextNode >= this.batch.nodesLength()) {
			throw new CorruptResultException("The server sent an Arrow batch of too few columns");
		}
		FieldNode node = this.batch.nodes(this.nextNode++);
		return new ColumnNode(checkedCount(node.length()), node.nullCount() != 0);
	}

	private static int checkedCount(long rows) {
		if (rows < 0 || rows > Integer.MAX_VALUE - 1) {
			throw new CorruptResultException("The server sent an Arrow batch of " + rows + " rows");
		}
		return (int) rows;
	}

	/**
	 * Returns the validity bitmap of a column.
	 * @return the bitmap, or {@code null} if no row is null
	 */
	@Nullable ByteBuffer nextValidity(ColumnNode node) {
		ByteBuffer bits = nextBuffer(0);
		return node.hasNulls() ? checked(bits, (node.rowCount() + 7L) / 8) : null;
	}

	ByteBuffer nextBits(ColumnNode node) {
		return nextBuffer((node.rowCount() + 7L) / 8);
	}

	ByteBuffer nextValues(ColumnNode node, int width) {
		return nextBuffer((long) node.rowCount() * width);
	}

	ByteBuffer nextOffsets(ColumnNode node, boolean large) {
		int width = large ? Long.BYTES : Integer.BYTES;
		// An empty batch may omit its only offset.
		return nextBuffer((node.rowCount() == 0) ? 0 : (node.rowCount() + 1L) * width);
	}

	VariableWidth nextVariableWidth(ColumnNode node, boolean large) {
		ByteBuffer offsets = nextOffsets(node, large);
		ByteBuffer data = nextBuffer(0);
		return new VariableWidth(new Offsets(offsets, large, data.limit()), data);
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
		ByteBuffer slice = this.body.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
		return checked((this.codec != null) ? this.codec.decode(slice) : slice, leastBytes);
	}

	private static ByteBuffer checked(ByteBuffer buffer, long leastBytes) {
		if (buffer.limit() < leastBytes) {
			throw new CorruptResultException("The server sent an Arrow batch with a buffer of " + buffer.limit()
					+ " bytes where " + leastBytes + " are needed");
		}
		return buffer;
	}

	/**
	 * Record batch as it was received.
	 *
	 * @param batch the metadata, with the positions of the buffers
	 * @param body the buffers
	 */
	record Source(RecordBatch batch, ByteBuffer body) {

	}

}
