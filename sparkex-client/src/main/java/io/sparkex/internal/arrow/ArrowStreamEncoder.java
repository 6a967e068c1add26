package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Encoder of rows as an Arrow stream. It encodes column by column and validates each
 * value.
 * <p>
 * Values must be of the classes that results use for their types. Numbers of other
 * classes are accepted if they convert without loss. An array can be any Java collection
 * or array. A struct can also be a list of its fields, or a map by field name. Time units
 * that Spark does not support, such as nanoseconds, are truncated. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ArrowStreamEncoder {

	private static final int CONTINUATION = 0xFFFFFFFF;

	/**
	 * The maximum initial capacity in rows. Buffers grow if there are more rows.
	 */
	private static final int MAX_CAPACITY = 1 << 20;

	/**
	 * Mask of the rows after which the size is checked: every 16 rows.
	 */
	private static final int CHECK_MASK = 0xF;

	private static final int PREFIX_SIZE = 2 * Integer.BYTES;

	private final StructType schema;

	private final long maxBytes;

	/**
	 * Creates an encoder.
	 * @param schema the names and types of the columns
	 * @param maxBytes the maximum size of the data in bytes
	 */
	public ArrowStreamEncoder(StructType schema, long maxBytes) {
		this.schema = schema;
		this.maxBytes = maxBytes;
	}

	/**
	 * Encodes rows as a stream with one record batch.
	 * @param start the first row, inclusive
	 * @param end the last row, exclusive
	 * @param cells provides the values of all rows
	 * @return the Arrow stream, in an array of exactly its size, or {@code null} if it
	 * would exceed the maximum size
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; the
	 * message names the row and the column
	 * @throws io.sparkex.errors.UnsupportedException if the type of a column is not
	 * supported
	 */
	public @Nullable ByteBuffer encode(int start, int end, CellReader cells) {
		RecordBatchBuilder content;
		try {
			content = content(start, end, cells);
		}
		catch (BufferLimitException ex) {
			return null;
		}
		if (content == null) {
			return null;
		}
		ByteBuffer schemaMessage = schemaMessage();
		ByteBuffer batchMessage = batchMessage(content, end - start);
		long size = messageSize(schemaMessage) + messageSize(batchMessage) + content.bodySize() + PREFIX_SIZE;
		ByteBuffer stream = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
		putMessage(stream, schemaMessage);
		putMessage(stream, batchMessage);
		content.writeBody(stream);
		return stream.putInt(CONTINUATION).putInt(0).flip();
	}

	/**
	 * Encodes rows as a stream with one record batch.
	 * @param rows structs, lists of fields, or maps by field name
	 * @param start the first row, inclusive
	 * @param end the last row, exclusive
	 * @return the Arrow stream, in an array of exactly its size, or {@code null} if it
	 * would exceed the maximum size
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; the
	 * message names the row and the column
	 * @throws io.sparkex.errors.UnsupportedException if the type of a column is not
	 * supported
	 */
	public @Nullable ByteBuffer encode(List<?> rows, int start, int end) {
		CellLocation location = CellLocation.ofRows(this.schema);
		StructWriter.FieldExtractor extractor = FieldExtractors.struct(this.schema);
		List<List<? extends @Nullable Object>> extracted = new ArrayList<>(end - start);
		for (Object row : rows.subList(start, end)) {
			location.row().moveTo(start + extracted.size());
			if (row == null) {
				throw location.nullRefused();
			}
			List<? extends @Nullable Object> values = extractor.extract(row, location);
			if (values.size() != this.schema.size()) {
				throw location.wrongSize(values.size(), this.schema.size());
			}
			extracted.add(values);
		}
		return encode(start, end, (row, column) -> extracted.get(row - start).get(column));
	}

	private @Nullable RecordBatchBuilder content(int start, int end, CellReader cells) {
		CellLocation rows = CellLocation.ofRows(this.schema);
		RecordBatchBuilder content = new RecordBatchBuilder();
		for (int column = 0; column < this.schema.size(); column++) {
			StructField field = this.schema.field(column);
			CellLocation location = rows.child(field.name(), field.dataType(), field.nullable());
			ColumnWriter writer = WriterFactory.create(location, Math.min(end - start, MAX_CAPACITY));
			for (int row = start; row < end; row++) {
				rows.row().moveTo(row);
				writer.write(cells.get(row, column));
				if ((row & CHECK_MASK) == 0 && content.bodySize() + writer.size() > this.maxBytes) {
					return null;
				}
			}
			writer.collect(content);
			if (content.bodySize() > this.maxBytes) {
				return null;
			}
		}
		return content;
	}

	private ByteBuffer schemaMessage() {
		FlatBufferBuilder out = new FlatBufferBuilder();
		int[] fields = this.schema.fields()
			.stream()
			.mapToInt((field) -> SchemaFieldEncoder.write(out, field))
			.toArray();
		int vector = Schema.createFieldsVector(out, fields);
		return message(out, MessageHeader.Schema, Schema.createSchema(out, Endianness.Little, vector, 0, 0), 0);
	}

	private static ByteBuffer batchMessage(RecordBatchBuilder content, int rowCount) {
		FlatBufferBuilder out = new FlatBufferBuilder();
		return message(out, MessageHeader.RecordBatch, content.write(out, rowCount), content.bodySize());
	}

	private static ByteBuffer message(FlatBufferBuilder out, byte kind, int header, long bodySize) {
		out.finish(Message.createMessage(out, MetadataVersion.V5, kind, header, bodySize, 0));
		return out.dataBuffer();
	}

	private static long messageSize(ByteBuffer message) {
		return PREFIX_SIZE + RecordBatchBuilder.padded(message.remaining());
	}

	/**
	 * Pads the message to a multiple of 8 bytes, so that the following data is aligned.
	 */
	private static void putMessage(ByteBuffer stream, ByteBuffer message) {
		int padding = (int) RecordBatchBuilder.padded(message.remaining()) - message.remaining();
		stream.putInt(CONTINUATION).putInt(message.remaining() + padding).put(message);
		stream.position(stream.position() + padding);
	}

}
