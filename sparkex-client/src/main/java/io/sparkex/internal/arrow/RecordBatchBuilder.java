package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Builder of one record batch. It collects field nodes and buffers in depth-first order.
 */
final class RecordBatchBuilder {

	private static final int ALIGNMENT = 8;

	private final List<Node> nodes = new ArrayList<>();

	private final List<BufferBuilder> buffers = new ArrayList<>();

	private long bodySize;

	void node(int rows, int nulls) {
		this.nodes.add(new Node(rows, nulls));
	}

	void buffer(BufferBuilder buffer) {
		this.buffers.add(buffer);
		this.bodySize += padded(buffer.size());
	}

	long bodySize() {
		return this.bodySize;
	}

	static long padded(long size) {
		return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	}

	/**
	 * Writes the metadata of the record batch. Flatbuffer vectors are written in reverse
	 * order.
	 */
	int write(FlatBufferBuilder out, int rowCount) {
		RecordBatch.startNodesVector(out, this.nodes.size());
		for (int i = this.nodes.size() - 1; i >= 0; i--) {
			FieldNode.createFieldNode(out, this.nodes.get(i).rows(), this.nodes.get(i).nulls());
		}
		int nodeVector = out.endVector();
		RecordBatch.startBuffersVector(out, this.buffers.size());
		long start = this.bodySize;
		for (int i = this.buffers.size() - 1; i >= 0; i--) {
			int size = this.buffers.get(i).size();
			start -= padded(size);
			Buffer.createBuffer(out, start, size);
		}
		return RecordBatch.createRecordBatch(out, rowCount, nodeVector, out.endVector(), 0, 0);
	}

	void writeBody(ByteBuffer target) {
		for (BufferBuilder buffer : this.buffers) {
			buffer.copyTo(target);
			target.position(target.position() + (int) padded(buffer.size()) - buffer.size());
		}
	}

	private record Node(int rows, int nulls) {

	}

}
