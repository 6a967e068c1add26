package io.sparkex.internal.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

import io.sparkex.columnar.ColumnBatch;
import io.sparkex.columnar.ColumnVector;
import io.sparkex.errors.CorruptResultException;
import io.sparkex.errors.SparkException;
import io.sparkex.errors.UnsupportedException;
import io.sparkex.types.StructField;
import io.sparkex.types.StructType;

/**
 * Decoder of the Arrow streams of one result. The vectors of its batches are slices of
 * the received bytes; column data is not copied.
 * <p>
 * The bytes must be backed by an accessible array and must not be modified. The decoder
 * is not thread-safe, but the batches are.
 *
 * @since 0.1.0
 */
public final class ArrowStreamDecoder {

	private final StructType schema;

	private final StructFactory structs;

	/**
	 * Creates a decoder of a result.
	 * @param schema the Spark schema of the result
	 * @param structs creates the values of struct columns
	 */
	public ArrowStreamDecoder(StructType schema, StructFactory structs) {
		this.schema = schema;
		this.structs = structs;
	}

	/**
	 * Decodes a stream: a schema, followed by record batches.
	 * @param stream the bytes of the stream
	 * @return the batches, at least one
	 * @throws CorruptResultException if the bytes are not an Arrow stream, or do not
	 * match the schema
	 * @throws io.sparkex.errors.UnsupportedException if the type of a column is not
	 * supported
	 */
	public List<ColumnBatch> decode(ByteBuffer stream) {
		try {
			return decodeMessages(new MessageReader(stream));
		}
		catch (SparkException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The generated flatbuffer classes throw various exceptions for invalid
			// offsets.
			throw new CorruptResultException("The server sent an Arrow stream that cannot be read", ex);
		}
	}

	private List<ColumnBatch> decodeMessages(MessageReader messages) {
		List<ColumnBatch> batches = new ArrayList<>(1);
		Dictionaries dictionaries = new Dictionaries();
		Schema arrowSchema = null;
		while (messages.next()) {
			Message message = messages.message();
			switch (message.headerType()) {
				case MessageHeader.Schema -> arrowSchema = checked((Schema) message.header(new Schema()));
				case MessageHeader.DictionaryBatch ->
					dictionaries.add((DictionaryBatch) message.header(new DictionaryBatch()), messages.body());
				case MessageHeader.RecordBatch -> batches.add(decodeBatch(arrowSchema, dictionaries,
						(RecordBatch) message.header(new RecordBatch()), messages.body()));
				default -> throw new CorruptResultException("The server sent an Arrow message of the type "
						+ MessageHeader.name(message.headerType()) + " in a result");
			}
		}
		if (batches.isEmpty()) {
			throw new CorruptResultException("The server sent an Arrow stream without a record batch");
		}
		return batches;
	}

	private @Nullable Schema checked(@Nullable Schema arrowSchema) {
		if (arrowSchema != null && arrowSchema.endianness() != Endianness.Little) {
			throw new UnsupportedException("The server sent Arrow data in big-endian order, which cannot be read");
		}
		if (arrowSchema != null && arrowSchema.fieldsLength() != this.schema.size()) {
			throw new CorruptResultException("The server sent " + arrowSchema.fieldsLength()
					+ " Arrow columns for a schema of " + this.schema.size() + " fields");
		}
		return arrowSchema;
	}

	private ColumnBatch decodeBatch(@Nullable Schema arrowSchema, Dictionaries dictionaries,
			@Nullable RecordBatch recordBatch, ByteBuffer body) {
		if (arrowSchema == null || recordBatch == null) {
			throw new CorruptResultException("The server sent an Arrow record batch without a schema");
		}
		RecordBatchReader reader = new RecordBatchReader(new RecordBatchReader.Source(recordBatch, body));
		VectorContext context = new VectorContext(reader, dictionaries, this.structs);
		List<ColumnVector> columns = new ArrayList<>(this.schema.size());
		for (int i = 0; i < this.schema.size(); i++) {
			StructField field = this.schema.field(i);
			ColumnNode node = reader.nextNode(reader.rowCount());
			columns.add(new VectorFactory(field.name(), arrowSchema.fields(i), node, context).create(field.dataType()));
		}
		return new ColumnBatch(this.schema, columns, reader.rowCount());
	}

}
