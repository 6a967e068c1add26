package io.sparkex.arrow;

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

import io.sparkex.errors.InvalidPlanException;
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

	private static final int PREFIX_SIZE = 2 * Integer.BYTES;

	private final StructType schema;

	private final long maxBytes;

	/**
	 * An encoder.
	 * @param schema the names and types of the columns
	 * @param maxBytes how large the data may be
	 */
	public ArrowStreamEncoder(StructType schema, long maxBytes) {
		this.schema = schema;
		this.maxBytes = maxBytes;
	}

	/**
	 * Encodes rows as a stream with one record batch.
	 * @param rowCount the count of rows
	 * @param cells their values
	 * @return the bytes, in an array that has nothing else
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; it
	 * names the row and the column
	 * @throws InvalidPlanException if the data is larger than allowed
	 * @throws io.sparkex.errors.UnsupportedException if a column has a type that cannot
	 * be written
	 */
	public ByteBuffer encode(int rowCount, CellReader cells) {
		BatchContent content = content(rowCount, cells);
		ByteBuffer schemaMessage = schemaMessage();
		ByteBuffer batchMessage = batchMessage(content, rowCount);
		long size = messageSize(schemaMessage) + messageSize(batchMessage) + content.bodySize() + PREFIX_SIZE;
		ByteBuffer stream = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
		putMessage(stream, schemaMessage);
		putMessage(stream, batchMessage);
		content.writeBody(stream);
		return stream.putInt(CONTINUATION).putInt(0).flip();
	}

	/**
	 * Encodes rows as a stream with one record batch.
	 * @param rows structs, lists of fields, or maps by the names of fields
	 * @return the bytes, in an array that has nothing else
	 * @throws io.sparkex.errors.MappingException if a value does not fit its column; it
	 * names the row and the column
	 * @throws InvalidPlanException if the data is larger than allowed
	 * @throws io.sparkex.errors.UnsupportedException if a column has a type that cannot
	 * be written
	 */
	public ByteBuffer encode(List<?> rows) {
		CellPlace place = CellPlace.ofRows(this.schema);
		StructWriter.Splitter splitter = Splitters.struct(this.schema);
		List<List<? extends @Nullable Object>> split = new ArrayList<>(rows.size());
		for (Object row : rows) {
			place.row().moveTo(split.size());
			if (row == null) {
				throw place.nullRefused();
			}
			List<? extends @Nullable Object> values = splitter.split(row, place);
			if (values.size() != this.schema.size()) {
				throw place.wrongSize(values.size(), this.schema.size());
			}
			split.add(values);
		}
		return encode(split.size(), (row, column) -> split.get(row).get(column));
	}

	private BatchContent content(int rowCount, CellReader cells) {
		CellPlace rows = CellPlace.ofRows(this.schema);
		BatchContent content = new BatchContent();
		for (int column = 0; column < this.schema.size(); column++) {
			StructField field = this.schema.field(column);
			CellPlace place = rows.child(field.name(), field.dataType(), field.nullable());
			ColumnWriter writer = WriterFactory.create(place, Math.min(rowCount, MAX_CAPACITY));
			for (int i = 0; i < rowCount; i++) {
				rows.row().moveTo(i);
				writer.write(cells.get(i, column));
			}
			writer.collect(content);
			// Before the next column takes as much again.
			checkSize(content.bodySize(), column, rowCount);
		}
		return content;
	}

	private void checkSize(long size, int column, int rowCount) {
		if (size > this.maxBytes) {
			throw new InvalidPlanException("Local data of " + rowCount + " rows has " + size + " bytes in the first "
					+ (column + 1) + " of " + this.schema.size() + " columns, more than the " + this.maxBytes
					+ " that may travel within a plan; make several frames and union them, or write the rows to a file"
					+ " or table that the server reads");
		}
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
