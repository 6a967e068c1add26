package io.sparkex.internal.arrow;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * Arrow stream for tests, built buffer by buffer, for encodings that Spark does not send.
 */
final class ArrowTestStream {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private int codec = -1;

	private UnaryOperator<byte[]> compressor = (bytes) -> bytes;

	ArrowTestStream schema(short endianness, ArrowTestField... fields) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		int[] offsets = Arrays.stream(fields).mapToInt((field) -> field.write(builder)).toArray();
		int vector = Schema.createFieldsVector(builder, offsets);
		int schema = Schema.createSchema(builder, endianness, vector, 0, 0);
		return message(builder, MessageHeader.Schema, schema, new byte[0]);
	}

	ArrowTestStream schema(ArrowTestField... fields) {
		return schema(Endianness.Little, fields);
	}

	/**
	 * Compresses all buffers that are added from now on.
	 */
	ArrowTestStream compressed(byte codec, UnaryOperator<byte[]> compressor) {
		this.codec = codec;
		this.compressor = compressor;
		return this;
	}

	ArrowTestStream batch(Content content) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		List<byte[]> buffers = content.buffers.stream().map(this.compressor).toList();
		return message(builder, MessageHeader.RecordBatch, recordBatch(builder, content, buffers), body(buffers));
	}

	ArrowTestStream dictionary(long id, boolean delta, Content content) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		List<byte[]> buffers = content.buffers.stream().map(this.compressor).toList();
		int values = recordBatch(builder, content, buffers);
		int batch = DictionaryBatch.createDictionaryBatch(builder, id, values, delta);
		return message(builder, MessageHeader.DictionaryBatch, batch, body(buffers));
	}

	private int recordBatch(FlatBufferBuilder builder, Content content, List<byte[]> buffers) {
		int compression = (this.codec >= 0)
				? BodyCompression.createBodyCompression(builder, (byte) this.codec, BodyCompressionMethod.BUFFER) : 0;
		RecordBatch.startNodesVector(builder, content.nodes.size());
		for (int i = content.nodes.size() - 1; i >= 0; i--) {
			FieldNode.createFieldNode(builder, content.nodes.get(i)[0], content.nodes.get(i)[1]);
		}
		int nodes = builder.endVector();
		int end = buffers.stream().mapToInt((buffer) -> buffer.length).sum();
		RecordBatch.startBuffersVector(builder, buffers.size());
		for (int i = buffers.size() - 1; i >= 0; i--) {
			end -= buffers.get(i).length;
			Buffer.createBuffer(builder, end, buffers.get(i).length);
		}
		int bufferVector = builder.endVector();
		return RecordBatch.createRecordBatch(builder, content.nodes.get(0)[0], nodes, bufferVector, compression, 0);
	}

	private static byte[] body(List<byte[]> buffers) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		buffers.forEach(body::writeBytes);
		return body.toByteArray();
	}

	private ArrowTestStream message(FlatBufferBuilder builder, byte kind, int header, byte[] body) {
		builder.finish(Message.createMessage(builder, MetadataVersion.V5, kind, header, body.length, 0));
		byte[] metadata = builder.sizedByteArray();
		this.out.writeBytes(numbers(4, -1, metadata.length));
		this.out.writeBytes(metadata);
		this.out.writeBytes(body);
		return this;
	}

	byte[] bytes() {
		return this.out.toByteArray();
	}

	/**
	 * Returns a buffer of numbers with the given width in bytes.
	 */
	static byte[] numbers(int width, long... numbers) {
		ByteBuffer bytes = ByteBuffer.allocate(width * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
		for (long number : numbers) {
			for (int i = 0; i < width; i++) {
				bytes.put((byte) (number >> (i * Byte.SIZE)));
			}
		}
		return bytes.array();
	}

	/**
	 * Columns of a batch, in depth-first order.
	 */
	static final class Content {

		private final List<long[]> nodes = new ArrayList<>();

		private final List<byte[]> buffers = new ArrayList<>();

		Content node(long rows, long nulls, byte[]... columnBuffers) {
			this.nodes.add(new long[] { rows, nulls });
			this.buffers.addAll(Arrays.asList(columnBuffers));
			return this;
		}

		/**
		 * Adds a string column without nulls.
		 */
		Content texts(int offsetWidth, String... texts) {
			long[] offsets = new long[texts.length + 1];
			for (int i = 0; i < texts.length; i++) {
				offsets[i + 1] = offsets[i] + texts[i].length();
			}
			return node(texts.length, 0, new byte[0], numbers(offsetWidth, offsets),
					String.join("", texts).getBytes(StandardCharsets.US_ASCII));
		}

	}

}
