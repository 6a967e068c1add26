package io.sparkex.internal.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

import io.sparkex.errors.CorruptResultException;

/**
 * Concatenator of the Arrow streams of a result into a single stream, without decoding
 * the data. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ArrowStreamConcatenator {

	private static final byte[] END = { -1, -1, -1, -1, 0, 0, 0, 0 };

	private final OutputStream out;

	private @Nullable ByteBuffer schema;

	/**
	 * Creates a concatenator.
	 * @param out the output, which is never closed
	 */
	public ArrowStreamConcatenator(OutputStream out) {
		this.out = out;
	}

	/**
	 * Writes the messages of a stream. The schema, which all streams of a result share,
	 * is written only once.
	 * @param stream the Arrow stream, backed by an accessible array
	 * @return the number of rows
	 * @throws CorruptResultException if the bytes are not an Arrow stream, or the schema
	 * differs from that of earlier streams
	 * @throws UncheckedIOException if the output fails
	 */
	public long write(ByteBuffer stream) {
		long rows = 0;
		ByteBuffer source = stream.slice();
		MessageReader messages = new MessageReader(source);
		int start = 0;
		while (nextOf(messages)) {
			ByteBuffer message = source.slice(start, messages.position() - start);
			start = messages.position();
			if (messages.message().headerType() != MessageHeader.Schema) {
				rows += rows(messages.message());
				put(message);
			}
			else if (this.schema == null) {
				// Copy the schema to avoid retaining the whole batch.
				this.schema = ByteBuffer.allocate(message.remaining()).put(message.duplicate()).flip();
				put(message);
			}
			else if (!this.schema.equals(message)) {
				throw new CorruptResultException("The server changed the Arrow schema within a result");
			}
		}
		return rows;
	}

	private static long rows(Message message) {
		RecordBatch batch = (message.headerType() == MessageHeader.RecordBatch)
				? (RecordBatch) message.header(new RecordBatch()) : null;
		return (batch != null) ? batch.length() : 0;
	}

	private boolean nextOf(MessageReader messages) {
		try {
			boolean found = messages.next();
			if (found && this.schema == null && messages.message().headerType() != MessageHeader.Schema) {
				throw new CorruptResultException("The server sent an Arrow record batch without a schema");
			}
			return found;
		}
		catch (CorruptResultException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// The generated flatbuffer classes throw various exceptions for invalid
			// offsets.
			throw new CorruptResultException("The server sent an Arrow stream that cannot be read", ex);
		}
	}

	/**
	 * Writes the end-of-stream marker and flushes.
	 * @throws UncheckedIOException if the output fails
	 */
	public void end() {
		put(ByteBuffer.wrap(END));
		try {
			this.out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Arrow stream cannot be written", ex);
		}
	}

	private void put(ByteBuffer bytes) {
		try {
			this.out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Arrow stream cannot be written", ex);
		}
	}

}
