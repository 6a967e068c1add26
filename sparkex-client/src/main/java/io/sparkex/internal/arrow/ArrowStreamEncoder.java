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
 * Encodes rows as an Arrow stream, column by column, and checks each value on the way.
 * <p>
 * Values are of the classes that stand for their types in results. Numbers of other
 * classes are taken where none can be lost; for an array any collection or array of Java,
 * for a struct a list of its fields or a map by their names as well. What Spark does not
 * keep of a time, such as nanoseconds, is cut off. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ArrowStreamEncoder {

	private static final int CONTINUATION = 0xFFFFFFFF;

	/**
	 * So many rows are expected at most; more make the buffers grow.
	 */
	private static final int MAX_CAPACITY = 1 << 20;

	/**
	 * After so many rows their size is looked at.
	 */
	private static final int CHECK_MASK = 0xF;

	private static final int PREFIX_SIZE = 2 * Integer.BYTES;

	private final StructType schema;

	private final long maxBytes;

	/**
	 * An encoder.
	 * @param schema the names and types of the columns
	 * @param maxBytes how many bytes the data may have
	 */
	public ArrowStreamEncoder(StructType schema, long maxBytes) {
		this.schema = schema;
		this.maxBytes = maxBytes;
	}

	/**
	 * Encodes some rows as a stream with one record batch.
	 * @param start the first row
	 * @param end the row after the last
	 * @param cells the values of all rows
	 * @return the bytes, in an array that has nothing else, or {@code null} if they would
	 * be more than allowed
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; it
	 * names the row and the column
	 * @throws io.sparkex.errors.UnsupportedException if a column has a type that cannot
	 * be written
	 */
	public @Nullable ByteBuffer encode(int start, int end, CellReader cells) {
		BatchContent content;
		try {
			content = content(start, end, cells);
		}
		catch (SinkOverflowException ex) {
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
	 * Encodes some rows as a stream with one record batch.
	 * @param rows structs, lists of fields, or maps by the names of fields
	 * @param start the first row
	 * @param end the row after the last
	 * @return the bytes, in an array that has nothing else, or {@code null} if they would
	 * be more than allowed
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; it
	 * names the row and the column
	 * @throws io.sparkex.errors.UnsupportedException if a column has a type that cannot
	 * be written
	 */
	public @Nullable ByteBuffer encode(List<?> rows, int start, int end) {
		CellLocation place = CellLocation.ofRows(this.schema);
		StructWriter.Splitter splitter = Splitters.struct(this.schema);
		List<List<? extends @Nullable Object>> split = new ArrayList<>(end - start);
		for (Object row : rows.subList(start, end)) {
			place.row().moveTo(start + split.size());
			if (row == null) {
				throw place.nullRefused();
			}
			List<? extends @Nullable Object> values = splitter.split(row, place);
			if (values.size() != this.schema.size()) {
				throw place.wrongSize(values.size(), this.schema.size());
			}
			split.add(values);
		}
		return encode(start, end, (row, column) -> split.get(row - start).get(column));
	}

	private @Nullable BatchContent content(int start, int end, CellReader cells) {
		CellLocation rows = CellLocation.ofRows(this.schema);
		BatchContent content = new BatchContent();
		for (int column = 0; column < this.schema.size(); column++) {
			StructField field = this.schema.field(column);
			CellLocation place = rows.child(field.name(), field.dataType(), field.nullable());
			ColumnWriter writer = WriterFactory.create(place, Math.min(end - start, MAX_CAPACITY));
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
		int[] fields = this.schema.fields().stream().mapToInt((field) -> FieldWriter.write(out, field)).toArray();
		int vector = Schema.createFieldsVector(out, fields);
		return message(out, MessageHeader.Schema, Schema.createSchema(out, Endianness.Little, vector, 0, 0), 0);
	}

	private static ByteBuffer batchMessage(BatchContent content, int rowCount) {
		FlatBufferBuilder out = new FlatBufferBuilder();
		return message(out, MessageHeader.RecordBatch, content.write(out, rowCount), content.bodySize());
	}

	private static ByteBuffer message(FlatBufferBuilder out, byte kind, int header, long bodySize) {
		out.finish(Message.createMessage(out, MetadataVersion.V5, kind, header, bodySize, 0));
		return out.dataBuffer();
	}

	private static long messageSize(ByteBuffer message) {
		return PREFIX_SIZE + BatchContent.padded(message.remaining());
	}

	/**
	 * A message has a multiple of 8 bytes, so that what follows begins at one.
	 */
	private static void putMessage(ByteBuffer stream, ByteBuffer message) {
		int padding = (int) BatchContent.padded(message.remaining()) - message.remaining();
		stream.putInt(CONTINUATION).putInt(message.remaining() + padding).put(message);
		stream.position(stream.position() + padding);
	}

}
